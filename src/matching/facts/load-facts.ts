import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../../candidates/candidate.entity.ts';
import { Consent } from '../../candidates/consent.entity.ts';
import { withVerifiedStays } from '../../candidates/verified-stays.queries.ts';
import { findPartnershipsInForce } from '../../partnerships/partnerships.queries.ts';
import { findCoveringQuotas } from '../../quotas/quotas.queries.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import type { StateFacts, VacancyFacts } from '../facts.ts';
import { loadLimits } from './load-limits.ts';
import { loadLaw } from '../law/law-rules.queries.ts';

/** A person with their consents to be matched. */
export interface ConsentingPerson {
  candidate: Candidate;
  consents: Consent[];
}

/**
 * People with what they allowed. Whoever withdrew every consent is left out: with them nothing may
 * be done any more, not even a refusal be kept.
 */
export async function loadPeople(
  sql: EntityManager,
  ids: readonly string[],
): Promise<ConsentingPerson[]> {
  const where = { candidateId: In([...ids]), purpose: 'matching' as const };
  const given = new Map<string, Consent[]>();
  for (const consent of await sql.find(Consent, { where })) {
    given.set(consent.candidateId, [...(given.get(consent.candidateId) ?? []), consent]);
  }
  const found = await sql.find(Candidate, { where: { id: In([...ids]) } });
  const candidates = await withVerifiedStays(sql, found);
  return candidates
    .map((candidate) => ({ candidate, consents: given.get(candidate.id) ?? [] }))
    .filter(({ consents }) => consents.length === 0 || consents.some(isStanding));
}

function isStanding({ withdrawnAt }: Consent): boolean {
  return withdrawnAt === null;
}

/** What holds in the state of the vacancy on a date, by the rules known up to the change `law`. */
export async function loadStateFacts(
  sql: EntityManager,
  vacancy: VacancyFacts,
  people: readonly ConsentingPerson[],
  { on, law: sequence, askedAt = null }: { on: string; law: number; askedAt?: Date | null },
): Promise<Omit<StateFacts, 'fitDomesticLeft'>> {
  const { state, isco, nace, regions, permitCategory } = vacancy;
  const countries = new Set(people.flatMap(({ candidate }) => candidate.nationalities));
  const partnerships = await findPartnershipsInForce(sql, state, on);
  const pressedSectors = await loadLimits(sql, [...countries], {
    ...{ state, on, askedAt },
    startsOn: vacancy.startsOn,
  });
  // Seats are for those who begin in their period: the work may begin in that of next year.
  const need = { state, isco, nace, regions, permitCategory, on: laterOf(on, vacancy.startsOn) };
  const law = await loadLaw(sql, state, on, { sequence });
  return { on, law, partnerships, pressedSectors, quotas: await findCoveringQuotas(sql, need) };
}

/** Already dealt with by the employer, with what became of them. */
export async function loadSettled(
  sql: EntityManager,
  { id }: Pick<Vacancy, 'id'>,
): Promise<{ candidateId: string; outcome: string }[]> {
  return sql.query<{ candidateId: string; outcome: string }[]>(
    `SELECT candidate_id AS "candidateId", outcome FROM match
      WHERE vacancy_id = $1 AND outcome IS NOT NULL`,
    [id],
  );
}

function laterOf(on: string, startsOn: string | null): string {
  return startsOn !== null && startsOn > on ? startsOn : on;
}
