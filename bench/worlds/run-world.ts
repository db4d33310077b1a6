import type { EntityManager } from 'typeorm';
import { consentSections } from '../../src/candidates/formats/candidate-draft.ts';
import { copyRows } from '../../src/platform/database/copying/copy.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { engineCandidate, engineVacancy } from './engine-world.ts';
import { seeded } from './seeded.ts';

/** People per transaction. */
const BATCH = 50_000;

const people = {
  columns: [
    'id', 'organisation_id', 'reference', 'birth_on', 'nationalities', 'residence_country',
    'residence_permits', 'occupations', 'skills', 'languages', 'education_level', 'licences',
    'desired_countries', 'desired_occupations', 'available_from_on', 'consent_id', 'consented',
  ],
  staging: `CREATE TEMP TABLE staged (id uuid, organisation_id uuid, reference text, birth_on date,
    nationalities text[], residence_country text, residence_permits text[], occupations jsonb, skills jsonb,
    languages jsonb, education_level int, licences text[], desired_countries text[],
    desired_occupations text[], available_from_on date, consent_id uuid, consented text[])
    ON COMMIT DROP`,
} as const; // prettier-ignore

/** Stores `count` people of one agency in the form in which an import leaves them. */
export async function stagePeople(
  database: Database,
  agencyId: string,
  count: number,
): Promise<void> {
  const random = seeded(1);
  for (let from = 0; from < count; from += BATCH) {
    await database.as(SYSTEM, async (sql) => {
      await sql.query(people.staging);
      await copyRows(sql, 'staged', people.columns, rows(random, agencyId, from, count));
      await mergePeople(sql);
    });
  }
}

function* rows(random: () => number, agencyId: string, from: number, count: number) {
  for (let number = from; number < Math.min(from + BATCH, count); number += 1) {
    const person = engineCandidate(random, number);
    yield [
      person.id,
      agencyId,
      `B-${number}`,
      '1990-05-01',
      person.nationalities,
      person.nationalities[0] ?? null,
      textArray(person.residencePermits),
      JSON.stringify(person.occupations),
      JSON.stringify(person.skills),
      JSON.stringify(person.languages),
      person.educationLevel,
      textArray(person.licences),
      textArray(person.desiredCountries),
      textArray(person.desiredOccupations),
      person.availableFromOn,
      newId(),
      person.consents[0]?.countries ?? [],
    ];
  }
}

/** Writes an empty array as '{}', because `copyRows` would write it as JSON. */
function textArray(values: readonly string[]): readonly string[] | string {
  return values.length === 0 ? '{}' : values;
}

async function mergePeople(sql: EntityManager): Promise<void> {
  await sql.query(
    `INSERT INTO candidate (id, organisation_id, reference, birth_on, nationalities,
       residence_country, residence_permits, eu_family_member, rights, occupations, skills,
       languages, education_level, qualifications, licences, desired_countries,
       desired_occupations, permit_categories, available_from_on, previous_stays, warnings,
       content_hash)
     SELECT id, organisation_id, reference, birth_on, nationalities, residence_country,
            residence_permits, false, '[]', occupations, skills, languages, education_level, '{}',
            licences, desired_countries, desired_occupations, '{}', available_from_on, '[]', '[]', ''
       FROM staged`,
  );
  await sql.query(
    `INSERT INTO consent (id, candidate_id, organisation_id, purpose, sections, countries, given_on,
       expires_on)
     SELECT consent_id, id, organisation_id, 'matching', $1, consented, '2026-06-01', '2027-06-01'
       FROM staged`,
    [consentSections],
  );
}

/**
 * Stores open vacancies of one employer with one position each, advertised long enough in every
 * state.
 */
export async function stageVacancies(
  database: Database,
  employerId: string,
  count: number,
): Promise<void> {
  const random = seeded(2);
  for (let from = 0; from < count; from += BATCH) {
    const records = Array.from({ length: Math.min(BATCH, count - from) }, (_, at) =>
      vacancyRecord(random, employerId, from + at),
    );
    await database.as(SYSTEM, (sql) =>
      sql.query(
        `INSERT INTO vacancy SELECT * FROM jsonb_populate_recordset(NULL::vacancy, $1::jsonb)`,
        [JSON.stringify(records)],
      ),
    );
  }
}

function vacancyRecord(random: () => number, employerId: string, number: number) {
  const asked = engineVacancy(random, number);
  const languages = [...asked.requiredLanguages, ...asked.wishedLanguages];
  return {
    id: newId(),
    organisation_id: employerId,
    state: asked.state,
    source_agency: 'bench',
    source_id: `V-${number}`,
    status: 'open',
    title: `Work ${number}`,
    language: 'en',
    description: 'Work for the benchmark',
    translations: {},
    positions: 1,
    isco: asked.isco,
    esco: asked.esco,
    permit_category: asked.permitCategory,
    languages: languages.map(({ code, rank }) => ({
      code,
      level: ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'][rank - 1],
      required: asked.requiredLanguages.length > 0,
    })),
    working_languages: [],
    skills: [
      ...asked.essentialSkills.map((label) => ({ uri: null, label, essential: true })),
      ...asked.optionalSkills.map((label) => ({ uri: null, label, essential: false })),
    ],
    experience: [{ occupation: null, years: asked.experienceYears }],
    education_level: asked.educationLevel,
    licences: asked.licences,
    locations: [{ country: asked.state, nuts: null, city: null, postalCode: null }],
    starts_on: asked.startsOn,
    immediate_start: false,
    warnings: [],
    content_hash: '',
    advertising: ['pes', 'eures', 'job-centre'].map((channel) => ({
      channel,
      adId: null,
      fromOn: '2026-06-01',
      untilOn: null,
    })),
    version: 1,
    created_at: new Date(),
    updated_at: new Date(),
  };
}
