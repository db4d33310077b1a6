import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  aCandidateFact,
  anEsco,
  anyWorld,
  aStateFact,
  aVacancyFact,
  ELECTRICIAN,
  TODAY,
  type World,
} from './facts.builders.ts';
import type { CandidateFacts } from './facts.ts';
import { type Decision, matchVacancy } from './match-vacancy.ts';
import { expectAgreement } from '../../test/support/oracles/agree-with-the-oracle.ts';

const decide = (world: World & { trained?: ReadonlySet<string> }): Decision[] =>
  matchVacancy({
    ...world,
    esco: anEsco({ relationBetween: (a, b) => (a === b ? 'same' : 'sibling') }),
  });

const inFrance = (candidates: CandidateFacts[], others: Partial<World> = {}): World => ({
  vacancy: aVacancyFact(),
  state: aStateFact(),
  settled: new Set(),
  candidates,
  ...others,
});

const idsProposed = (world: World): string[] =>
  decide(world).flatMap(({ status, candidateId }) => (status === 'proposed' ? candidateId : []));

const french = (known: Partial<CandidateFacts>): CandidateFacts =>
  aCandidateFact({ nationalities: ['FR'], ...known });
const unskilled = { occupations: [{ ...ELECTRICIAN, isco: '7412', esco: null }] };

describe('a fit candidate with Community preference', () => {
  const people = [french({ id: 'Amélie' }), aCandidateFact({ id: 'Brahim' })];

  it('holds back everybody from third countries', () => {
    const turk = aCandidateFact({ id: 'Cem', nationalities: ['TR'] });
    expect(idsProposed(inFrance([turk, ...people]))).toEqual(['Amélie']);
  });

  it('stops holding them back once the employer has dealt with the candidate, but stays in sight', () => {
    const settled = new Set(['Amélie']);
    expect(idsProposed(inFrance(people, { settled }))).toEqual(['Amélie', 'Brahim']);
  });

  it('holds nobody back if they cannot be matched', () => {
    const minor = french({ id: 'Amélie', ofAgeOn: '2027-01-01' });
    const silent = french({ id: 'Denise', consents: [] });
    expect(idsProposed(inFrance([minor, silent, ...people.slice(1)]))).toEqual(['Brahim']);
  });
});

describe('a candidate with Community preference who is not fit', () => {
  const half = { skills: ['juggling'], occupations: [{ ...ELECTRICIAN, years: 0 }] };
  const sibling = [{ isco: null, esco: 'esco:solar fitter', years: null }];
  it.each([
    ['half of the score, which is enough', 1, { ...half, desiredCountries: ['SE'] }],
    ['less', 2, { ...half, desiredCountries: ['SE'], languages: [{ code: 'ar', rank: 1 }] }],
    ['a close occupation, which is enough', 1, { occupations: sibling }],
    ['one less close', 2, { ...unskilled, skills: ['wiring'] }],
  ])('has %s', (_, proposed, known) => {
    const world = inFrance([french({ id: 'Amélie', ...known }), aCandidateFact({ id: 'Brahim' })]);
    const wishedLanguages = [{ code: 'fr', rank: 1 }];
    const vacancy = aVacancyFact({ essentialSkills: ['wiring'], wishedLanguages });
    expect(idsProposed({ ...world, vacancy })).toHaveLength(proposed);
  });

  it('comes first all the same, whatever the score, and holds nobody back', () => {
    const people = [aCandidateFact({ id: 'Brahim' }), french({ id: 'Amélie', ...unskilled })];
    const [first, second] = decide(inFrance(people));
    expect([first?.candidateId, second?.candidateId]).toEqual(['Amélie', 'Brahim']);
    expect(first?.score.total).toBeLessThan(second?.score.total ?? 0);
    expect([first?.status, second?.status]).toEqual(['proposed', 'proposed']);
  });
});

