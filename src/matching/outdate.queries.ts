import type { EntityManager } from 'typeorm';

/**
 * Marks the open vacancies that `condition` names, so that each is decided again once, however many
 * changes touch it meanwhile. `v` is the vacancy in the condition, `m` what was last decided on it.
 * @returns how many are marked
 */
async function mark(
  sql: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<number> {
  const rows = await sql.query<unknown[]>(
    `INSERT INTO vacancy_matching (vacancy_id, organisation_id, state, outdated_since)
     SELECT v.id, v.organisation_id, v.state, now()
       FROM vacancy v LEFT JOIN vacancy_matching m ON m.vacancy_id = v.id
      WHERE v.status = 'open' AND (${condition})
      ORDER BY v.id
     ON CONFLICT (vacancy_id) DO UPDATE
        SET outdated_since = COALESCE(vacancy_matching.outdated_since, now())
     RETURNING vacancy_id`,
    [...values],
  );
  return rows.length;
}

/** Those named. */
export function outdateVacancies(sql: EntityManager, ids: readonly string[]): Promise<number> {
  return mark(sql, 'v.id = ANY ($1)', [ids]);
}

/** Those for which the people of an import may be considered. */
export async function outdateForImport(sql: EntityManager, importId: string): Promise<number> {
  return outdateFields(sql, await fieldsOf(sql, 'c.import_id = $1', [importId]));
}

/** Those for which a person may be considered, or was; and, once erased, those that lost them. */
export async function outdateForCandidate(
  sql: EntityManager,
  candidateId: string,
): Promise<number> {
  const fields = await fieldsOf(sql, 'c.id = $1', [candidateId]);
  const near = fields.length > 0 ? await outdateFields(sql, fields) : 0;
  const known = 'EXISTS (SELECT 1 FROM match WHERE vacancy_id = v.id AND candidate_id = $1)';
  const lost = 'm.kept <> (SELECT count(*) FROM match WHERE vacancy_id = v.id)';
  const touched = await mark(sql, known, [candidateId]);
  return near + touched + (fields.length > 0 ? 0 : await mark(sql, lost, []));
}

/** Those of the states in which an agreement with the partner country has, or had, effect. */
export function outdateForPartner(
  sql: EntityManager,
  partnerCountry: string,
  states: readonly string[],
): Promise<number> {
  const condition = `v.state = ANY ($2) OR EXISTS (
    SELECT 1 FROM match WHERE vacancy_id = v.id AND tier IN ('2', '3') AND tier_because = $1)`;
  return mark(sql, condition, [partnerCountry, states]);
}

/** All that are open: a rule of the whole Union has changed. */
export function outdateEverywhere(sql: EntityManager): Promise<number> {
  return mark(sql, 'true', []);
}

export function outdateForState(sql: EntityManager, state: string): Promise<number> {
  return mark(sql, 'v.state = $1', [state]);
}

/**
 * Those whose decisions the calendar alone has overtaken by `on`: their own date has come, or a
 * rule of law, an agreement, a pressed sector or a national offer has begun or ended since they were decided.
 */
export function outdateForDate(sql: EntityManager, on: string): Promise<number> {
  const turned = (row: string, starts = 'starts_on', ends = 'ends_on'): string =>
    `(${row}.${starts} > m.decided_on AND ${row}.${starts} <= $1
      OR ${row}.${ends} >= m.decided_on AND ${row}.${ends} < $1)`;
  return mark(
    sql,
    `m.review_on <= $1
     OR EXISTS (SELECT 1 FROM quota q WHERE q.state = v.state AND ${turned('q')})
     OR EXISTS (SELECT 1 FROM law_rule r WHERE (r.state IS NULL OR r.state = v.state)
                   AND ${turned('r', 'valid_from', 'valid_until')})
     OR EXISTS (SELECT 1 FROM partnership p WHERE v.state = ANY (p.states) AND ${turned('p')})
     OR EXISTS (SELECT 1 FROM pressed_sector s WHERE s.lifted_at IS NULL AND ${turned('s')})`,
    [on],
  );
}

/** Whether any vacancy waits to be decided again. */
export async function hasOutdated(sql: EntityManager): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    'SELECT 1 FROM vacancy_matching WHERE outdated_since IS NOT NULL LIMIT 1',
  );
  return rows.length > 0;
}

/** The next to decide again, locked so that nobody else takes them too. */
export async function takeOutdated(sql: EntityManager, limit: number): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT vacancy_id AS id FROM vacancy_matching WHERE outdated_since IS NOT NULL
      ORDER BY vacancy_id LIMIT $1 FOR UPDATE`,
    [limit],
  );
  return rows.map(({ id }) => id);
}

/** What people work in or would like to, as two digits of ISCO-08; '' for those without a code. */
async function fieldsOf(
  sql: EntityManager,
  condition: string,
  values: readonly unknown[],
): Promise<string[]> {
  const rows = await sql.query<{ field: string }[]>(
    `SELECT DISTINCT COALESCE(left(code, 2), '') AS field
       FROM candidate c LEFT JOIN LATERAL (
         SELECT occupation ->> 'isco' AS code FROM jsonb_array_elements(c.occupations) occupation
         UNION ALL SELECT unnest(c.desired_occupations)) AS codes ON true
      WHERE ${condition}`,
    [...values],
  );
  return rows.map(({ field }) => field);
}

/** A vacancy, or a person, without a code may be read by words for any field. */
function outdateFields(sql: EntityManager, fields: readonly string[]): Promise<number> {
  const condition = `v.isco = '{}' OR '' = ANY ($1)
    OR EXISTS (SELECT 1 FROM unnest(v.isco) AS own WHERE left(own, 2) = ANY ($1))`;
  return mark(sql, condition, [fields]);
}
