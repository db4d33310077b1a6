import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCandidateFact,
  anEsco,
  anyCandidate,
  anyVacancy,
  aVacancyFact,
  TODAY,
} from '../facts.builders.ts';
import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { score, type Score } from './score.ts';
import { type PartName, weights } from './weights.ts';

/** Every occupation is the same as itself; a solar fitter is narrower than any other occupation. */
const esco = anEsco({
  relationBetween: (asked, own) =>
    asked === own ? 'same' : own === 'esco:solar fitter' ? 'narrower' : null,
});

const scoreOf = (vacancy: VacancyFacts, candidate: CandidateFacts): Score =>
  score(vacancy, candidate, { on: TODAY, esco });

const partOf = (found: Score, wanted: PartName): Score['contributions'][number] | undefined =>
  found.contributions.find(({ part }) => part === wanted);

const runs = { numRuns: 1_000 };
const sum = (values: number[]): number => values.reduce((all, value) => all + value, 0);

const demanding = aVacancyFact({
  isco: ['7411'],
  esco: [],
  essentialSkills: ['wiring', 'planning'],
  optionalSkills: ['welding'],
  requiredLanguages: [{ code: 'fr', rank: 3 }],
  wishedLanguages: [{ code: 'es', rank: 2 }],
  experienceYears: 4,
  educationLevel: 4,
  educationField: '0713',
  licences: ['B', 'C'],
  annualPay: { amount: 24_000, currency: 'EUR' },
  startsOn: '2026-09-01',
  endsOn: '2026-12-01',
});

/**
 * A candidate with everything that the demanding vacancy asks for; and below, one with nothing of
 * it.
 */
const perfect = aCandidateFact({
  occupations: [{ isco: '7411', esco: null, years: 4, lastWorkedOn: '2015-03-31' }],
  skills: ['wiring', 'planning', 'welding'],
  languages: ['fr', 'es'].map((code) => ({ code, rank: 6 })),
  educationLevel: 5,
  educationField: '0713',
  licences: ['B', 'C'],
  desiredCountries: ['FR'],
  desiredOccupations: ['74'],
  permitCategories: ['general'],
  desiredPay: { amount: 24_000, currency: 'EUR', per: 'year' },
  availableFromOn: '2026-09-01',
  availableUntilOn: '2026-12-01',
});
const unsuited = aCandidateFact({
  occupations: [{ isco: '2221', esco: null, years: 9 }],
  skills: ['nursing'],
  languages: [{ code: 'ar', rank: 6 }],
  educationLevel: 1,
  educationField: '0913',
  licences: ['AM'],
  desiredCountries: ['SE'],
  desiredOccupations: ['2221'],
  permitCategories: ['student'],
  desiredPay: { amount: 24_001, currency: 'EUR', per: 'year' },
  availableFromOn: '2026-10-01',
  availableUntilOn: '2026-11-01',
});

/** The ways in which a profile can say nothing. */
const silences: Partial<CandidateFacts>[] = [
  { occupations: [] },
  { occupations: [{ isco: null, esco: null, years: 7 }] },
  { skills: [] },
  { languages: [] },
  { educationLevel: null },
  { educationField: null },
  { licences: [] },
  { desiredCountries: [] },
  { desiredPay: null },
  { desiredCountries: [], desiredOccupations: [], permitCategories: [] },
  { availableFromOn: null, availableUntilOn: null },
];
const anySilence = fc
  .subarray(silences)
  .map((parts) => parts.reduce((all, silence) => ({ ...all, ...silence }), {}));

describe('a score', () => {
  it('can be worked out by hand', () => {
    const person = aCandidateFact({
      occupations: [{ isco: '7412', esco: null, years: 3, lastWorkedOn: '2025-09-30' }],
      skills: ['wiring', 'welding'],
      languages: [
        { code: 'fr', rank: 2, ranks: [4, 4, 4, 4, 2] },
        { code: 'es', rank: 1 },
      ],
      educationLevel: 3,
      educationField: '0732',
      licences: ['B'],
      desiredCountries: ['FR'],
      desiredOccupations: ['2'],
      permitCategories: ['general'],
      desiredPay: { amount: 22_800, currency: 'EUR', per: 'year' },
      availableFromOn: '2026-10-01',
    });
    const { total, completeness, contributions } = scoreOf(demanding, person);
    expect(contributions.map(({ part, points, of }) => [part, points, of])).toEqual([
      ['occupation', 280, 400], // the minor group in common: 0.7
      ['skills', 114, 200], // (1 + 1/3) of (2 + 1/3)
      ['languages', 72, 100], // French without a third of its writing, half of Spanish
      ['experience', 113, 120], // 3 years, counted as 3.75 for being recent, of 4
      ['education', 19, 50], // one level too low, in the same broad field
      ['licences', 15, 30], // one of two
      ['wishes', 53, 70], // country, permit category and pay, not the occupation
      ['availability', 15, 30], // comes late, can stay
    ]);
    expect(total).toBe(681);
    expect(completeness).toBe(1);
  });

  it('is the exact sum of its contributions, in whole thousandths', () => {
    fc.assert(
      fc.property(anyVacancy, anyCandidate, (vacancy, candidate) => {
        const { total, completeness, contributions } = scoreOf(vacancy, candidate);
        expect(sum(contributions.map(({ points }) => points))).toBe(total);
        expect(sum(contributions.map(({ of }) => of))).toBe(completeness > 0 ? 1000 : 0);
        for (const { points, of } of contributions) {
          expect(Number.isInteger(points) && Number.isInteger(of)).toBe(true);
          expect(points).toBeGreaterThanOrEqual(0);
          expect(points).toBeLessThanOrEqual(of);
        }
      }),
      runs,
    );
  });

  it('has every part once, with weights that add up to 100', () => {
    const { contributions } = scoreOf(demanding, perfect);
    expect(contributions.map(({ part }) => part)).toEqual(Object.keys(weights));
    expect(sum(Object.values(weights))).toBe(100);
  });

  it('never depends on who the candidate is, only on what they can do and wish', () => {
    fc.assert(
      fc.property(anyVacancy, anyCandidate, anyCandidate, (vacancy, one, other) => {
        const { id, nationalities, residenceCountry, residencePermits } = other;
        const { euFamilyMember, ofAgeOn, consents, trades, returnedBefore } = other;
        const origin = { id, nationalities, residenceCountry, residencePermits };
        const gates = { euFamilyMember, ofAgeOn, consents, trades, returnedBefore };
        expect(scoreOf(vacancy, { ...one, ...origin, ...gates })).toEqual(scoreOf(vacancy, one));
      }),
      runs,
    );
  });
});

