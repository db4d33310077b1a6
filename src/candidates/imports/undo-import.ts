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

/** It keeps nothing, so that what is no provider tells the same way. */
const outbox = new Outbox();

/**
 * Takes an import back: who came with it goes, with their consents; who was changed is as before.
 * Somebody whom a later import or hand has changed stands in the way of the whole, since nobody
 * could tell which of the two is meant; and so does a later import that has some of them just so, and somebody on whom
 * something rests that others did.
 * @throws ProblemError 409
 */
export async function undoImport(sql: EntityManager, id: string): Promise<void> {
  // Whoever was before is heard out first, and whoever comes waits: what is looked at is what is taken back.
  await haltOthers(sql, id);
  await refuseChanged(sql, id, { table: 'candidate', what: 'people' });
  await refuseSentAgain(sql, id, 'people');
  await refuseConsentsSince(sql, id);
  await refuseInUse(sql, id);
  await putBack(sql, id, []);
}

/**
 * Everybody whom only this import has touched is as before it. Whoever is in use stays with all that came with them: with
 * the person an offer or a place on a list would go, on which others rely.
 * @returns how many stay
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
  // One who is gone stands for all: what lost any is found by it.
  await tell(sql, 'candidates.changed', [...changed, ...gone.slice(0, 1)]);
}

async function haltOthers(sql: EntityManager, id: string): Promise<void> {
  await lockComparing(sql, 'candidate');
  await haltDecisions(sql);
  await lockTouched(sql, id);
}

/**
 * Whoever is about to change them, to note a consent or to offer them something waits, and finds them gone; in the order in
 * which an import comes to them. Who was changed since is not among them: of these an undo takes nothing, and nothing makes
 * them this import's again but the undo of the other, which waits; taking back deletes a consent of theirs, whose own row
 * is looked at again once a withdrawal at that instant is over.
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
 * A consent that was recorded by hand would go with its person; and one that was withdrawn would be as if it never had
 * been, so that the same file sent again would bring it back.
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
 * With the person an offer, the outcome of a match or the place on a list would be lost, whose parties are others. No foreign
 * key says so: an erasure, which is a right, takes the person out of all of them.
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
 * Consents that it said otherwise are as they were before it, and no more this import's.
 * @returns whose they are
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
 * Who got a consent by an import was created or changed by it: by them it is found, whoever has changed them since. One that
 * was withdrawn stays with a person who stays, so that the same file sent again does not bring it back.
 * @returns the people who lost one
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

/** A thousand at a time. */
async function tell(
  sql: EntityManager,
  job: 'candidates.changed' | 'candidates.unindexed',
  ids: readonly string[],
): Promise<void> {
  const payloads = Array.from(partsOf(ids, BATCH), ({ some }) => ({ candidateIds: some }));
  await outbox.putAll(sql, job, payloads);
}
