import type { EntityManager } from 'typeorm';
import type { Vacancy } from '../vacancies/vacancy.entity.ts';

/**
 * When somebody last asked for matches of a vacancy: by publishing it, or by starting a run, which is
 * `anew`. A pressed sector that was lifted after that goes on to hold for it.
 */
export async function askedAt(
  sql: EntityManager,
  { id, organisationId, state }: Pick<Vacancy, 'id' | 'organisationId' | 'state'>,
  now: Date,
  anew: boolean,
): Promise<Date> {
  const [row] = await sql.query<{ askedAt: Date }[]>(
    `INSERT INTO vacancy_matching AS known (vacancy_id, organisation_id, state, asked_at)
     VALUES ($1, $2, $3, $4)
     ON CONFLICT (vacancy_id) DO UPDATE
        SET asked_at = CASE WHEN $5 THEN $4 ELSE COALESCE(known.asked_at, $4) END
     RETURNING asked_at AS "askedAt"`,
    [id, organisationId, state, now, anew],
  );
  return row?.askedAt ?? now;
}

/** The same, only read; null for a vacancy that was never matched. */
export async function lastAskedAt(sql: EntityManager, vacancyId: string): Promise<Date | null> {
  const [row] = await sql.query<{ askedAt: Date | null }[]>(
    'SELECT asked_at AS "askedAt" FROM vacancy_matching WHERE vacancy_id = $1',
    [vacancyId],
  );
  return row?.askedAt ?? null;
}
