import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { decideDraw } from './decide-draw.ts';
import {
  type AllocationMode,
  allocationModes,
  type Application,
  DRAW_VERSION,
  personOf,
} from './draw.ts';
import type { Drawn, DrawInputs } from './draw.ts';

const OFFER = 'offer';

function anApplication(id: string, known: Partial<Application> = {}): Application {
  return {
    id,
    candidateId: `person of ${id}`,
    vacancyId: `vacancy of ${id}`,
    appliedAt: '2026-12-01T08:00:00.000Z',
    quotaIds: [OFFER],
    wish: null,
    returned: false,
    trained: false,
    score: 500,
    contractDays: 90,
    isco: ['9211'],
    regions: ['ES615'],
    ...known,
  };
}

function aDraw(
  mode: AllocationMode,
  applications: Application[],
  known: Partial<DrawInputs> = {},
): DrawInputs {
  const grant = known.grant ?? 1;
  return {
    version: DRAW_VERSION,
    mode,
    criteria: [],
    seed: 'seed',
    quotaId: OFFER,
    grant,
    quotas: [{ id: OFFER, seats: grant }],
    pending: [],
    placed: [],
    applications,
    ...known,
  };
}

const order = (drawn: readonly Drawn[]): string[] => drawn.map(({ id }) => id);
const outcomeOf = (drawn: readonly Drawn[]): Record<string, string> =>
  Object.fromEntries(drawn.map(({ id, outcome }) => [id, outcome]));
const outcomes = (drawn: readonly Drawn[]): string[] => drawn.map(({ outcome }) => outcome);

describe('a draw by order of arrival', () => {
  it('serves the first, and the rest wait in their order', () => {
    const late = anApplication('a', { appliedAt: '2026-12-01T09:00:00.000Z' });
    const drawn = decideDraw(aDraw('first-come', [late, anApplication('b')]));
    expect(order(drawn)).toEqual(['b', 'a']);
    expect(outcomes(drawn)).toEqual(['granted', 'seats-gone']);
  });

  it('takes a seat of every national offer that covers the application, or none', () => {
    const nested = anApplication('a', { quotaIds: [OFFER, 'inner'] });
    const quotas = [
      { id: OFFER, seats: 1 },
      { id: 'inner', seats: 0 },
    ];
    const drawn = decideDraw(aDraw('first-come', [nested, anApplication('b')], { quotas }));
    expect(drawn).toMatchObject([
      { id: 'a', outcome: 'other-offer-full', quotaId: 'inner' },
      { id: 'b', outcome: 'granted' },
    ]);
  });

  it('leaves an application that needs a seat of another round to that round', () => {
    const nested = anApplication('a', { quotaIds: [OFFER, 'inner'] });
    const quotas = [
      { id: OFFER, seats: 1 },
      { id: 'inner', seats: 1 },
    ];
    const [first] = decideDraw(aDraw('first-come', [nested], { quotas, pending: ['inner'] }));
    expect(first).toMatchObject({ outcome: 'awaits-other-round', quotaId: 'inner' });
  });
});

describe('a lottery', () => {
  // printf 'huelva a' | sha256sum begins with 86; with b it begins with 20, and with c with d3.
  it('orders by the hash of seed and application, which anybody can repeat', () => {
    const applications = ['a', 'b', 'c'].map((id) => anApplication(id));
    const drawn = decideDraw(aDraw('lottery', applications, { seed: 'huelva' }));
    expect(order(drawn)).toEqual(['b', 'a', 'c']);
    const other = decideDraw(aDraw('lottery', applications, { seed: 'spring' }));
    expect(order(other)).not.toEqual(order(drawn));
  });
});

describe('a draw by points', () => {
  it('follows criteria that are data, and draws lots among those with equal points', () => {
    const criteria = [
      { kind: 'verified-return' as const, points: 30 },
      { kind: 'trained-abroad' as const, points: 20 },
      { kind: 'match-score' as const, points: 10, atLeast: 700 },
      { kind: 'region' as const, points: 5, codes: ['ES61'] },
    ];
    const applications = [
      anApplication('near'),
      anApplication('far', { regions: ['ES300'] }),
      anApplication('returned', { returned: true }),
      anApplication('trained', { trained: true, score: 700 }),
      anApplication('nobody yet', { score: null }),
    ];
    const drawn = decideDraw(aDraw('points', applications, { criteria, grant: 2 }));
    const points = Object.fromEntries(drawn.map((one) => [one.id, one.points]));
    expect(points).toEqual({ trained: 35, returned: 35, near: 5, 'nobody yet': 5, far: 0 });
    expect(
      drawn.filter(({ outcome }) => outcome === 'granted').map(({ points }) => points),
    ).toEqual([35, 35]);
    expect(drawn.at(-1)?.id).toBe('far');
  });
});

describe('a stable assignment', () => {
  it('gives each person one place, the one they would rather have', () => {
    const person = { candidateId: 'salma' };
    const drawn = decideDraw(
      aDraw(
        'stable',
        [
          anApplication('unwished', { ...person, wish: 0.2, score: 900 }),
          anApplication('wished', { ...person, wish: 0.9, score: 700 }),
          anApplication('returned', { returned: true, score: 400 }),
          anApplication('new', { score: 600 }),
        ],
        { grant: 2 },
      ),
    );
    expect(outcomeOf(drawn)).toEqual({
      returned: 'granted',
      wished: 'granted',
      unwished: 'placed-elsewhere',
      new: 'seats-gone',
    });
  });
});

