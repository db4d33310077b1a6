import type { EntityManager } from 'typeorm';
import { type Imported, sentAgainSince } from '../import.errors.ts';

/** The most later imports named in a refusal to undo. */
const MOST_NAMED = 20;

/** The organisation that sends a file, and the import that takes it in. */
interface Sending {
  organisationId: string;
  importId: string;
}

/**
 * Records which earlier imports had brought rows that this batch repeats unchanged, so that those
 * imports are not undone while this one is kept. Rows that the batch changed already belong to this
 * import. `met` is a query for the `import_id` of every row in the batch, of organisation `$1`.
 */
export async function noteSentAgain(
  sql: EntityManager,
  { organisationId, importId }: Sending,
  met: string,
): Promise<void> {
  await sql.query(
    `INSERT INTO import_sent_again (import_id, by_import_id, organisation_id)
     SELECT DISTINCT met.import_id, $2::uuid, $1::uuid FROM (${met}) AS met WHERE met.import_id <> $2
     ON CONFLICT DO NOTHING`,
    [organisationId, importId],
  );
}

/**
 * Refuses to undo an import while a later one that repeats its rows is kept. A sender who sends the
 * whole list each night would lose rows that the later list still has. `what` is the word for these
 * rows.
 * @throws ProblemError 409 naming up to 20 later imports
 */
export async function refuseSentAgain(
  sql: EntityManager,
  importId: string,
  what: Imported,
): Promise<void> {
  const later = await sql.query<{ id: string }[]>(
    `SELECT by_import_id AS id FROM import_sent_again WHERE import_id = $1
      ORDER BY by_import_id DESC LIMIT ${MOST_NAMED}`,
    [importId],
  );
  if (later.length > 0)
    throw sentAgainSince(
      what,
      later.map(({ id }) => id),
    );
}

/** Forgets what an import repeated, once it is undone. */
export async function forgetSentAgain(sql: EntityManager, importId: string): Promise<void> {
  await sql.query('DELETE FROM import_sent_again WHERE by_import_id = $1', [importId]);
}
