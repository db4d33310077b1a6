import { partNames, weights } from './weights.ts';

const partWeights = partNames.map((name) => weights[name]);
const partCount = partNames.length;

/** By the known parts and the part; see shareOf. */
const shares = Int16Array.from({ length: partCount << partCount }, (_, at) =>
  computeShare(Math.floor(at / partCount), at % partCount),
);

/**
 * What a part may give, in whole thousandths of the score, when the parts in `known` (a bit each, in
 * the order of `partNames`) are those that both sides say something about. The shares of all known
 * parts add up to 1000: what is left by rounding goes to the next part.
 */
export function shareOf(known: number, part: number): number {
  return shares[known * partCount + part] ?? 0;
}

/** What a part adds: `value` from 0 to 1 of what it may give. */
export function pointsOf(share: number, value: number): number {
  return Math.round(share * value);
}

/** The share of all weight that is known, 0 to 1. */
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
