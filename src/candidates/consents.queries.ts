import type { EntityManager } from 'typeorm';

/** For how many days back a turn is still looked for, should a night have been missed. */
const LOOK_BACK_DAYS = 7;
const BATCH = 1_000;

/** In SQL: whether the person of that id withdrew every consent to be matched that they gave. */
export const withdrewMatching = (id: string): string =>
  `(EXISTS (SELECT 1 FROM consent WHERE candidate_id = ${id} AND purpose = 'matching')
    AND NOT EXISTS (SELECT 1 FROM consent WHERE candidate_id = ${id} AND purpose = 'matching'
                       AND withdrawn_at IS NULL))`;

/**
 * Nobody takes the person away, nor an import back that touched them, until the transaction ends; whoever is at it is
 * waited for. Called before a consent is written: the row of one that is there already binds nobody to the person.
 */
export async function holdPerson(sql: EntityManager, id: string): Promise<void> {
  await sql.query('SELECT FROM candidate WHERE id = $1 FOR KEY SHARE', [id]);
}

/** People with a consent that began or expired by `on`, or in the week before, a thousand a batch. */
export async function findConsentsTurning(sql: EntityManager, on: string): Promise<string[][]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT DISTINCT candidate_id AS id FROM consent
      WHERE withdrawn_at IS NULL AND purpose = 'matching'
        AND (given_on BETWEEN $1::date - $2::int AND $1
             OR expires_on BETWEEN $1::date - $2::int AND $1)`,
    [on, LOOK_BACK_DAYS],
  );
  const ids = rows.map((row) => row.id);
  const batches = Math.ceil(ids.length / BATCH);
  return Array.from({ length: batches }, (_, index) =>
    ids.slice(index * BATCH, (index + 1) * BATCH),
  );
}
