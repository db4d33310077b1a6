import type { EntityManager } from 'typeorm';
import { type Imported, sentAgainSince } from '../import.errors.ts';

/** How many of the later imports are named to whoever cannot undo. */
const MOST_NAMED = 20;

/** Whose file it is, and by which import. */
interface Sending {
  organisationId: string;
  importId: string;
}

/**
 * Notes which earlier imports a batch has met again, just so: whatever it would have changed is its own by now. `met`: a
 * query of the `import_id` of every row that the batch has, of the organisation `$1`.
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
 * Refuses to undo an import while a later one that met the same again stands: whoever sends the whole list each night would
 * lose what that still has. `what`: how people call it.
 * @throws ProblemError 409
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

/** What an import that is taken back has met stands by it no more. */
export async function forgetSentAgain(sql: EntityManager, importId: string): Promise<void> {
  await sql.query('DELETE FROM import_sent_again WHERE by_import_id = $1', [importId]);
}
