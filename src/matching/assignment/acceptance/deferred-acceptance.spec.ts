import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anAssignmentInput, anApplication as apply } from '../assignment.builders.ts';
import { assign } from './deferred-acceptance.ts';
import { type AssignmentInput, drawMarket } from '../draw-market.ts';
import { explainAssignment } from '../explain-assignment.ts';
import type { CapRegime } from './market.ts';
import { isSound, verifyAssignment } from './verify-assignment.ts';

interface Outcome {
  /** The vacancy of each placed person, by person. */
  places: Record<string, string>;
  regimes: CapRegime[];
}

function outcomeOf(call: AssignmentInput): Outcome {
  const { market, people, applications } = drawMarket(call);
  const { place, regimes } = assign(market);
  const places = people.flatMap((person, number): [string, string][] => {
    const held = applications[place[number] ?? -1];
    return held ? [[person, held.vacancyId]] : [];
  });
  return { places: Object.fromEntries(places.sort()), regimes };
}

/**
 * A world of three vacancies and two national offers in which every assignment has a blocking pair.
 */
const nothingSettles: AssignmentInput = {
  seed: 'x',
  vacancies: [
    { id: 'v0', positions: 2 },
    { id: 'v1', positions: 2 },
    { id: 'v2', positions: 1 },
  ],
  quotas: [
    { id: 'all', seats: 2 },
    { id: 'none', seats: 0 },
  ],
  applications: [
    apply('p0', 'v2', { wish: 1.0, score: 813, quotaIds: [] }),
    apply('p0', 'v1', { wish: 0.75, score: 928, quotaIds: [] }),
    apply('p0', 'v0', { wish: 0.5, score: 943, quotaIds: [] }),
    apply('p1', 'v2', { wish: 1.0, score: 313, quotaIds: ['none', 'all'] }),
    apply('p1', 'v1', { wish: 0.75, score: 243, quotaIds: [] }),
    apply('p1', 'v0', { wish: 0.5, score: 645, quotaIds: ['all'] }),
    apply('p2', 'v2', { wish: 1.0, score: 288, quotaIds: ['none', 'all'] }),
    apply('p2', 'v1', { wish: 0.75, score: 848, quotaIds: ['all'] }),
    apply('p3', 'v0', { wish: 1.0, score: 446, quotaIds: ['all'] }),
    apply('p3', 'v1', { wish: 0.75, score: 765, quotaIds: [] }),
    apply('p3', 'v2', { wish: 0.5, score: 921, quotaIds: [] }),
    apply('p4', 'v2', { wish: 1.0, score: 212, quotaIds: [] }),
    apply('p4', 'v1', { wish: 0.75, score: 136, quotaIds: [] }),
    apply('p5', 'v1', { wish: 1.0, score: 900, quotaIds: [] }),
  ],
};

