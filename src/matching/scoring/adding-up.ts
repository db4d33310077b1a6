import { partNames, weights } from './weights.ts';

const partWeights = partNames.map((name) => weights[name]);
const shares = new Map<number, readonly number[]>();

/**
 * What each part may give, in whole thousandths of the score, when the parts in `known` (a bit each,
 * in the order of `partNames`) are those that both sides say something about. They add up to 1000:
 * what is left by rounding goes to the next part.
 */
export function sharesOf(known: number): readonly number[] {
  const remembered = shares.get(known);
  if (remembered) return remembered;
  const isKnown = (at: number): boolean => (known & (1 << at)) !== 0;
  const all = partWeights.reduce<number>((sum, weight, at) => sum + (isKnown(at) ? weight : 0), 0);
  let counted = 0;
  const upTo = (weight: number): number => Math.round((weight * 1000) / all);
  const made = partWeights.map((weight, at) => {
    if (!isKnown(at)) return 0;
    const share = upTo(counted + weight) - upTo(counted);
    counted += weight;
    return share;
  });
  shares.set(known, made);
  return made;
}

/** What a part adds: `value` from 0 to 1 of what it may give. */
export function pointsOf(share: number, value: number): number {
  return Math.round(share * value);
}

/** The share of all weight that is known, 0 to 1. */
export function completenessOf(known: number): number {
  const weight = (all: boolean): number =>
    partWeights.reduce<number>((sum, one, at) => sum + (all || known & (1 << at) ? one : 0), 0);
  return weight(false) / weight(true);
}
