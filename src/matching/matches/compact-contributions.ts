import type { Contribution } from '../scoring/score.ts';
import type { PartName } from '../scoring/weights.ts';

type Silent = [part: PartName, detail: string, silent: 'vacancy' | 'person'];
type Told = [
  ...[part: PartName, detail: string, value: number, points: number, of: number],
  ...([lacks: readonly string[]] | []),
];

/** A contribution as it is kept: without the names of its fields, nor what is empty. */
export type CompactContribution = Silent | Told;

export function compactOf(contribution: Contribution): CompactContribution {
  const { part, detail, silent, value, points, of, lacks } = contribution;
  if (silent !== null) return [part, detail, silent];
  const told = [part, detail, value ?? 0, points, of] as const;
  return lacks.length === 0 ? [...told] : [...told, lacks];
}

function contributionOf(compact: CompactContribution): Contribution {
  if (compact.length === 3) {
    const [part, detail, silent] = compact;
    return { part, value: null, detail, silent, lacks: [], of: 0, points: 0 };
  }
  const [part, detail, value, points, of, lacks = []] = compact;
  return { part, value, detail, silent: null, lacks, of, points };
}

/** For the column of a match. */
export const compactContributions = {
  to: (contributions: readonly Contribution[]) => contributions.map(compactOf),
  from: (kept: readonly CompactContribution[]) => kept.map(contributionOf),
};
