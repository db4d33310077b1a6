import type { EntityManager } from 'typeorm';
import type { ConsentDraft } from './formats/candidate-draft.ts';
import { partsOf } from '../platform/lists/parts-of.ts';

/**
 * The days to look back for consents and rights that began or ended, in case a nightly run was
 * missed.
 */
const LOOK_BACK_DAYS = 7;
const BATCH = 1_000;

/**
 * Returns the SQL condition that the candidate has withdrawn every consent to matching that they
 * gave. `id` is an SQL expression.
 */
export const withdrewMatching = (id: string): string =>
  `(EXISTS (SELECT 1 FROM consent WHERE candidate_id = ${id} AND purpose = 'matching')
    AND NOT EXISTS (SELECT 1 FROM consent WHERE candidate_id = ${id} AND purpose = 'matching'
                       AND withdrawn_at IS NULL))`;

/**
 * Returns the SQL condition that the consent to this purpose of this day was withdrawn, or that
 * another consent to the purpose was withdrawn after that day. A consent given before a withdrawal
 * does not outlive it, however late it is sent (Regulation (EU) 2016/679 Art. 7(3)). All arguments
 * are SQL expressions.
 */
export const withdrawnSince = (id: string, purpose: string, givenOn: string): string =>
  `EXISTS (SELECT FROM consent AS gone WHERE gone.candidate_id = ${id} AND gone.purpose = ${purpose}
              AND (gone.given_on = ${givenOn} AND gone.withdrawn_at IS NOT NULL
                OR (gone.withdrawn_at AT TIME ZONE 'UTC')::date > ${givenOn}))`;

/**
 * Returns whether the consent to this purpose of this day was withdrawn, or another one to the
 * purpose after it.
 */
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
 * Locks the candidate until the transaction ends, and waits for other holders of the lock.
 * Meanwhile no other transaction can delete the candidate, undo an import that touched them, or
 * write another of their consents. Call it before writing a consent: updating an existing consent
 * row does not lock the candidate.
 */
export async function holdPerson(sql: EntityManager, id: string): Promise<void> {
  await sql.query('SELECT FROM candidate WHERE id = $1 FOR NO KEY UPDATE', [id]);
}

/**
 * Finds the candidates whose consent to matching, nationality or right of residence began or ended
 * on `on` (`yyyy-mm-dd`) or in the 7 days before. Returns their ids in batches of 1,000.
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
