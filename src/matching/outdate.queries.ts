import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.ts';
import { PROPOSED_KEPT } from './deciding/decided-batch.ts';
import { lockVacancies } from './vacancy-locks.queries.ts';

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
    `INSERT INTO vacancy_matching (vacancy_id, organisation_id, state, outdated_since, marks)
     SELECT v.id, v.organisation_id, v.state, now(), 1
       FROM vacancy v LEFT JOIN vacancy_matching m ON m.vacancy_id = v.id
      WHERE v.status = 'open' AND (${condition})
      ORDER BY v.id
     ON CONFLICT (vacancy_id) DO UPDATE
        SET outdated_since = COALESCE(vacancy_matching.outdated_since, now()),
            marks = vacancy_matching.marks + 1
     RETURNING vacancy_id`,
    [...values],
  );
  return rows.length;
}

/** Those named. */
export function outdateVacancies(sql: EntityManager, ids: readonly string[]): Promise<number> {
  return mark(sql, 'v.id = ANY ($1)', [ids]);
}

/** Those named whose list is full: others wait behind it, one of whom takes the place of whoever is dealt with. */
export function outdateFullLists(sql: EntityManager, ids: readonly string[]): Promise<number> {
  const proposed = `SELECT count(*) FROM match WHERE vacancy_id = v.id AND status = 'proposed'`;
  return mark(sql, `v.id = ANY ($1) AND (${proposed}) >= $2`, [ids, PROPOSED_KEPT]);
}

/** Those for which the people of an import may be considered on a day. */
export async function outdateForImport(
  sql: EntityManager,
  importId: string,
  on: string,
): Promise<number> {
  const fields = await fieldsOf(sql, 'c.import_id = $1', [importId]);
  return mark(sql, `${near} AND ${notOver('$2')}`, [fields, on]);
}

/** Notes that people have changed, for outdateForPeople. */
export async function noteChanged(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query('INSERT INTO changed_person (candidate_id) SELECT unnest($1::uuid[])', [ids]);
}

/**
 * Of everybody noted as changed since this was last done: those for which they may be considered on the
 * day, or were; and, once somebody is erased, those that lost them. Of many at once, since each of the
 * many who come and go in a season concerns the same vacancies.
 */
