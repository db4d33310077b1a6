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
import type { CandidateFacts, PressedSectorFact } from './facts.ts';
import { type Decision, matchVacancy } from './match-vacancy.ts';
import { oracleTest } from '../../test/support/law-oracle.ts';

const FREE =
  'AT BE BG CH CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK';

const decide = (world: World): Decision[] =>
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

type Outcome = Pick<Decision, 'status' | 'waitUntilOn'>;

/**
 * The rules once more, from the design and the law alone: slow, plain, and sharing no code with
 * them. Scores are taken as given, since they have a specification of their own.
 */
function oracleFor({ vacancy, candidates, state, settled }: World, found: Decision[]) {
  const { law } = state;
  const test = oracleTest(vacancy, law, TODAY);
  const partnersOf = ({ nationalities }: CandidateFacts) =>
    nationalities.map((country) => ({
      country,
      agreed: state.partnerships.filter((one) => one.partnerCountry === country),
      sectors: state.pressedSectors.filter((one) => one.partnerCountry === country),
      seats: state.quotas.filter((one) => one.partnerCountry === country),
    }));

  const isTouched = ({ trades }: CandidateFacts, { scheme, code }: PressedSectorFact): boolean => {
    if (scheme === 'any') return true;
    if (scheme === 'esco')
      return [...vacancy.esco, ...trades.map(({ esco }) => esco)].includes(code);
    if (scheme === 'isco') {
      const works = [...vacancy.isco, ...trades.map(({ isco }) => isco)];
      return works.some((work) => work?.slice(0, code.length) === code);
    }
    return vacancy.nace?.split('.').join('').indexOf(code.split('.').join('')) === 0;
  };

  /** Not of another region only, and no agreement has seats left that re-open it. */
  const isClosedFor = (person: CandidateFacts, sector: PressedSectorFact): boolean =>
    [null, person.residenceRegion].includes(sector.region) && !((sector.exceptionLeft ?? 0) > 0);

  /** By the vacancy's work; by the person's where the vacancy has no code. */
  const isSafeguarded = ({ nationalities, trades }: CandidateFacts): boolean =>
    law['safeguard-list'].some(({ parameters: { countries, isco } }) => {
      const work = vacancy.isco.length > 0 ? vacancy.isco : trades.map((trade) => trade.isco ?? '');
      const listed = work.some((own) => isco.some((code) => own.indexOf(code) === 0));
      return listed && countries.some((country) => nationalities.includes(country));
    });

  /** The first of the person's countries from whose partnership they have something. */
  const favouring = (person: CandidateFacts) =>
    partnersOf(person).find(
      ({ agreed, sectors }) =>
        agreed.length > 0 &&
        !sectors
          .filter(({ effects }) => effects.includes('no-favourable-treatment'))
          .filter((sector) => isClosedFor(person, sector))
          .some((sector) => isTouched(person, sector)),
    );

  const tierOf = (person: CandidateFacts): number => {
    const { nationalities, euFamilyMember, residencePermits } = person;
    const named = (rules: readonly { parameters: { countries: string[] } }[], country: string) =>
      rules
        .map(({ parameters: { countries } }) => countries)
        .flat()
        .includes(country);
    const citizen = FREE.split(' ').filter((free) => nationalities.includes(free));
    const isLimited = (country: string): boolean =>
      country !== vacancy.state && named(law['accession-transition'], country);
    if (euFamilyMember || !citizen.every(isLimited)) return 0;
    if (citizen.length > 0) return 0.5;
    if (residencePermits.some((permit) => permit === vacancy.state)) return 1;
    if (nationalities.some((country) => named(law.association, country))) return 2;
    return favouring(person) ? 3 : 4;
  };

  const isPressed = (person: CandidateFacts): boolean =>
    partnersOf(person).some(({ agreed, sectors }) => {
      const exempt = agreed.some(({ circularExemption }) => circularExemption);
      const forbid = sectors
        .filter(({ effects }) => effects.includes('no-active-matching'))
        .filter((sector) => isClosedFor(person, sector));
      const touched = forbid.some((sector) => isTouched(person, sector));
      return touched && !(exempt && vacancy.permitCategory === 'seasonal');
    });

  const lacksSeat = (person: CandidateFacts): boolean => {
    const { seats = [], agreed = [] } = favouring(person) ?? {};
    if (seats.length > 0) return Math.min(...seats.map(({ remaining }) => remaining)) < 1;
    return agreed.some(({ components }) => components.includes('quotas'));
  };

  const isBarred = (person: CandidateFacts): boolean => {
    const consented = person.consents
      .filter(({ withdrawn, countries }) => !withdrawn && countries.includes(vacancy.state))
      .some(({ givenOn, expiresOn }) => !(TODAY < givenOn || TODAY >= expiresOn));
    const speaks = vacancy.requiredLanguages.every(({ code, rank }) =>
      person.languages.some((own) => own.code === code && own.rank >= rank),
    );
    const over = !vacancy.open || (vacancy.openUntilOn ?? TODAY) < TODAY;
    if (over || !consented || !speaks || person.ofAgeOn === null) return true;
    const tier = tierOf(person);
    if (tier < 2) return false;
    if (isSafeguarded(person)) return true;
    return test === 'never' || isPressed(person) || tier === 4 || (tier === 3 && lacksSeat(person));
  };

  const ownOutcome = (person: CandidateFacts): Outcome => {
    if (isBarred(person)) return { status: 'held-back', waitUntilOn: null };
    const tested = tierOf(person) < 2 || test === 'passed' ? 0 : Date.parse(test);
    const born = Date.parse(person.ofAgeOn ?? '');
    const adult = born <= Date.parse(vacancy.startsOn ?? TODAY) ? 0 : born;
    const until = Math.max(tested, adult);
    return until <= Date.parse(TODAY)
      ? { status: 'proposed', waitUntilOn: null }
      : { status: 'waiting', waitUntilOn: new Date(until).toISOString().slice(0, 10) };
  };

  const isFit = ({ id }: CandidateFacts): boolean => {
    const { total = 0, contributions = [] } =
      found.find((one) => one.candidateId === id)?.score ?? {};
    const work = contributions.find(({ part }) => part === 'occupation')?.value ?? 0;
    return total >= 500 && work >= 0.8;
  };

  const isKeptFor = candidates
    .filter((person) => tierOf(person) < 2 && !settled.has(person.id) && isFit(person))
    .some((person) => ownOutcome(person).status === 'proposed');
  const outcomeOf = (person: CandidateFacts): Outcome =>
    isKeptFor && tierOf(person) >= 2
      ? { status: 'held-back', waitUntilOn: null }
      : ownOutcome(person);
  return { tierOf, outcomeOf };
}