describe('a candidate who returned before', () => {
  it('comes first in tier 3, whatever the score, and in no other tier', () => {
    const back = aCandidateFact({ id: 'back', returnedBefore: true, ...unskilled });
    const fresh = aCandidateFact({ id: 'new' });
    expect(idsProposed(inFrance([fresh, back]))).toEqual(['back', 'new']);
    const turks = [fresh, back].map((person) => ({ ...person, nationalities: ['TR'] }));
    expect(idsProposed(inFrance(turks))).toEqual(['new', 'back']);
    expect(idsProposed(inFrance([back, { ...back, id: 'Cem', nationalities: ['TR'] }]))).toEqual([
      'Cem',
      'back',
    ]);
  });
});

describe('a candidate who was trained for the work', () => {
  const trained = new Set(['trained']);
  const low = aCandidateFact({ id: 'trained', ...unskilled });
  const high = aCandidateFact({ id: 'untrained' });

  it('comes before others of the tier, after the returned, and the decision says so', () => {
    const back = aCandidateFact({ id: 'returned', returnedBefore: true, ...unskilled });
    const decisions = decide({ ...inFrance([high, low, back]), trained });
    expect(decisions.map(({ candidateId, precedence }) => [candidateId, precedence])).toEqual([
      ['returned', 'returned'],
      ['trained', 'trained'],
      ['untrained', null],
    ]);
  });

  it('passes no earlier tier because of it, and no gate', () => {
    const turk = { ...high, id: 'Cem', nationalities: ['TR'] };
    const silent = { ...low, id: 'silent', consents: [] };
    const found = decide({
      ...inFrance([low, turk, silent]),
      trained: new Set(['trained', 'silent']),
    });
    expect(found.map(({ candidateId, status }) => [candidateId, status])).toEqual([
      ['Cem', 'proposed'],
      ['trained', 'proposed'],
      ['silent', 'held-back'],
    ]);
  });
});

describe('a shortlist', () => {
  it('is decided as an independent reading of the rules decides it', () => {
    const seen = { proposed: 0, waiting: 0, 'held-back': 0 };
    const check = (world: World): void => {
      for (const status of expectAgreement(world, decide(world))) seen[status] += 1;
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 2_000 });
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(50);
  });

  it('puts no lower tier before a higher one, and in a tier the returned first, then by score', () => {
    const check = (world: World): void => {
      const decisions = decide(world).filter(({ status }) => status === 'proposed');
      const keys = decisions.map(({ candidateId, tier, score }) => {
        const person = world.candidates.find(({ id }) => id === candidateId);
        const isNew = tier.tier !== '3' || !person?.returnedBefore;
        return [tier.tier, Number(isNew), String(1000 - score.total).padStart(4, '0')].join();
      });
      expect(keys).toEqual(keys.toSorted());
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 400 });
  });

  it('is decided alike whatever the order of the people', () => {
    const check = (world: World, cut: number): void => {
      const people = [...world.candidates.slice(cut), ...world.candidates.slice(0, cut)];
      const turned = { ...world, candidates: people.toReversed() };
      expect(decide(turned)).toEqual(decide(world));
    };
    fc.assert(fc.property(anyWorld, fc.nat(7), check), { numRuns: 200 });
  });

  it('is decided alike whichever passport comes first', () => {
    const told = (world: World) =>
      decide(world).map(({ candidateId, status, waitUntilOn }) => ({
        candidateId,
        status,
        waitUntilOn,
      }));
    const check = (world: World): void => {
      const candidates = world.candidates.map((person) => ({
        ...person,
        nationalities: person.nationalities.toReversed(),
      }));
      expect(told({ ...world, candidates })).toEqual(told(world));
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 400 });
  });

  it('uses no fact that the law forbids to ask for, only the age of majority', () => {
    const forbidden =
      /sex|gender|name|marital|spouse|child|pregnan|religio|ethnic|race|origin|union|health|disab|politic|photo|birth|age/i;
    const keys = Object.keys(aCandidateFact()).filter((key) => key !== 'languages');
    expect(keys.filter((key) => forbidden.test(key))).toEqual(['ofAgeOn']);
  });

  it('is decided alike at any age from eighteen', () => {
    const aged = (ofAgeOn: string): Omit<Decision, 'facts'>[] =>
      decide(inFrance([aCandidateFact({ ofAgeOn })])).map(({ facts: _, ...told }) => told);
    expect(aged('1975-01-01')).toEqual(aged(TODAY));
  });
});
