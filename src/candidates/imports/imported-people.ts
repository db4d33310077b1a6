import type { EntityManager } from 'typeorm';
import { changedRows } from '../../platform/database/rows.ts';
import { changedSince } from '../../platform/imports/import.errors.ts';
import { removeCreated } from '../../platform/imports/undo/remove-created.ts';
import { restoreChanged } from '../../platform/imports/undo/restore-changed.ts';
import type { ImportedRows } from '../../platform/imports/undo/undo-import.ts';
import { putJobs } from '../../platform/queue/outbox.ts';
import { haltDecisions } from '../../vacancies/decisions-lock.queries.ts';
import { mergedColumns, toldColumns } from '../merge-candidates.ts';
import { partsOf } from '../../platform/lists/parts-of.ts';

const BATCH = 1_000;

/**
 * The candidates of an import. Deleting one in use would also delete an offer, the outcome of a
 * match or a place on a list, which concern other parties. No foreign key prevents it, because an
 * erasure, which is a right, removes a candidate from all of these.
 */
export const importedPeople: ImportedRows = {
  table: 'candidate',
  what: 'people',
  inUse: `EXISTS (SELECT FROM placement WHERE candidate_id = candidate.id)
    OR EXISTS (SELECT FROM match WHERE candidate_id = candidate.id AND outcome IS NOT NULL)
    OR EXISTS (SELECT FROM trained_list_member WHERE candidate_id = candidate.id)`,
  lock: async (sql, id) => {
    await haltDecisions(sql);
    await lockTouched(sql, id);
  },
  refuse: refuseConsentsSince,
  putBack,
};

async function putBack(sql: EntityManager, id: string, kept: readonly string[]): Promise<void> {
  const told = await restoreConsents(sql, id, kept);
  const otherConsents = [...told, ...(await removeConsents(sql, id, kept))];
  const restored = await restoreChanged<{ id: string }>(sql, id, {
    table: 'candidate',
    before: 'person',
    columns: mergedColumns,
    returning: 'candidate.id',
  });
  const gone = await removeCreated(sql, id, { table: 'candidate', what: 'people', kept });
  await tell(sql, 'candidates.unindexed', gone);
  const changed = new Set([...restored.map((row) => row.id), ...otherConsents]);
  for (const one of gone) changed.delete(one);
  // One deleted id is enough: it makes the matching look for every vacancy that has lost a match.
  await tell(sql, 'candidates.changed', [...changed, ...gone.slice(0, 1)]);
}

/**
 * Locks the candidates of the import in the order in which an import locks them. A transaction
 * about to change such a candidate, record a consent or make an offer waits, and then finds them
 * gone.
 *
 * Candidates that the import only changed, and that were changed again since, are not locked. An
 * undo takes nothing from them. Only undoing the later import can make them this import's again,
 * and that undo waits. Taking back in part may delete a consent of theirs; if it is being withdrawn
 * at that moment, PostgreSQL checks its row again afterwards.
 */
async function lockTouched(sql: EntityManager, id: string): Promise<void> {
  await sql.query(
    `SELECT count(*) FROM (
       SELECT FROM candidate
        WHERE import_id = $1 OR created_import_id = $1 ORDER BY reference FOR UPDATE) AS locked`,
    [id],
  );
}

/**
 * Refuses the undo if it would delete a consent recorded by hand together with its candidate.
 * Refuses it too if it would delete a withdrawn consent, as sending the same file again would then
 * bring that back.
 */
async function refuseConsentsSince(sql: EntityManager, id: string): Promise<void> {
  const [row] = await sql.query<{ changed: number }[]>(
    `SELECT count(DISTINCT person.id)::int AS changed
       FROM candidate AS person JOIN consent ON candidate_id = person.id
      WHERE person.import_id = $1
        AND CASE WHEN consent.import_id = $1 THEN withdrawn_at IS NOT NULL
                 ELSE person.created_import_id = $1 END`,
    [id],
  );
  const changed = row?.changed ?? 0;
  if (changed > 0) throw changedSince(changed, 'people');
}

/**
 * Restores the consents that the import changed; they no longer belong to it.
 * @returns the ids of their candidates
 */
async function restoreConsents(
  sql: EntityManager,
  id: string,
  kept: readonly string[],
): Promise<string[]> {
  const names = toldColumns.map((column) => `${column} = earlier.${column}`).join(', ');
  const rows = await changedRows<{ id: string }>(
    sql,
    `UPDATE consent SET ${names}, import_id = earlier.import_id
       FROM candidate_import_before AS before,
            LATERAL jsonb_populate_recordset(NULL::consent, before.consents) AS earlier
      WHERE before.import_id = $1 AND consent.id = earlier.id AND consent.import_id = $1
        AND consent.withdrawn_at IS NULL AND consent.candidate_id <> ALL ($2::uuid[])
     RETURNING consent.candidate_id AS id`,
    [id, kept],
  );
  return rows.map((row) => row.id);
}

/**
 * Deletes the consents that the import brought. Their candidates were created or changed by it, and
 * are found by that even if another import has changed them since. A withdrawn consent of a
 * candidate who stays is kept, so that sending the same file again does not bring it back.
 * @returns the ids of the candidates who lost a consent
 */
async function removeConsents(
  sql: EntityManager,
  id: string,
  kept: readonly string[],
): Promise<string[]> {
  const rows = await changedRows<{ id: string }>(
    sql,
    `DELETE FROM consent USING (
       SELECT id FROM candidate WHERE import_id = $1
       UNION
       SELECT id FROM candidate
        WHERE created_import_id = $1 AND created_import_id IS DISTINCT FROM import_id
       UNION
       SELECT candidate_id FROM candidate_import_before WHERE import_id = $1) AS touched
      WHERE consent.candidate_id = touched.id AND consent.import_id = $1
        AND consent.withdrawn_at IS NULL AND consent.candidate_id <> ALL ($2::uuid[])
     RETURNING consent.candidate_id AS id`,
    [id, kept],
  );
  return rows.map((row) => row.id);
}

/** Puts the job in the outbox for 1,000 candidates at a time. */
async function tell(
  sql: EntityManager,
  job: 'candidates.changed' | 'candidates.unindexed',
  ids: readonly string[],
): Promise<void> {
  const payloads = Array.from(partsOf(ids, BATCH), ({ some }) => ({ candidateIds: some }));
  await putJobs(sql, job, payloads);
}
