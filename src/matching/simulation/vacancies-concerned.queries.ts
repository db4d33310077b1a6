import type { EntityManager } from 'typeorm';
import type { Drafter } from './draft.ts';

/**
 * Finds the open vacancies that a draft may concern. For a ministry, those of its state; for a
 * partner authority, those of states that have an agreement with its country; for the monitor, all.
 * Vacancies for one occupation follow each other, because they look at the same candidates.
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