const french = (known: Partial<CandidateFacts>): CandidateFacts =>
  aCandidateFact({ nationalities: ['FR'], ...known });
const unskilled = { occupations: [{ ...ELECTRICIAN, isco: '7412', esco: null }] };

describe('a fit candidate with Community preference', () => {
  const people = [french({ id: 'Amélie' }), aCandidateFact({ id: 'Brahim' })];

  it('holds back all people from third countries', () => {
    const turk = aCandidateFact({ id: 'Cem', nationalities: ['TR'] });
    expect(idsProposed(inFrance([turk, ...people]))).toEqual(['Amélie']);
  });

  it('no longer holds them back once the employer has dealt with them, and stays in sight', () => {
    const settled = new Set(['Amélie']);
    expect(idsProposed(inFrance(people, { settled }))).toEqual(['Amélie', 'Brahim']);
  });

  it('holds nobody back while not to be matched', () => {
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
    expect([first?.rank, second?.rank]).toEqual([1, 2]);
  });
});

describe('a person who returned before', () => {
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

describe('any shortlist', () => {
  it('is decided as an independent reading of the rules decides it', () => {
    const seen = { proposed: 0, waiting: 0, 'held-back': 0 };
    const check = (world: World): void => {
      const decisions = decide(world);
      const { tierOf, outcomeOf } = oracleFor(world, decisions);
      for (const person of world.candidates) {
        const decision = decisions.find(({ candidateId }) => candidateId === person.id);
        expect(decision).toMatchObject(outcomeOf(person));
        expect(Number(decision?.tier.tier.replace('t', '.5'))).toBe(tierOf(person));
        seen[outcomeOf(person).status] += 1;
      }
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 3_000 });
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
      expect(decisions.map(({ rank }) => rank)).toEqual(decisions.map((_, index) => index + 1));
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 1_000 });
  });

  it('is decided alike in whatever order people come', () => {
    const check = (world: World, cut: number): void => {
      const people = [...world.candidates.slice(cut), ...world.candidates.slice(0, cut)];
      const turned = { ...world, candidates: people.toReversed() };
      expect(decide(turned)).toEqual(decide(world));
    };
    fc.assert(fc.property(anyWorld, fc.nat(7), check), { numRuns: 500 });
  });

  it('rests on nothing that law forbids to ask: only the age of majority', () => {
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
