import type { EntityManager } from 'typeorm';
import { type Imported, sentAgainSince } from '../import.errors.ts';

/** The most later imports named in a refusal to undo. */
const MOST_NAMED = 20;

/** Rows that arrive: whose they are, and the import that brings them, or null if none does. */
interface Arrival {
  table: 'candidate' | 'vacancy';
  organisationId: string;
  importId: string | null;
}

/**
 * Keeps earlier imports from being undone with rows that have arrived again unchanged. If an import
 * brings them again, the earlier ones are not undone while it is kept. Otherwise the rows belong to
 * no import any more. Rows that arrived changed already belong to this import, or to none. `met` is
 * a query for the `id` and `import_id` of every row that arrived, of organisation `$1`.
 */
export async function noteSentAgain(
  sql: EntityManager,
  { table, organisationId, importId }: Arrival,
  met: string,
): Promise<void> {
  if (importId === null) {
    await sql.query(
      `UPDATE ${table} SET import_id = NULL
         FROM (${met}) AS met WHERE ${table}.id = met.id AND ${table}.import_id IS NOT NULL`,
      [organisationId],
    );
    return;
  }
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
