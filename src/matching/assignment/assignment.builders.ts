import fc from 'fast-check';
import type { Application, AssignmentInput } from './draw-market.ts';

const tiers = ['0', '1', '2', '3', '4'] as const;
const countries = ['MA', 'TN'] as const;

/** Makes an application in tier 3 that needs no seat, with a middling score. */
export function anApplication(
  candidateId: string,
  vacancyId: string,
  known: Partial<Application> = {},
): Application {
  return {
    candidateId,
    vacancyId,
    tier: '3',
    returned: false,
    score: 500,
    wish: null,
    quotaIds: [],
    ...known,
  };
}

interface Shape {
  /** Whether offers only lie inside each other. If not, they may also cross each other. */
  nested: boolean;
  /** Whether everybody needs a seat of one country, so that all limits of a world nest. */
  oneCountry: boolean;
}

interface Offer {
  id: string;
  country: string;
  from: number;
  until: number;
  seats: number;
}

/**
 * Draws random worlds of few people, so that everything occurs together: ties of score, offers
 * without a seat, people of one tier here and another there. Vacancies stand in a row; an offer
 * covers a stretch of them.
 */
export function anAssignmentInput(shape: Shape): fc.Arbitrary<AssignmentInput> {
  const rows = fc.integer({ min: 1, max: 6 });
  return rows.chain((count) =>
    fc
      .record({
        seed: fc.string({ minLength: 1, maxLength: 8 }),
        positions: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: count, maxLength: count }),
        offers: fc.array(anOffer(count), { maxLength: 6 }),
        people: fc.array(aPerson(count, shape), { minLength: 1, maxLength: 14 }),
      })
      .map(({ seed, positions, offers, people }) => {
        const kept = shape.nested ? nestedOnly(offers) : offers;
        const numbered = kept.map((offer, index) => ({ ...offer, id: `offer-${index}` }));
        return {
          seed,
          vacancies: positions.map((number, row) => ({ id: `vacancy-${row}`, positions: number })),
          quotas: numbered.map(({ id, seats }) => ({ id, seats })),
          applications: people.flatMap((person, index) =>
            person.wishes.map(({ row, ...wish }) =>
              applicationOf(`person-${index}`, row, { ...wish, country: person.country }, numbered),
            ),
          ),
        };
      }),
  );
}

function anOffer(rows: number): fc.Arbitrary<Omit<Offer, 'id'>> {
  return fc
    .record({
      country: fc.constantFrom(...countries),
      ends: fc.tuple(fc.nat(rows - 1), fc.nat(rows - 1)),
      seats: fc.nat(4),
    })
    .map(({ country, ends: [a, b], seats }) => {
      return { country, seats, from: Math.min(a, b), until: Math.max(a, b) };
    });
}

function aPerson(rows: number, { oneCountry }: Shape) {
  const wish = fc.record({
    row: fc.nat(rows - 1),
    tier: oneCountry ? fc.constant('3' as const) : fc.constantFrom(...tiers, '3' as const),
    score: fc.constantFrom(300, 500, 500, 700),
    wish: fc.constantFrom(null, 0, 0.5, 1),
    returned: fc.boolean(),
  });
  return fc.record({
    country: oneCountry ? fc.constant('MA') : fc.constantFrom(...countries),
    wishes: fc.uniqueArray(wish, { selector: ({ row }) => row, minLength: 1, maxLength: rows }),
  });
}

function applicationOf(
  candidateId: string,
  row: number,
  wish: Pick<Application, 'tier' | 'score' | 'wish' | 'returned'> & { country: string },
  offers: readonly Offer[],
): Application {
  const { country, ...rest } = wish;
  const covering = offers.filter(
    (offer) => offer.country === country && offer.from <= row && row <= offer.until,
  );
  const quotaIds = wish.tier === '3' ? covering.map(({ id }) => id) : [];
  return { candidateId, vacancyId: `vacancy-${row}`, ...rest, quotaIds };
}

/** Leaves out offers that would cross an earlier one. */
function nestedOnly<T extends Omit<Offer, 'id'>>(offers: readonly T[]): T[] {
  const kept: T[] = [];
  for (const one of offers) {
    const crosses = kept.some(
      (other) =>
        other.country === one.country &&
        other.from <= one.until &&
        one.from <= other.until &&
        !(other.from <= one.from && one.until <= other.until) &&
        !(one.from <= other.from && other.until <= one.until),
    );
    if (!crosses) kept.push(one);
  }
  return kept;
}
