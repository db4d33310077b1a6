import { createHash } from 'node:crypto';
import { type EntityManager, In, IsNull } from 'typeorm';
import { type CoveringQuota, findCoveringQuotas } from '../../quotas/quotas.queries.ts';
import { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { seatsNeeded, vacancyFactsOf } from '../facts/vacancy-facts.ts';
import type { Application, AssignmentInput } from './draw-market.ts';

/** An application with the organisations that may see it. */
export interface OwnedApplication extends Application {
  organisationId: string;
  agencyId: string;
  state: string;
}

interface Row extends Omit<OwnedApplication, 'quotaIds'> {
  /** The fact behind the tier: the partner country in tier 3. */
  because: string;
}

/**
 * Collects what is to be assigned: the candidates now proposed for the vacancies and not yet dealt
 * with, the positions not yet filled, and the seats left of the national offers that cover them.
 */
export class AssignmentInputBuilder {
  private readonly vacancies: { id: string; positions: number }[] = [];
  private readonly seats = new Map<string, number>();
  private readonly applications: OwnedApplication[] = [];

  constructor(private readonly on: string) {}

  /** Adds vacancies. Those no longer open are skipped. */
  async add(sql: EntityManager, vacancyIds: readonly string[]): Promise<void> {
    const open = await sql.findBy(Vacancy, {
      id: In([...vacancyIds]),
      status: 'open',
      mergedIntoId: IsNull(),
    });
    const hired = await countHired(sql, vacancyIds);
    const offers = new Map<string, CoveringQuota[]>();
    const begins = new Map<string, string>();
    for (const vacancy of open) {
      const { id, positions } = vacancy;
      this.vacancies.push({ id, positions: Math.max(0, positions - (hired.get(id) ?? 0)) });
      const need = seatsNeeded(vacancyFactsOf(vacancy), this.on);
      begins.set(id, need.on);
      offers.set(id, await findCoveringQuotas(sql, need));
    }
    for (const { because, ...row } of await findProposed(sql, begins)) {
      const covering = (offers.get(row.vacancyId) ?? []).filter(
        ({ partnerCountry }) => row.tier === '3' && partnerCountry === because,
      );
      for (const { id, remaining } of covering) this.seats.set(id, remaining);
      this.applications.push({ ...row, quotaIds: covering.map(({ id }) => id) });
    }
  }

  build(seed: string): AssignmentInput<OwnedApplication> {
    const quotas = [...this.seats].map(([id, seats]) => ({ id, seats }));
    return { seed, vacancies: this.vacancies, quotas, applications: this.applications };
  }
}

/**
 * Returns the SHA-256 of everything that decides, in hexadecimal. The order of the input does not
 * matter.
 */
export function hashAssignmentInput({
  seed,
  vacancies,
  quotas,
  applications,
}: AssignmentInput): string {
  const hash = createHash('sha256').update(seed);
  const lines = [
    ...vacancies.map(({ id, positions }) => [id, positions]),
    ...quotas.map(({ id, seats }) => [id, seats]),
    ...applications.map((one) => [
      one.candidateId, one.vacancyId, one.tier, one.returned, one.score, one.wish,
      one.quotaIds.toSorted(),
    ]), // prettier-ignore
  ];
  for (const line of lines.map((line) => JSON.stringify(line)).sort()) hash.update(`\n${line}`);
  return hash.digest('hex');
}

async function countHired(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<Map<string, number>> {
  const rows = await sql.query<{ id: string; hired: number }[]>(
    `SELECT vacancy_id AS id, count(*)::int AS hired FROM match
      WHERE vacancy_id = ANY ($1) AND outcome = 'hired' GROUP BY vacancy_id`,
    [vacancyIds],
  );
  return new Map(rows.map(({ id, hired }) => [id, hired]));
}

/**
 * Finds the candidates who can still be placed when the work of each vacancy `begins`. Leaves out
 * those who declined or were not hired. Also leaves out those hired anywhere, unless that work ends
 * before then or they have verifiably returned from it. Precedence for returning is as decided.
 */
function findProposed(sql: EntityManager, begins: ReadonlyMap<string, string>): Promise<Row[]> {
  return sql.query<Row[]>(
    `SELECT m.candidate_id AS "candidateId", m.vacancy_id AS "vacancyId", m.tier,
            m.tier_because AS because, m.score, m.organisation_id AS "organisationId",
            m.agency_id AS "agencyId", m.state,
            (SELECT (part ->> 2)::float FROM json_array_elements(m.contributions) part
              WHERE part ->> 0 = 'wishes' AND json_array_length(part) > 3) AS wish,
            m.precedence IS NOT DISTINCT FROM 'returned' AS returned
       FROM unnest($1::uuid[], $2::date[]) AS work (id, begins_on)
       JOIN match m ON m.vacancy_id = work.id, LATERAL (
              -- As a plain join, PostgreSQL goes through everybody: the policies make it expect few people.
              SELECT merged_into_id FROM candidate WHERE id = m.candidate_id LIMIT 1) c
      WHERE m.status = 'proposed' AND c.merged_into_id IS NULL
        AND (m.outcome IS NULL OR m.outcome = 'invited')
        AND NOT EXISTS (
              SELECT 1 FROM match h JOIN vacancy other ON other.id = h.vacancy_id
               WHERE h.candidate_id = m.candidate_id AND h.outcome = 'hired'
                 AND (other.ends_on IS NULL OR other.ends_on >= work.begins_on)
                 AND NOT EXISTS (
                       SELECT 1 FROM verified_stay stay WHERE stay.candidate_id = h.candidate_id
                          AND stay.returned_on >= GREATEST(other.starts_on, h.outcome_at::date)))`,
    [[...begins.keys()], [...begins.values()]],
  );
}
