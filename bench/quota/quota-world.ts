import type { EntityManager } from 'typeorm';
import type { Database } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import type { Draft } from '../../src/placements/offers/draft.ts';

const VACANCIES = 20;

/** One national offer that covers every vacancy, and enough people to fill its seats. */
export interface QuotaWorld {
  quotaId: string;
  employerId: string;
  agencyId: string;
  vacancyIds: string[];
  candidateIds: string[];
}

/** Since long ago, so that the labour-market test has passed. */
const advertising = JSON.stringify(
  ['pes', 'eures'].map((channel) => ({ channel, adId: null, fromOn: '2026-01-01', untilOn: null })),
);

/**
 * Makes the world directly in SQL, because only what comes afterwards is measured. The law lets its
 * people accept and be authorised.
 */
export async function openWorld(
  database: Database,
  seats: number,
  people: number,
): Promise<QuotaWorld> {
  const [quotaId, employerId, agencyId] = [newId(), newId(), newId()];
  return database.as(SYSTEM, async (sql) => {
    await sql.query(
      `INSERT INTO organisation (id, name, role, country)
       VALUES ($1, 'Farms', 'employer', 'ES'), ($2, 'Agency', 'agency', 'MA')`,
      [employerId, agencyId],
    );
    await sql.query(
      `INSERT INTO quota (id, state, partner_country, scope_scheme, starts_on, ends_on, seats, ceiling,
                          citation)
       VALUES ($1, 'ES', 'MA', 'any', '2026-01-01', '2036-12-31', $2, $2, 'benchmark')`,
      [quotaId, seats],
    );
    const vacancies = await sql.query<{ id: string }[]>(
      `INSERT INTO vacancy (id, organisation_id, state, source_agency, source_id, status, title,
         language, description, translations, positions, isco, esco, permit_category, languages,
         working_languages, skills, experience, licences, locations, immediate_start, advertising,
         content_hash, warnings)
       SELECT new_id(), $1, 'ES', '', new_id()::text, 'open', 'Picker', 'es', '', '{}', 100000,
              '{9211}', '{}', 'seasonal', '[]', '{}', '[]', '[]', '{}', '[]', false, $3::jsonb, '', '[]'
         FROM generate_series(1, $2::int) RETURNING id`,
      [employerId, VACANCIES, advertising],
    );
    const candidates = await sql.query<{ id: string }[]>(
      `INSERT INTO candidate (id, organisation_id, reference, birth_on, nationalities, residence_permits,
         eu_family_member, occupations, skills, languages, qualifications, licences,
         desired_countries, desired_occupations, permit_categories, previous_stays, warnings,
         content_hash)
       SELECT new_id(), $1, number::text, '1990-01-01', '{MA}', '{}', false, '[]', '[]', '[]', '{}', '{}', '{}',
              '{}', '{}', '[]', '[]', ''
         FROM generate_series(1, $2::int) AS number RETURNING id`,
      [agencyId, people],
    );
    await agree(sql);
    const ids = (rows: { id: string }[]): string[] => rows.map(({ id }) => id);
    return {
      quotaId,
      employerId,
      agencyId,
      vacancyIds: ids(vacancies),
      candidateIds: ids(candidates),
    };
  });
}

/** Has everybody consent to be matched in Spain, under a partnership of Morocco with it. */
async function agree(sql: EntityManager): Promise<void> {
  await sql.query(
    `INSERT INTO partnership (id, partner_country, states, starts_on, status, components, citation)
     VALUES ($1, 'MA', '{ES}', '2026-01-01', 'in-force', '{quotas,matching}', 'benchmark')`,
    [newId()],
  );
  await sql.query(
    `INSERT INTO consent (id, candidate_id, organisation_id, purpose, sections, countries, given_on,
                          expires_on)
     SELECT new_id(), id, organisation_id, 'matching', '{work-experience}', '{ES}', current_date,
            current_date + 300
       FROM candidate`,
  );
}

/** Returns the draft of a job offer to candidate `number`. */
export function draftFor(world: QuotaWorld, number: number): Draft {
  const id = newId();
  return {
    id,
    kind: 'by-name',
    vacancyId: world.vacancyIds[number % VACANCIES] ?? '',
    matchId: null,
    candidateId: world.candidateIds[number] ?? null,
    organisationId: world.employerId,
    agencyId: world.agencyId,
    collectiveOfferId: null,
    campaignId: id,
    state: 'ES',
    partnerCountry: 'MA',
    permitCategory: 'seasonal',
    work: { isco: ['9211'], esco: [], nace: null, locations: [] },
    quotaIds: [world.quotaId],
    startsOn: '2030-02-15',
    endsOn: '2030-05-31',
    answerByOn: '2030-01-31',
    createdAt: new Date(),
    waitIfFull: false,
  };
}
