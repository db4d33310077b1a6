import { type EntityManager, In } from 'typeorm';
import { Candidate } from '../../candidates/candidate.entity.ts';
import { Consent } from '../../candidates/consent.entity.ts';
import { withVerifiedStays } from '../../candidates/verified-stays.queries.ts';
import { groupsOf } from '../../platform/lists/groups-of.ts';

/** A candidate with their consents to be matched. */
export interface ConsentingPerson {
  candidate: Candidate;
  consents: Consent[];
}

/** A candidate whom the employer has dealt with. */
export interface DealtWith {
  candidateId: string;
  outcome: string;
}

/**
 * Returns candidates with their consents to be matched. Leaves out candidates who withdrew every
 * consent: their data may no longer be used, not even to store a refusal.
 */
export async function loadPeople(
  sql: EntityManager,
  ids: readonly string[],
): Promise<ConsentingPerson[]> {
  const known = await loadAllPeople(sql, ids);
  return known.filter(({ consents }) => consents.length === 0 || consents.some(isStanding));
}

/**
 * Returns candidates with their consents to be matched, withdrawn or not. Only for contracts that
 * the person has accepted: those no longer rest on a consent.
 */
export async function loadAllPeople(
  sql: EntityManager,
  ids: readonly string[],
): Promise<ConsentingPerson[]> {
  const where = { candidateId: In([...ids]), purpose: 'matching' as const };
  const given = groupsOf(await sql.find(Consent, { where }), ({ candidateId }) => candidateId);
  const found = await sql.find(Candidate, { where: { id: In([...ids]) } });
  const candidates = await withVerifiedStays(sql, found);
  return candidates.map((candidate) => ({
    candidate,
    consents: given.get(candidate.id) ?? [],
  }));
}

function isStanding({ withdrawnAt }: Consent): boolean {
  return withdrawnAt === null;
}

/**
 * Returns, by vacancy, the candidates that employers have already dealt with, and the outcomes. An
 * outcome recorded for a merged duplicate counts for the record it was merged into.
 */
export async function loadDealtWith(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<ReadonlyMap<string, DealtWith[]>> {
  const rows = await sql.query<(DealtWith & { vacancyId: string })[]>(
    // With a join, PostgreSQL scans all candidates: row policies make it expect few rows.
    `SELECT vacancy_id AS "vacancyId", outcome,
            COALESCE((SELECT merged_into_id FROM candidate WHERE id = candidate_id),
                     candidate_id) AS "candidateId"
       FROM match WHERE vacancy_id = ANY ($1) AND outcome IS NOT NULL`,
    [vacancyIds],
  );
  const byVacancy = new Map<string, DealtWith[]>();
  for (const { vacancyId, ...settled } of rows) {
    byVacancy.set(vacancyId, [...(byVacancy.get(vacancyId) ?? []), settled]);
  }
  return byVacancy;
}
