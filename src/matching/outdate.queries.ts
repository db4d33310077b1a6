import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../candidates/candidate.entity.ts';
import { withSurvivors } from '../candidates/duplicates/same-person.queries.ts';
import { MAX_PROPOSED_STORED } from './deciding/decided-batch.ts';
import { SECTOR_DAYS } from '../partnerships/partnerships.queries.ts';
import { lockDecisionsOn } from './vacancy-locks.queries.ts';
import { changedRows } from '../platform/database/rows.ts';

/**
 * Marks the open vacancies that meet `condition`. Each is decided again once, however many changes
 * touch it meanwhile. In the condition, `v` is the vacancy and `m` the record of its last decision.
 *
 * @returns how many vacancies are marked
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

/** Marks the given vacancies if they are open. Returns how many are marked. */
export function outdateVacancies(sql: EntityManager, ids: readonly string[]): Promise<number> {
  return mark(sql, 'v.id = ANY ($1)', [ids]);
}

/**
 * Marks the given vacancies whose list of proposed candidates is full. More candidates may wait
 * beyond a full list: the next takes the place of one the employer has dealt with.
 */
export function outdateFullLists(sql: EntityManager, ids: readonly string[]): Promise<number> {
  const proposed = `SELECT count(*) FROM match WHERE vacancy_id = v.id AND status = 'proposed'`;
  return mark(sql, `v.id = ANY ($1) AND (${proposed}) >= $2`, [ids, MAX_PROPOSED_STORED]);
}

/** Marks the vacancies for which the candidates of an import may be considered on a day. */
export async function outdateForImport(
  sql: EntityManager,
  importId: string,
  on: string,
): Promise<number> {
  const fields = await fieldsOf(sql, 'c.import_id = $1', [importId]);
  return mark(sql, `${near} AND ${notOver('$2')}`, [fields, on]);
}

/**
 * Records that candidates have changed, and with them the records that they were merged into, for
 * outdateForPeople.
 */
export async function noteChanged(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await sql.query(
    `WITH RECURSIVE ${withSurvivors('SELECT unnest($1::uuid[]) AS id')}
     INSERT INTO changed_person (candidate_id) SELECT id FROM with_survivors`,
    [ids],
  );
}

/**
 * Handles all candidates recorded as changed since the last call. Marks the vacancies for which
 * they may be considered on the day, or already are. If a candidate was erased, also marks the
 * vacancies that lost a match. Many candidates are handled at once because a season's arrivals and
 * departures concern the same vacancies.
 */
export async function outdateForPeople(sql: EntityManager, on: string): Promise<void> {
  // Two concurrent calls would wait for each other's rows.
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('passerelle.changed-people'))`);
  const rows = await changedRows<{ id: string }>(
    sql,
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
 * Marks the vacancies of states in which an agreement with the partner country applies or applied.
 * Also marks those with a decision in tier 2 or 3 on one of its nationals, whichever nationality
 * they were matched by.
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

/** Marks all open vacancies, because a rule of the whole Union has changed. */
export function outdateEverywhere(sql: EntityManager): Promise<number> {
  return mark(sql, 'true', []);
}

/** Marks the open vacancies of a state. */
export function outdateForState(sql: EntityManager, state: string): Promise<number> {
  return mark(sql, 'v.state = $1', [state]);
}

/** Marks the vacancies of the state for which seats of a national offer may be taken on a day. */
export function outdateForSeats(sql: EntityManager, state: string, on: string): Promise<number> {
  return mark(sql, `v.state = $1 AND ${notOver('$2')}`, [state, on]);
}

/**
 * Marks the vacancies whose decisions the calendar alone has overtaken by `on`. Either their own
 * review date has come, or something began or ended since they were decided: a rule of law, an
 * agreement, a pressed sector, an exception from one, the year of a cap, or a national offer.
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
     OR EXISTS (WITH s AS MATERIALIZED (${SECTOR_DAYS})
                SELECT 1 FROM s WHERE (s.replaced_at IS NULL OR s.replaced_at > m.asked_at)
                   AND ${turned('s.starts_on', 's.ends_on')})
     OR EXISTS (SELECT 1 FROM sector_exception e WHERE e.state = v.state
                   AND ${turned('e.starts_on', 'e.ends_on')})
     OR EXISTS (SELECT 1 FROM outflow_cap c
                 WHERE ${turned('make_date(c.year, 1, 1)', 'make_date(c.year, 12, 31)')})`,
    [on],
  );
}

/**
 * Returns whether any vacancy waits to be decided again, or any candidate change is still
 * unhandled.
 */
export async function hasOutdated(sql: EntityManager): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `SELECT 1 WHERE EXISTS (SELECT 1 FROM vacancy_matching WHERE outdated_since IS NOT NULL)
                 OR EXISTS (SELECT 1 FROM changed_person)`,
  );
  return rows.length > 0;
}

/**
 * Takes the next vacancies to decide again and locks them, so that no other transaction decides on
 * them. The longest-waiting come first, so that none waits for ever when changes keep marking
 * vacancies. Their marks are not locked: marking does not wait for a decision.
 *
 * @returns at most `limit` vacancy ids
 */
export async function takeOutdated(sql: EntityManager, limit: number): Promise<string[]> {
  const next = await sql.query<{ id: string }[]>(
    `SELECT vacancy_id AS id FROM vacancy_matching WHERE outdated_since IS NOT NULL
      ORDER BY outdated_since, vacancy_id LIMIT $1`,
    [limit],
  );
  const ids = next.map(({ id }) => id);
  await lockDecisionsOn(sql, ids);
  // Another transaction may have decided on them while this one waited for the locks.
  const left = await sql.query<{ id: string }[]>(
    `SELECT vacancy_id AS id FROM vacancy_matching
      WHERE vacancy_id = ANY ($1) AND outdated_since IS NOT NULL`,
    [ids],
  );
  return left.map(({ id }) => id);
}

/** Returns the fields candidates work in or wish for: two digits of ISCO-08, or '' for no code. */
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
 * The vacancy is in one of the fields $1. A vacancy or candidate without a code may belong to any
 * field, because its words are matched instead. No fields, no vacancy.
 */
const near = `cardinality($1::text[]) > 0 AND (v.isco = '{}' OR '' = ANY ($1)
  OR EXISTS (SELECT 1 FROM unnest(v.isco) AS own WHERE left(own, 2) = ANY ($1)))`;

/**
 * The work has not ended by the day. A vacancy whose work is over is offered to nobody, so changes
 * of candidates and seats no longer concern it. Changes of the law or of agreements still do.
 */
const notOver = (on: string): string => `(v.ends_on IS NULL OR v.ends_on >= ${on}::date)`;
