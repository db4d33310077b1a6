import type { EntityManager } from 'typeorm';
import { lockComparing } from '../../platform/duplicates/block-keys.queries.ts';
import { changedSince, importInUse } from '../../platform/imports/import.errors.ts';
import { refuseChanged } from '../../platform/imports/undo/refuse-changed.ts';
import { removeCreated } from '../../platform/imports/undo/remove-created.ts';
import { forgetSentAgain, refuseSentAgain } from '../../platform/imports/undo/sent-again.ts';
import { Outbox } from '../../platform/queue/outbox.ts';
import { haltDecisions } from '../../vacancies/decisions-lock.queries.ts';
import { mergedColumns, toldColumns } from '../candidate-rows.ts';
import { partsOf } from '../../platform/lists/parts-of.ts';

const BATCH = 1_000;

/** Stateless, so plain functions can use an instance of their own. */
const outbox = new Outbox();

/**
 * Undoes an import: deletes the candidates that it created, with their consents, and restores those
 * that it changed. Refuses the whole undo if a later import or a person has changed one of the
 * candidates, as it is unclear which version is meant. Refuses it too if a later import repeats
 * some of them unchanged, or if something that others did depends on one of them.
 * @throws ProblemError 409
 */
export async function undoImport(sql: EntityManager, id: string): Promise<void> {
  // Waits for the transactions under way and holds off new ones. What the checks see is then
  // exactly what is taken back.
  await haltOthers(sql, id);
  await refuseChanged(sql, id, { table: 'candidate', what: 'people' });
  await refuseSentAgain(sql, id, 'people');
  await refuseConsentsSince(sql, id);
  await refuseInUse(sql, id);
  await putBack(sql, id, []);
}

/**
 * Takes back an import in part: restores or deletes every candidate that only this import has
 * touched. A candidate in use is kept with all that the import brought. Deleting one would also
 * delete an offer or a place on a list, on which others rely.
 * @returns the number of candidates kept
 */
export async function takeBack(sql: EntityManager, id: string): Promise<number> {
  await haltOthers(sql, id);
  const kept = await findInUse(sql, id);
  await putBack(sql, id, kept);
  return kept.length;
}

async function putBack(sql: EntityManager, id: string, kept: readonly string[]): Promise<void> {
  const told = await restoreConsents(sql, id, kept);
  const otherConsents = [...told, ...(await removeConsents(sql, id, kept))];
  const restored = await restore(sql, id);
  const gone = await removeCreated(sql, id, { table: 'candidate', what: 'people', kept });
  await sql.query('DELETE FROM candidate_import_before WHERE import_id = $1', [id]);
  await forgetSentAgain(sql, id);
  await tell(sql, 'candidates.unindexed', gone);
  const changed = new Set([...restored, ...otherConsents]);
  for (const one of gone) changed.delete(one);
  // One deleted id is enough: it makes the matching look for every vacancy that has lost a match.
  await tell(sql, 'candidates.changed', [...changed, ...gone.slice(0, 1)]);
}

async function haltOthers(sql: EntityManager, id: string): Promise<void> {
  await lockComparing(sql, 'candidate');
  await haltDecisions(sql);
  await lockTouched(sql, id);
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

async function refuseInUse(sql: EntityManager, id: string): Promise<void> {
  const used = await findInUse(sql, id);
  if (used.length > 0) throw importInUse('people', used.length);
}

/**
 * Finds the candidates of the import that are in use. Deleting one would also delete an offer, the
 * outcome of a match or a place on a list, which concern other parties. No foreign key prevents it,
 * because an erasure, which is a right, removes a candidate from all of these.
 */
async function findInUse(sql: EntityManager, id: string): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT id FROM candidate
      WHERE created_import_id = $1 AND import_id = $1
        AND (EXISTS (SELECT FROM placement WHERE candidate_id = candidate.id)
          OR EXISTS (SELECT FROM match WHERE candidate_id = candidate.id AND outcome IS NOT NULL)
          OR EXISTS (SELECT FROM trained_list_member WHERE candidate_id = candidate.id))`,
    [id],
  );
  return rows.map((row) => row.id);
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
  const [rows] = await sql.query<[{ id: string }[]]>(
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
  const [rows] = await sql.query<[{ id: string }[]]>(
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

async function restore(sql: EntityManager, id: string): Promise<string[]> {
  const names = mergedColumns.map((column) => `${column} = person.${column}`).join(', ');
  const [rows] = await sql.query<[{ id: string }[]]>(
    `UPDATE candidate SET ${names}, version = candidate.version + 1, updated_at = now()
       FROM candidate_import_before AS before,
            LATERAL jsonb_populate_record(NULL::candidate, before.person) AS person
      WHERE before.import_id = $1 AND candidate.id = before.candidate_id
        AND candidate.import_id = $1
        AND candidate.created_import_id IS DISTINCT FROM $1
     RETURNING candidate.id`,
    [id],
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
  await outbox.putAll(sql, job, payloads);
}
