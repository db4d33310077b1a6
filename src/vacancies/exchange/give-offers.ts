import type { EntityManager } from 'typeorm';
import { isOpenOn, lastDayOf } from '../open-vacancies.ts';

/**
 * Stamps the offers that have changed since the last call with the moment of the call. All changes
 * of one call share a stamp, later than every earlier one. Calls wait for each other, so a reader
 * who has seen a stamp could see everything up to it, and a cursor misses nothing.
 *
 * Only vacancies that a ministry entered are offered, never those that came through an exchange; an
 * offered vacancy that later arrives that way is closed. A vacancy merged into another is closed,
 * so that the job appears once and ends with the other; only for an employer's own vacancy, which
 * is never offered itself, does it stand in while that one is open. A vacancy deleted with the
 * import that created it is closed for good. A vacancy that a ministry entered under its own id is
 * offered under our id, because two ministries of a state may use the same.
 * @param now milliseconds since 1970 UTC
 * @param today `yyyy-mm-dd`; a vacancy is closed after its last day
 * @returns the last stamp given; every later change gets a later one
 */
export async function giveOffers(sql: EntityManager, now: number, today: string): Promise<number> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('exchange offers', 0))`);
  const last = await findLast(sql);
  await sql.query(giving, [Math.max(now, last + 1), today]);
  return findLast(sql);
}

async function findLast(sql: EntityManager): Promise<number> {
  const [last] = await sql.query<{ stamp: string | null }[]>(
    'SELECT max(modified_millis) AS stamp FROM exchange_offer',
  );
  return Number(last?.stamp ?? 0);
}

/** SQL: the vacancy was merged into an employer's, which is open and merged nowhere itself. */
const standsIn = `(survivor.role = 'employer' AND survivor.merged_into_id IS NULL
                   AND ${isOpenOn('survivor', '$2')})`;

const giving = `
  WITH noted AS (DELETE FROM exchange_pending RETURNING vacancy_id),
  changed AS (
    SELECT vacancy_id FROM noted
    UNION SELECT vacancy_id FROM exchange_offer WHERE active AND closes_on < $2::date),
  due AS (
    SELECT vacancy_id FROM changed
    UNION SELECT v.id FROM changed JOIN vacancy v ON v.merged_into_id = changed.vacancy_id),
  survivor AS NOT MATERIALIZED (
    SELECT s.*, o.role FROM vacancy s JOIN organisation o ON o.id = s.organisation_id),
  offered AS (
    SELECT v.id, v.version, v.state, v.source_agency, v.source_id, o.name AS sender,
           LEAST(${lastDayOf('v')}, ${lastDayOf('survivor')}) AS closes_on,
           ${isOpenOn('v', '$2')}
             AND NOT EXISTS (SELECT FROM exchange_provenance p WHERE p.vacancy_id = v.id)
             AND (v.merged_into_id IS NULL OR ${standsIn}) AS active
      FROM due JOIN vacancy v ON v.id = due.vacancy_id
      JOIN organisation o ON o.id = v.organisation_id AND o.role = 'ministry'
      LEFT JOIN survivor ON survivor.id = v.merged_into_id),
  gone AS (
    UPDATE exchange_offer o SET active = false, modified_millis = $1::bigint, closed_millis = $1::bigint
      FROM due
     WHERE o.vacancy_id = due.vacancy_id AND o.active
       AND NOT EXISTS (SELECT FROM vacancy v WHERE v.id = o.vacancy_id))
  INSERT INTO exchange_offer AS known
    (vacancy_id, reference, source, agency, document_id, sender, active, version,
     created_millis, modified_millis, closed_millis, closes_on)
  SELECT id, id::text, 'passerelle-' || lower(state),
         CASE source_agency WHEN 'own' THEN 'passerelle-' || lower(state) ELSE source_agency END,
         CASE source_agency WHEN 'own' THEN id::text ELSE source_id END, sender, active, version,
         $1::bigint, $1::bigint, CASE WHEN NOT active THEN $1::bigint END, closes_on
    FROM offered
   WHERE active OR EXISTS (SELECT FROM exchange_offer o WHERE o.vacancy_id = offered.id)
  ON CONFLICT (vacancy_id) DO UPDATE SET
    active = excluded.active,
    version = excluded.version,
    closes_on = excluded.closes_on,
    modified_millis = $1::bigint,
    created_millis = CASE WHEN known.active THEN known.created_millis ELSE $1::bigint END,
    closed_millis = CASE WHEN NOT excluded.active THEN $1::bigint END
  WHERE (known.active, known.version, known.closes_on)
          IS DISTINCT FROM (excluded.active, excluded.version, excluded.closes_on)
    AND (known.active OR excluded.active)`;
