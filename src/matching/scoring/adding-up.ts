import { partNames, weights } from './weights.ts';

const partWeights = partNames.map((name) => weights[name]);
const partCount = partNames.length;

/** The shares, indexed by the known parts and the part; see shareOf. */
const shares = Int16Array.from({ length: partCount << partCount }, (_, at) =>
  computeShare(Math.floor(at / partCount), at % partCount),
);

/**
 * Returns the most that a part may give, in whole thousandths of the score; 0 if it is not known.
 * `known` has a bit, in the order of `partNames`, for each part that both sides say something
 * about. The shares of all known parts add up to 1000: rounding remainders go to the next part.
 */
export function shareOf(known: number, part: number): number {
  return shares[known * partCount + part] ?? 0;
}

/** Returns the points of a part, in thousandths: `value` (0 to 1) of its `share`. */
export function pointsOf(share: number, value: number): number {
  return Math.round(share * value);
}

/** Returns the share of all weight that is known, 0 to 1. */
export function completenessOf(known: number): number {
  return weightBefore(known, partCount) / weightBefore((1 << partCount) - 1, partCount);
}

function computeShare(known: number, part: number): number {
  if (!isKnown(known, part)) return 0;
  const all = weightBefore(known, partCount);
  const upTo = (end: number): number => Math.round((weightBefore(known, end) * 1000) / all);
  return upTo(part + 1) - upTo(part);
}

function weightBefore(known: number, end: number): number {
  return partWeights
    .slice(0, end)
    .reduce<number>((sum, weight, at) => sum + (isKnown(known, at) ? weight : 0), 0);
}

function isKnown(known: number, part: number): boolean {
  return (known & (1 << part)) !== 0;
}
