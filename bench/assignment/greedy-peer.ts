import {
  type Assignment,
  type Market,
  readMerit,
} from '../../src/matching/assignment/acceptance/market.ts';

/**
 * The usual method: goes through all applications by score, the best first, and gives each person
 * the first place that is free. It keeps to positions and caps, but ignores tiers and wishes.
 */
export function assignByScore(market: Market): Assignment {
  const { positions, seats, offsets, vacancy, merit, cover, covers } = market;
  const freePositions = positions.slice();
  const freeSeats = seats.slice();
  const place = new Int32Array(offsets.length - 1).fill(-1);
  const owner = ownersOf(market);
  for (const application of byScore(merit)) {
    const person = owner[application] ?? 0;
    const one = vacancy[application] ?? 0;
    if ((place[person] ?? 0) >= 0 || (freePositions[one] ?? 0) === 0) continue;
    const caps = covers[cover[application] ?? 0] ?? [];
    if (caps.some((cap) => (freeSeats[cap] ?? 0) === 0)) continue;
    place[person] = application;
    freePositions[one] = (freePositions[one] ?? 0) - 1;
    for (const cap of caps) freeSeats[cap] = (freeSeats[cap] ?? 0) - 1;
  }
  return { place, regimes: Array.from(seats, () => 'ordered') };
}

function ownersOf({ offsets, vacancy }: Market): Int32Array {
  const owner = new Int32Array(vacancy.length);
  for (let person = 0; person + 1 < offsets.length; person += 1) {
    owner.fill(person, offsets[person], offsets[person + 1]);
  }
  return owner;
}

/** Sorts all applications by score with a counting sort, the fastest way there is. */
function byScore(merit: Uint16Array): Int32Array {
  const starts = new Int32Array(1002);
  const rank = (packed: number): number => 1000 - readMerit(packed).score;
  for (const packed of merit) starts[rank(packed) + 1] = (starts[rank(packed) + 1] ?? 0) + 1;
  for (let one = 0; one < 1001; one += 1) {
    starts[one + 1] = (starts[one + 1] ?? 0) + (starts[one] ?? 0);
  }
  const sorted = new Int32Array(merit.length);
  merit.forEach((packed, application) => {
    const slot = starts[rank(packed)] ?? 0;
    sorted[slot] = application;
    starts[rank(packed)] = slot + 1;
  });
  return sorted;
}
