import type { EntityManager } from 'typeorm';
import { isOpenOn, lastDayOf } from '../open-vacancies.ts';

/**
 * Stamps what has changed since the last call: the moment of giving, the same for all of one call and
 * later than all of any call before. Calls wait for each other, so whoever saw one stamp has been
 * able to see everything up to it, and a cursor misses nothing.
 * Only what a ministry entered is offered, and never what came from an exchange itself: one that comes to is closed. A
 * vacancy that was merged into another that is offered too is closed as long as it is: nobody is to find it twice. One that
 * is gone altogether, with the import that brought it, is closed for good.
 * What a ministry entered under an id of its own is offered under ours: two ministries of a state may use the same.
 * `now`: milliseconds since 1970 UTC; `today`: `yyyy-mm-dd`, after the last day a vacancy is closed.
 * @returns the last moment at which anything was given; whatever is given later bears a later one
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

/** In SQL, of a vacancy under that name: open on the day `$2`, and never come in through an exchange. */
const mayBeOffered = (vacancy: string): string =>
  `${isOpenOn(vacancy, '$2')}
       AND NOT EXISTS (SELECT FROM exchange_provenance p WHERE p.vacancy_id = ${vacancy}.id)`;

const giving = `
  WITH noted AS (DELETE FROM exchange_pending RETURNING vacancy_id),
  changed AS (
    SELECT vacancy_id FROM noted
    UNION SELECT vacancy_id FROM exchange_offer WHERE active AND closes_on < $2::date),
  due AS (
    SELECT vacancy_id FROM changed
    UNION SELECT v.id FROM changed JOIN vacancy v ON v.merged_into_id = changed.vacancy_id),
  offerable AS NOT MATERIALIZED (
    SELECT s.id FROM vacancy s JOIN organisation o ON o.id = s.organisation_id AND o.role = 'ministry'
     WHERE ${mayBeOffered('s')}),
  offered AS (
    SELECT v.id, v.version, v.state, v.source_agency, v.source_id, o.name AS sender,
           ${lastDayOf('v')} AS closes_on,
           survivor.id IS NULL AND ${mayBeOffered('v')} AS active
      FROM due JOIN vacancy v ON v.id = due.vacancy_id
      JOIN organisation o ON o.id = v.organisation_id AND o.role = 'ministry'
      LEFT JOIN offerable survivor ON survivor.id = v.merged_into_id),
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
  WHERE (known.active, known.version) IS DISTINCT FROM (excluded.active, excluded.version)
    AND (known.active OR excluded.active)`;
