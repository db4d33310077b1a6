import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { seeded } from '../../../bench/worlds/seeded.ts';
import { openingText, vacancyRecord } from '../../../bench/worlds/worlds.ts';
import { FormatError } from '../../../src/platform/formats/format-error.ts';
import {
  readVacancies,
  type VacancyRecord,
} from '../../../src/vacancies/formats/read-vacancies.ts';
import { expectNamed } from '../../support/imports/expect-named.ts';
import { figure } from '../../support/suite/figure.ts';
import { bytes, mutate, mutations } from '../../support/files/mutated-bytes.ts';
import { odd, replaced } from '../../support/callers/odd-values.ts';

interface Outcome {
  records: VacancyRecord[];
  failure: FormatError | null;
}

async function read(content: Buffer): Promise<Outcome> {
  const records: VacancyRecord[] = [];
  try {
    for await (const record of readVacancies(bytes(content))) records.push(record);
    return { records, failure: null };
  } catch (error) {
    if (!(error instanceof FormatError)) throw error;
    return { records, failure: error };
  }
}

const random = seeded(16);
const own = Array.from({ length: 8 }, (_, at) => vacancyRecord(random, at));
const openings = Array.from({ length: 8 }, (_, at) => openingText(random, at));
const place = { '@type': 'Place', address: { addressCountry: 'FR', addressLocality: 'Brest' } };

/** One record of each form of JSON, with the members that most records have. */
const forms: Record<string, object> = {
  own: own[0] ?? {},
  'schema.org': {
    '@type': 'JobPosting',
    title: 'Soudeur',
    datePosted: '2026-11-01',
    jobLocation: place,
    identifier: { value: 'A-17' },
    hiringOrganization: { name: 'Ponant' },
    baseSalary: {
      currency: 'EUR',
      value: { minValue: 2_100, maxValue: '2400', unitText: 'MONTH' },
    },
    experienceRequirements: { monthsOfExperience: 18 },
    occupationalCategory: '7212',
  },
  'the Swedish service': {
    id: '1',
    headline: 'Svetsare',
    employer: { name: 'AB' },
    number_of_vacancies: 2,
    workplace_address: { country_code: 'SE', municipality: 'Kiruna', postcode: '98132' },
    must_have: { languages: [{ label: 'Svenska' }], skills: [{ label: 'TIG' }] },
    occupation: { legacy_ams_taxonomy_id: '7212' },
    application_deadline: '2026-12-31',
  },
  'the French service': {
    id: '1',
    intitule: 'Soudeur',
    romeCode: 'H2913',
    typeContrat: 'CDI',
    codeNAF: '30.11Z',
    lieuTravail: { libelle: '29 - Brest', codePostal: '29200', commune: '29019' },
    entreprise: { nom: 'Ponant' },
    dateCreation: '2026-11-01T08:00:00Z',
    nombrePostes: 2,
    salaire: { libelle: 'Mensuel de 2100 Euros' },
    competences: [{ libelle: 'TIG' }],
  },
  'the Norwegian service': {
    uuid: 'a-1',
    title: 'Sveiser',
    status: 'ACTIVE',
    employer: { name: 'AS' },
    categoryList: [{ categoryType: 'STYRK08', code: '7212' }],
    locationList: [{ country: 'NORGE', city: 'BODØ', postalCode: '8000' }],
    properties: { positioncount: '2', extent: 'Heltid', language: 'nb' },
  },
  'the EURES portal': {
    id: '1',
    title: 'Welder',
    locationMap: { DE: ['DE911'] },
    jobCategoriesCodes: ['7212'],
    numberOfPosts: 2,
    employer: { name: 'GmbH' },
    availableLanguages: ['de'],
    jvProfiles: {
      de: { title: 'Schweißer', description: 'x', locations: [{ countryCode: 'de' }] },
    },
  },
};

/** Guarantee G16. */
describe('a file of vacancies that was damaged in transit', () => {
  const runs = figure({ suite: 300, soak: 10_000 });

  it('is read with every record accepted or rejected, and every rejection named', async () => {
    const lines = Buffer.from(own.map((one) => `${JSON.stringify(one)}\n`).join(''));
    const xml = Buffer.from(`<Openings>${openings.join('')}</Openings>`);
    const file = fc.constantFrom(
      ...[lines, xml, gzipSync(xml), Buffer.from(JSON.stringify({ vacancies: own }))],
      Buffer.from(JSON.stringify(Object.values(forms))),
    );
    await fc.assert(
      fc.asyncProperty(file, mutations, async (content, changes) => {
        expectNamed(await read(mutate(content, changes)));
      }),
      { numRuns: runs },
    );
  });

  it.each(Object.keys(forms))(
    'is read or refused with any value in any place: %s',
    async (name) => {
      const whole = forms[name];
      const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), { maxLength: 3 });
      await fc.assert(
        fc.asyncProperty(changes, async (made) => {
          const changed = made.reduce<unknown>(
            (sofar, [at, wrong]) => replaced(sofar, at, wrong),
            whole,
          );
          const outcome = await read(Buffer.from(JSON.stringify([changed])));
          expectNamed(outcome);
          expect(outcome.records.length + Number(outcome.failure !== null)).toBeLessThanOrEqual(1);
        }),
        { numRuns: runs },
      );
      expect((await read(Buffer.from(JSON.stringify([whole])))).records).toHaveLength(1);
    },
  );
});