describe('a proposed assignment', () => {
  it('has no blocking pair and breaks no cap, in 1,000 random worlds with caps that cross each other', () => {
    const worlds = anAssignmentInput({ nested: false, oneCountry: false });
    fc.assert(
      fc.property(worlds, (call) => {
        const { market } = drawMarket(call);
        expect(verifyAssignment(market, assign(market))).toMatchObject({
          strangers: 0,
          overfilledVacancies: 0,
          overfilledCaps: 0,
          blocking: 0,
          lowerTierFirst: 0,
        });
      }),
      { numRuns: 1_000 },
    );
  });

  it('keeps the order of every cap if all limits nest', () => {
    const worlds = anAssignmentInput({ nested: true, oneCountry: true });
    fc.assert(
      fc.property(worlds, (call) => {
        const { market } = drawMarket(call);
        const proposed = assign(market);
        expect(proposed.regimes.filter((regime) => regime !== 'ordered')).toEqual([]);
        expect(isSound(verifyAssignment(market, proposed))).toBe(true);
      }),
      { numRuns: 1_000 },
    );
  });

  it('is the same whatever the order of the applications, for the same seed', () => {
    const worlds = anAssignmentInput({ nested: false, oneCountry: false });
    fc.assert(
      fc.property(worlds, fc.infiniteStream(fc.nat()), (call, randoms) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: randoms.next().value as number }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const { seed, vacancies, quotas, applications } = call;
        const other = {
          seed,
          vacancies: shuffled(vacancies),
          quotas: shuffled(quotas),
          applications: shuffled(applications),
        };
        expect(outcomeOf(other)).toEqual(outcomeOf(call));
      }),
      { numRuns: 300 },
    );
  });

  it('cannot be improved on by a person who withholds wishes, if all limits nest', () => {
    const worlds = anAssignmentInput({ nested: true, oneCountry: true });
    fc.assert(
      fc.property(worlds, fc.nat(), fc.nat(), (call, who, what) => {
        const { people, applications } = drawMarket(call);
        const liar = people[who % people.length];
        const truth = applications.filter(({ candidateId }) => candidateId === liar);
        const dropped = truth[what % truth.length];
        const rankOf = ({ places }: Outcome): number => {
          const place = places[liar ?? ''];
          const rank = truth.findIndex(({ vacancyId }) => vacancyId === place);
          return rank < 0 ? truth.length : rank;
        };
        const lied = { ...call, applications: applications.filter((one) => one !== dropped) };
        expect(rankOf(outcomeOf(lied))).toBeGreaterThanOrEqual(rankOf(outcomeOf(call)));
      }),
      { numRuns: 500 },
    );
  });

  it('gives the outcome of every application', () => {
    const worlds = anAssignmentInput({ nested: false, oneCountry: false });
    fc.assert(
      fc.property(worlds, (call) => {
        const drawn = drawMarket(call);
        const proposed = assign(drawn.market);
        const explained = explainAssignment(drawn, proposed);
        expect(explained).toHaveLength(call.applications.length);
        const placed = explained.filter(({ outcome }) => outcome === 'placed');
        expect(placed).toHaveLength(Object.keys(outcomeOf(call).places).length);
      }),
      { numRuns: 300 },
    );
  });

  it('gives up the order of a cap, and nothing else, if no assignment could keep it', () => {
    const { places, regimes } = outcomeOf({
      seed: 'x',
      vacancies: ['u', 'v', 'w'].map((id) => ({ id, positions: 1 })),
      quotas: [
        { id: 'for-ma', seats: 1 },
        { id: 'for-tn', seats: 1 },
      ],
      applications: [
        apply('c', 'v', { wish: 1, score: 500, quotaIds: ['for-tn'] }),
        apply('c', 'u', { wish: 0, score: 900 }),
        apply('d', 'u', { score: 800, quotaIds: ['for-ma'] }),
        apply('e', 'w', { score: 700, quotaIds: ['for-ma'] }),
        apply('f', 'w', { score: 600, quotaIds: ['for-tn'] }),
      ],
    });
    expect(regimes).toContain('held');
    expect(regimes).not.toContain('closed');
    expect(places).toEqual({ c: 'v', d: 'u' });
  });

  it('closes a cap if even then nothing would settle, and still breaks none', () => {
    const { market } = drawMarket(nothingSettles);
    const proposed = assign(market);
    expect(proposed.regimes).toEqual(['closed', 'ordered']);
    expect(isSound(verifyAssignment(market, proposed))).toBe(true);
  });

  it('works out the example of the documentation', () => {
    const proposed = (clinic: number): Record<string, string> => {
      const moroccan = { quotaIds: ['for-ma'] };
      const drawn = drawMarket({
        seed: 'x',
        vacancies: [
          { id: 'hospital', positions: 2 },
          { id: 'clinic', positions: clinic },
        ],
        quotas: [{ id: 'for-ma', seats: 1 }],
        applications: [
          apply('Ana', 'hospital', { tier: '0', score: 520 }),
          apply('Emre', 'hospital', { tier: '2', score: 700 }),
          apply('Emre', 'clinic', { tier: '2', score: 650 }),
          apply('Driss', 'hospital', { returned: true, score: 600, ...moroccan }),
          apply('Driss', 'clinic', { returned: true, score: 610, ...moroccan }),
          apply('Salma', 'hospital', { score: 900, ...moroccan }),
          apply('Salma', 'clinic', { score: 880, ...moroccan }),
          apply('Karim', 'hospital', { score: 900, ...moroccan }),
          apply('Joy', 'hospital', { tier: '4', score: 950 }),
          apply('Joy', 'clinic', { tier: '4', score: 940 }),
        ],
      });
      const explained = explainAssignment(drawn, assign(drawn.market));
      return Object.fromEntries(
        drawn.applications.map(({ candidateId, vacancyId }, number) => [
          `${candidateId} ${vacancyId}`,
          explained[number]?.outcome ?? '',
        ]),
      );
    };
    const others = { 'Karim hospital': 'later-tier', 'Joy hospital': 'later-tier' };
    const same = {
      ...others,
      'Ana hospital': 'placed',
      'Emre hospital': 'placed',
      'Emre clinic': 'placed-elsewhere',
      'Driss clinic': 'placed',
      'Driss hospital': 'placed-elsewhere',
      'Salma hospital': 'later-tier',
    };
    expect(proposed(1)).toEqual({
      ...same,
      'Salma clinic': 'not-returned',
      'Joy clinic': 'later-tier',
    });
    expect(proposed(2)).toEqual({ ...same, 'Salma clinic': 'offer-full', 'Joy clinic': 'placed' });
  });

  it('leaves the choice among equals to the seed alone', () => {
    const people = ['a', 'b', 'c', 'd'];
    const winners = new Set(
      ['1', '2', '3', '4', '5', '6', '7', '8'].map((seed) => {
        const applications = people.map((person) => apply(person, 'v'));
        const { places } = outcomeOf({
          seed,
          vacancies: [{ id: 'v', positions: 1 }],
          quotas: [],
          applications,
        });
        return Object.keys(places).join();
      }),
    );
    expect(winners.size).toBeGreaterThan(1);
  });
});
