import type { EntityManager } from 'typeorm';
import { isOpenOn } from '../open-vacancies.ts';
import { mergedWithEnded } from '../vacancies.errors.ts';

/**
 * Neither is matched any more where one that is open is merged into one that is not.
 * @throws ProblemError 409 where one is not open, or past its last day. `today`: `yyyy-mm-dd`
 */
export async function assertOpen(
  sql: EntityManager,
  ids: readonly string[],
  today: string,
): Promise<void> {
  const ended = await sql.query<unknown[]>(
    `SELECT FROM vacancy WHERE id = ANY ($1) AND NOT (${isOpenOn('vacancy', '$2')})`,
    [ids, today],
  );
  if (ended.length > 0) throw mergedWithEnded();
}