export async function outdateForPeople(sql: EntityManager, on: string): Promise<void> {
  // Two at once would wait for each other's rows, in whatever order they found them.
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('passerelle.changed-people'))`);
  const [rows] = await sql.query<[{ id: string }[]]>(
    'DELETE FROM changed_person RETURNING candidate_id AS id',
  );
  if (rows.length === 0) return;
  const ids = [...new Set(rows.map(({ id }) => id))];
  const left = await sql.countBy(Candidate, { id: In(ids) });
  const known = 'EXISTS (SELECT 1 FROM match WHERE vacancy_id = v.id AND candidate_id = ANY ($2))';
  const fields = await fieldsOf(sql, 'c.id = ANY ($1)', [ids]);
  await mark(sql, `(${near} OR ${known}) AND ${notOver('$3')}`, [fields, ids, on]);
  const lost = 'm.kept <> (SELECT count(*) FROM match WHERE vacancy_id = v.id)';
  if (left < ids.length) await mark(sql, lost, []);
}

/**
 * Those of the states in which an agreement with the partner country has, or had, effect, and those with a
 * decision on one of its nationals without preference, by whichever nationality they are matched.
 */
export function outdateForPartner(
  sql: EntityManager,
  partnerCountry: string,
  states: readonly string[],
): Promise<number> {
  const condition = `v.state = ANY ($2) OR EXISTS (
    SELECT FROM match JOIN candidate c ON c.id = match.candidate_id
     WHERE match.vacancy_id = v.id AND match.tier IN ('2', '3') AND $1 = ANY (c.nationalities))`;
  return mark(sql, condition, [partnerCountry, states]);
}

/** All that are open: a rule of the whole Union has changed. */
export function outdateEverywhere(sql: EntityManager): Promise<number> {
  return mark(sql, 'true', []);
}

export function outdateForState(sql: EntityManager, state: string): Promise<number> {
  return mark(sql, 'v.state = $1', [state]);
}

/** Those of the state for which seats of a national offer may still be taken on a day. */
export function outdateForSeats(sql: EntityManager, state: string, on: string): Promise<number> {
  return mark(sql, `v.state = $1 AND ${notOver('$2')}`, [state, on]);
}

/**
 * Those whose decisions the calendar alone has overtaken by `on`: their own date has come, or a
 * rule of law, an agreement, a pressed sector, an exception from one, the year of a cap or a national offer has
 * begun or ended since they were decided.
 */
export function outdateForDate(sql: EntityManager, on: string): Promise<number> {
  const turned = (starts: string, ends: string): string =>
    `(${starts} > m.decided_on AND ${starts} <= $1 OR ${ends} >= m.decided_on AND ${ends} < $1)`;
  return mark(
    sql,
    `m.review_on <= $1
     OR EXISTS (SELECT 1 FROM quota q WHERE q.state = v.state AND ${turned('q.starts_on', 'q.ends_on')})
     OR EXISTS (SELECT 1 FROM law_rule r WHERE (r.state IS NULL OR r.state = v.state)
                   AND ${turned('r.valid_from', 'r.valid_until')})
     OR EXISTS (SELECT 1 FROM partnership p WHERE v.state = ANY (p.states) AND ${turned('p.starts_on', 'p.ends_on')})
     OR EXISTS (SELECT 1 FROM pressed_sector s WHERE s.lifted_at IS NULL
                   AND ${turned('s.starts_on', 's.ends_on')})
     OR EXISTS (SELECT 1 FROM sector_exception e WHERE e.state = v.state
                   AND ${turned('e.starts_on', 'e.ends_on')})
     OR EXISTS (SELECT 1 FROM outflow_cap c
                 WHERE ${turned('make_date(c.year, 1, 1)', 'make_date(c.year, 12, 31)')})`,
    [on],
  );
}

/** Whether any vacancy waits to be decided again, or anybody has changed who may concern some. */
export async function hasOutdated(sql: EntityManager): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM vacancy_matching WHERE outdated_since IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM changed_person)`,
  );
  return rows.length > 0;
}

/**
 * The next to decide again, locked so that nobody else decides on them too: those that wait longest, so
 * that of many whom each change marks again none waits for ever. Their marks are not locked: whoever marks
 * them meanwhile does not wait.
 */
export async function takeOutdated(sql: EntityManager, limit: number): Promise<string[]> {
  const next = await sql.query<{ id: string }[]>(
    `SELECT vacancy_id AS id FROM vacancy_matching WHERE outdated_since IS NOT NULL
      ORDER BY outdated_since, vacancy_id LIMIT $1`,
    [limit],
  );
  const ids = next.map(({ id }) => id);
  await lockVacancies(sql, ids);
  // Somebody else may have decided on them while this waited for the locks.
  const left = await sql.query<{ id: string }[]>(
    `SELECT vacancy_id AS id FROM vacancy_matching
      WHERE vacancy_id = ANY ($1) AND outdated_since IS NOT NULL`,
    [ids],
  );
  return left.map(({ id }) => id);
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

/**
 * Of the fields $1, where there are any. A vacancy, or a person, without a code may be read by words for
 * any field.
 */
const near = `cardinality($1::text[]) > 0 AND (v.isco = '{}' OR '' = ANY ($1)
  OR EXISTS (SELECT 1 FROM unnest(v.isco) AS own WHERE left(own, 2) = ANY ($1)))`;

/**
 * The work goes on, or is to begin: nobody is offered a post whose work is over, so that no person and no
 * seat concerns it after its last day. Whatever the law or an agreement changes still does.
 */
const notOver = (on: string): string => `(v.ends_on IS NULL OR v.ends_on >= ${on}::date)`;
