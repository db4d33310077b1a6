import fc from 'fast-check';
import { consentSections, desiredPayIntervals } from '../../candidates/formats/candidate-draft.ts';
import { cefrLevels } from '../../reference/languages/cefr.ts';
import { cefrDimensions } from '../../reference/languages/levels-by-dimension.ts';
import { anEsco, anyVacancy, TODAY } from '../facts.builders.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { educationField, few, lastDay, skill, some } from '../values.builders.ts';
import type { EscoKnowledge } from '../scoring/part.ts';
import type { EngineCandidate } from './engine-candidate.ts';

/**
 * An ESCO in which skills have neighbours and occupations overlap, so that every part of the search
 * has work.
 */
export const someEsco: EscoKnowledge = anEsco({
  relationBetween: (asked, own) => (asked === own ? 'same' : null),
  overlapBetween: (asked, own) => (asked < own ? 0.5 : 0.25),
  rarityOf: (skill) => 10 + 7 * skill.length,
  nearSkills: (skill) => (skill === 'wiring' ? ['planning', 'welding'] : ['wiring']),
});

const isco = some('7411', '7412', '7126', '7411', '741', '2221', '74');
const day = some('2026-01-01', '2026-06-15', '2026-06-16', '2026-09-01', '2027-01-01');
const state = some('FR', 'SE', 'IE', 'BE', 'IT');

const level = some(...cefrLevels);
const dimensions = fc.record(Object.fromEntries(cefrDimensions.map((name) => [name, level])), {
  requiredKeys: [],
});

const anyConsent = fc.record({
  sections: fc.oneof(fc.constant([...consentSections]), fc.subarray([...consentSections])),
  countries: fc.oneof(fc.constant(['FR', 'SE', 'IE', 'BE', 'IT']), few(state)),
  givenOn: some('2026-01-01', TODAY, '2026-06-16'),
  expiresOn: some('2027-01-01', '2026-06-16', TODAY),
  withdrawnAt: fc.option(fc.constant('2026-06-01T12:00:00Z'), { freq: 4 }),
});

const anyRight = fc.record({
  kind: some('nationality' as const, 'residence' as const, 'family-member' as const),
  country: fc.option(some('FR', 'SE', 'MA')),
  fromOn: fc.option(day),
  untilOn: fc.option(day),
});

const wholeConsent = {
  sections: [...consentSections],
  countries: ['FR', 'SE', 'IE', 'BE', 'IT'],
  givenOn: '2026-01-01',
  expiresOn: '2027-01-01',
  withdrawnAt: null,
};

/** Draws a person, any of whose sections may be empty or not shared. */
export const anyPerson: fc.Arbitrary<EngineCandidate> = fc.record({
  id: fc.uuid(),
  organisationId: fc.uuid(),
  birthOn: fc.option(some('1990-02-28', '2008-02-29', '2012-06-15')),
  nationalities: few(some('MA', 'MA', 'FR', 'TR')),
  residenceCountry: fc.option(state),
  residenceRegion: fc.constantFrom(null, 'Souss'),
  residencePermits: few(state, 1),
  euFamilyMember: fc.boolean(),
  rights: fc.oneof(
    { weight: 4, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: few(anyRight, 2) },
  ),
  occupations: few(
    fc.record(
      {
        isco: fc.option(isco),
        esco: fc.option(some('esco:electrician', 'esco:nurse')),
        years: fc.option(fc.double({ min: 0, max: 9, noNaN: true })),
        lastWorkedOn: lastDay,
      },
      { requiredKeys: ['isco', 'esco', 'years'] },
    ),
  ),
  skills: few(fc.record({ uri: fc.constant(null), label: fc.option(skill) }), 4),
  languages: few(
    fc.record(
      { code: some('fr', 'es', 'ar'), level, dimensions },
      { requiredKeys: ['code', 'level'] },
    ),
  ),
  educationLevel: fc.option(fc.integer({ min: 1, max: 8 })),
  educationField: fc.option(fc.oneof(educationField, some('0710', 'Électricité'))),
  licences: few(some('B', 'C'), 2),
  desiredCountries: few(state, 2),
  desiredOccupations: few(isco, 2),
  permitCategories: fc.subarray(['seasonal', 'general']),
  desiredPay: fc.option(
    fc.record({
      amount: some(11, 12.5, 1_600, 3_000, 19_200),
      currency: some('EUR', 'SEK'),
      interval: some(...desiredPayIntervals),
    }),
  ),
  availableFromOn: fc.option(day),
  availableUntilOn: fc.option(day),
  previousStays: few(fc.record({ returnedOn: fc.option(day) }), 2),
  consents: fc.oneof(
    { weight: 4, arbitrary: fc.constant([wholeConsent]) },
    { weight: 2, arbitrary: few(anyConsent, 2) },
  ),
});

/** Draws a vacancy that may ask for licences too. */
export const anyVacancyWithLicences: fc.Arbitrary<VacancyFacts> = fc
  .tuple(anyVacancy, few(some('B', 'C'), 2))
  .map(([vacancy, licences]) => ({ ...vacancy, licences }));

/** Returns the same person in the form that the rules and the score use. */
export function factsOfPerson(person: EngineCandidate, state: string, on: string): CandidateFacts {
  const { consents, ...candidate } = person;
  return candidateFactsOf({ candidate, consents }, state, on);
}

/** Yields people one by one, as the engine reads them. */
export async function* each(people: readonly EngineCandidate[]): AsyncGenerator<EngineCandidate> {
  yield* people;
}