describe('missing data', () => {
  it('is no punishment: a candidate who meets all that is known has the full score', () => {
    fc.assert(
      fc.property(anySilence, (silence) => {
        const { total, completeness } = scoreOf(demanding, { ...perfect, ...silence });
        expect(total).toBe(completeness > 0 ? 1000 : 0);
      }),
      runs,
    );
  });

  it('is no reward: a candidate who meets nothing that is known has no score', () => {
    fc.assert(
      fc.property(anySilence, (silence) => {
        expect(scoreOf(demanding, { ...unsuited, ...silence }).total).toBe(0);
      }),
      runs,
    );
  });

  it('leaves the weighted mean of what is known', () => {
    fc.assert(
      fc.property(anyVacancy, anyCandidate, (vacancy, candidate) => {
        const { total, completeness, contributions } = scoreOf(vacancy, candidate);
        const known = contributions.filter(({ value }) => value !== null);
        const weight = sum(known.map(({ part }) => weights[part]));
        const mean = sum(known.map(({ part, value }) => weights[part] * (value ?? 0))) / weight;
        expect(completeness).toBeCloseTo(weight / 100, 10);
        if (weight > 0) expect(Math.abs(total - mean * 1000)).toBeLessThanOrEqual(known.length);
        for (const { value, of } of contributions) expect(value === null).toBe(of === 0);
      }),
      runs,
    );
  });

  it('counts as little on the side of the vacancy', () => {
    const silent = aVacancyFact({ isco: [], esco: [] });
    const bare = { ...silent, startsOn: null };
    const { contributions } = scoreOf(bare, perfect);
    const known = contributions.filter(({ value }) => value !== null).map(({ part }) => part);
    expect(known).toEqual(['wishes', 'availability']);
  });
});

describe('the score of skills', () => {
  it('never falls when a candidate names one more', () => {
    const asked = fc.constantFrom('wiring', 'welding', 'planning', 'first aid', 'something else');
    fc.assert(
      fc.property(anyVacancy, anyCandidate, asked, (vacancy, candidate, skill) => {
        const skills = candidate.skills.length > 0 ? candidate.skills : ['juggling'];
        const before = scoreOf(vacancy, { ...candidate, skills }).total;
        const after = scoreOf(vacancy, { ...candidate, skills: [...skills, skill] }).total;
        expect(after).toBeGreaterThanOrEqual(before);
      }),
      runs,
    );
  });

  it('counts optional skills a third', () => {
    const vacancy = aVacancyFact({ essentialSkills: ['wiring'], optionalSkills: ['welding'] });
    const value = (skills: string[]): number | null | undefined =>
      partOf(scoreOf(vacancy, aCandidateFact({ skills })), 'skills')?.value;
    expect(value(['wiring', 'welding'])).toBe(1);
    expect(value(['wiring'])).toBeCloseTo(3 / 4);
    expect(value(['welding'])).toBeCloseTo(1 / 4);
  });

  it('counts rare skills more, and the neighbour of a required skill in part', () => {
    const vacancy = aVacancyFact({ essentialSkills: ['wiring', 'teamwork'] });
    const told = anEsco({
      rarityOf: (skill) => (skill === 'teamwork' ? 25 : 75),
      nearSkills: (skill) => (skill === 'wiring' ? ['cabling'] : []),
    });
    const partly = (skills: string[]) =>
      score(vacancy, aCandidateFact({ skills }), { on: TODAY, esco: told }).contributions[1];
    expect(partly(['wiring'])?.value).toBeCloseTo(0.75);
    expect(partly(['cabling', 'teamwork'])?.value).toBeCloseTo(0.25 + 0.4 * 0.75);
    expect(partly(['cabling', 'teamwork'])).toMatchObject({
      detail: 'skills 1 2 0 0 1',
      lacks: ['wiring'],
    });
  });
});
