import type { EntityManager } from 'typeorm';
import type { Drafter } from './draft.ts';

/**
 * The open vacancies that a draft may concern: of the ministry's state, of the states that have an
 * agreement with the authority's country, or all. Those of one occupation follow each other, since
 * they look at the same people.
 */
export async function findVacanciesConcerned(
  sql: EntityManager,
  { role, country }: Drafter,
): Promise<string[]> {
  const agreed = `state IN (SELECT unnest(states) FROM partnership WHERE partner_country = $1)`;
  const concerned = {
    ministry: 'state = $1',
    'partner-authority': agreed,
    monitor: '$1::text IS NULL OR true',
  };
  const rows = await sql.query<{ id: string }[]>(
    `SELECT id FROM vacancy WHERE status = 'open' AND (${concerned[role]})
      ORDER BY state, isco, id`,
    [country],
  );
  return rows.map(({ id }) => id);
}
