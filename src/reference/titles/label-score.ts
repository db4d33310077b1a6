import type { WordEvidence } from './word-likeness.ts';

/** How alike a title and a label are by letters, each 0 to 1. */
interface LetterEvidence {
  /** For the most telling form of the title. */
  main: number;
  /** For the best of its forms. */
  best: number;
}

/**
 * Weights of the evidence; the first five add up to 1. Found by coordinate ascent on one half of the
 * MELO queries (docs/reading-titles.md), rounded.
 */
const weights = {
  main: 0.22,
  best: 0.22,
  both: 0.2,
  inLabel: 0.3,
  first: 0.06,
  preferred: 0.15,
  group: -0.5,
} as const;

/** The one definition of how well a label fits a title. */
export function labelScore(
  { main, best }: LetterEvidence,
  { inTitle, inLabel, first }: WordEvidence,
  label: { preferred: boolean; group: boolean } | undefined,
): { score: number; likeness: number } {
  const both = inTitle + inLabel === 0 ? 0 : (2 * inTitle * inLabel) / (inTitle + inLabel);
  const likeness =
    weights.main * main +
    weights.best * best +
    weights.both * both +
    weights.inLabel * inLabel +
    weights.first * first;
  const score =
    likeness + (label?.preferred ? weights.preferred : 0) + (label?.group ? weights.group : 0);
  return { score, likeness };
}