describe('a person who applies for several posts', () => {
  const salma = { candidateId: 'salma' };
  const hour = (at: number): Partial<Application> => ({
    appliedAt: `2026-12-01T0${at}:00:00.000Z`,
  });
  it('gets the post that meets their wishes better, and the next person takes the other', () => {
    const applications = [
      anApplication('first', { ...salma, ...hour(1), wish: 0.2 }),
      anApplication('better', { ...salma, ...hour(2), wish: 0.9 }),
      anApplication('next', hour(3)),
    ];
    const drawn = outcomeOf(decideDraw(aDraw('first-come', applications, { grant: 2 })));
    expect(drawn).toEqual({ first: 'placed-elsewhere', better: 'granted', next: 'granted' });
  });

  it('gets the first post drawn if they have no wishes', () => {
    const applications = [
      anApplication('first', { ...salma, ...hour(1) }),
      anApplication('second', { ...salma, ...hour(2) }),
      anApplication('next', hour(3)),
    ];
    const drawn = outcomeOf(decideDraw(aDraw('first-come', applications, { grant: 2 })));
    expect(drawn).toEqual({ first: 'granted', second: 'placed-elsewhere', next: 'granted' });
  });

  it('gets no second post in a later batch', () => {
    const applications = [anApplication('again', { ...salma, ...hour(1) }), anApplication('next')];
    const drawn = decideDraw(aDraw('batches', applications, { grant: 2, placed: ['salma'] }));
    expect(outcomeOf(drawn)).toEqual({ again: 'placed-elsewhere', next: 'granted' });
  });
});

describe('every draw', () => {
  const applications = fc
    .array(
      fc.record({
        person: fc.integer({ min: 0, max: 9 }),
        covered: fc.subarray(['inner', 'other']),
        score: fc.integer({ min: 0, max: 1000 }),
        returned: fc.boolean(),
        hour: fc.integer({ min: 0, max: 3 }),
        wish: fc.option(fc.constantFrom(0.2, 0.5, 0.9)),
      }),
      { maxLength: 30 },
    )
    .map((all) =>
      all.map(({ person, covered, hour, ...known }, index) =>
        anApplication(`p${index}`, {
          ...known,
          candidateId: person === 0 ? null : `person ${person}`,
          quotaIds: [OFFER, ...covered],
          appliedAt: `2026-12-01T0${hour}:00:00.000Z`,
        }),
      ),
    );
  const seats = fc.integer({ min: 0, max: 12 });

  it('keeps to every national offer, ranks everybody once, gives nobody two posts, and ignores the order of rows', () => {
    const property = fc.property(
      fc.constantFrom(...allocationModes),
      applications,
      fc.tuple(seats, seats, seats),
      (mode, all, [grant, inner, other]) => {
        const quotas = [
          { id: OFFER, seats: grant },
          { id: 'inner', seats: inner },
          { id: 'other', seats: other },
        ];
        const inputs = aDraw(mode, all, { grant, quotas });
        const drawn = decideDraw(inputs);
        expect(drawn.map(({ rank }) => rank)).toEqual(all.map((_, index) => index + 1));
        expect(decideDraw({ ...inputs, applications: all.toReversed() })).toEqual(drawn);
        const granted = new Set(
          drawn.filter((one) => one.outcome === 'granted').map(({ id }) => id),
        );
        const placed = all.filter(({ id }) => granted.has(id)).map(personOf);
        expect(new Set(placed).size).toBe(placed.length);
        for (const { id, seats } of quotas) {
          const taken = all.filter((one) => granted.has(one.id) && one.quotaIds.includes(id));
          expect(taken.length).toBeLessThanOrEqual(seats);
        }
      },
    );
    fc.assert(property, { numRuns: 300 });
  });

  it('leaves no seat free that a person without a post could take', () => {
    const property = fc.property(
      fc.constantFrom(...allocationModes.filter((mode) => mode !== 'stable')),
      applications,
      fc.tuple(seats, seats, seats),
      (mode, all, [grant, inner, other]) => {
        const free = new Map([
          [OFFER, grant],
          ['inner', inner],
          ['other', other],
        ]);
        const quotas = [...free].map(([id, seats]) => ({ id, seats }));
        const drawn = outcomeOf(decideDraw(aDraw(mode, all, { grant, quotas })));
        const granted = all.filter(({ id }) => drawn[id] === 'granted');
        for (const id of granted.flatMap(({ quotaIds }) => quotaIds)) {
          free.set(id, (free.get(id) ?? 0) - 1);
        }
        const placed = new Set(granted.map(personOf));
        const left = all.filter((one) => !placed.has(personOf(one)));
        const couldBe = left.filter(({ quotaIds }) =>
          quotaIds.every((id) => (free.get(id) ?? 0) > 0),
        );
        expect(couldBe).toEqual([]);
      },
    );
    fc.assert(property, { numRuns: 300 });
  });
});
