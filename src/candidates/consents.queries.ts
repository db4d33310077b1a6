import type { EntityManager } from 'typeorm';
import type { ConsentDraft } from './formats/candidate-draft.ts';
import { partsOf } from '../platform/lists/parts-of.ts';

/** For how many days back a turn is still looked for, should a night have been missed. */
const LOOK_BACK_DAYS = 7;
const BATCH = 1_000;

/** In SQL: whether the person of that id withdrew every consent to be matched that they gave. */
export const withdrewMatching = (id: string): string =>
  `(EXISTS (SELECT 1 FROM consent WHERE candidate_id = ${id} AND purpose = 'matching')
    AND NOT EXISTS (SELECT 1 FROM consent WHERE candidate_id = ${id} AND purpose = 'matching'
                       AND withdrawn_at IS NULL))`;

/**
 * In SQL: whether the person of that id took back a consent to that purpose of that day, or took any back after it. What was
 * given before a withdrawal does not outlive it, however late it is told (Regulation (EU) 2016/679 Art. 7(3)).
 */
export const withdrawnSince = (id: string, purpose: string, givenOn: string): string =>
  `EXISTS (SELECT FROM consent AS gone WHERE gone.candidate_id = ${id} AND gone.purpose = ${purpose}
              AND (gone.given_on = ${givenOn} AND gone.withdrawn_at IS NOT NULL
                OR (gone.withdrawn_at AT TIME ZONE 'UTC')::date > ${givenOn}))`;

/** Whether a consent of that purpose and day was withdrawn, or would not outlive a withdrawal. */
export async function isWithdrawnSince(
  sql: EntityManager,
  id: string,
  { purpose, givenOn }: Pick<ConsentDraft, 'purpose' | 'givenOn'>,
): Promise<boolean> {
  const [{ gone }] = await sql.query<[{ gone: boolean }]>(
    `SELECT ${withdrawnSince('$1', '$2', '$3::date')} AS gone`,
    [id, purpose, givenOn],
  );
  return gone;
}

/**
 * Nobody takes the person away, nor an import back that touched them, nor writes another consent of theirs, until the
 * transaction ends; whoever is at it is waited for. Called before a consent is written: the row of one that is there
 * already binds nobody to the person.
 */
export async function holdPerson(sql: EntityManager, id: string): Promise<void> {
  await sql.query('SELECT FROM candidate WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

/**
 * People of whom a consent, a nationality or a right of residence began or ended by `on`, or in the week before, a
 * thousand a batch.
 */
export async function findPeopleTurning(sql: EntityManager, on: string): Promise<string[][]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT candidate_id AS id FROM consent
      WHERE withdrawn_at IS NULL AND purpose = 'matching'
        AND (given_on BETWEEN $1::date - $2::int AND $1
             OR expires_on BETWEEN $1::date - $2::int AND $1)
     UNION SELECT id FROM candidate, jsonb_array_elements(rights) AS held
      WHERE rights <> '[]'
        AND ((held ->> 'fromOn')::date BETWEEN $1::date - $2::int AND $1
             OR (held ->> 'untilOn')::date + 1 BETWEEN $1::date - $2::int AND $1)`,
    [on, LOOK_BACK_DAYS],
  );
  const ids = rows.map((row) => row.id);
  return Array.from(partsOf(ids, BATCH), ({ some }) => some);
}
