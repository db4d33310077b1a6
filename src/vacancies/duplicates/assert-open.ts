import type { EntityManager } from 'typeorm';
import { isOpenOn } from '../open-vacancies.ts';
import { mergedWithEnded } from '../vacancies.errors.ts';

/**
 * Checks that all the vacancies are open. If an open vacancy were merged into one that is not,
 * neither would be matched. `today` is `yyyy-mm-dd`.
 * @throws ProblemError 409 if one is not open, or past its last day
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
