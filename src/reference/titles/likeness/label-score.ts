import type { WordEvidence } from './word-likeness.ts';

/** How alike a title and a label are by letters, each 0 to 1. */
interface LetterEvidence {
  /** The likeness of the most telling form of the title. */
  main: number;
  /** The likeness of the best of its forms. */
  best: number;
}

/**
 * Weights of the evidence; the first five add up to 1. Found by coordinate ascent on one half of
 * the MELO queries (docs/reading-titles.md), then rounded.
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

/**
 * The mean number of names per concept below which a language leaves many titles without a name.
 * There the name of a group is as likely to be the best answer. In ESCO 1.0.8 Swedish has 2.0,
 * Polish 2.6 and the others 3.4 to 9.9. Found like the weights, on one half of the MELO queries.
 */
const FEW_NAMES = 2.5;

/**
 * Returns the weight of a label that names a whole group, in a language with `names` names of
 * `concepts` concepts.
 */
export const groupWeight = (names: number, concepts: number): number =>
  names < FEW_NAMES * concepts ? 0 : weights.group;

/**
 * Scores how well a label fits a title. This is the only definition of the score. `group` is the
 * `groupWeight` of the language. Returns the score that labels are ordered by, and the likeness, 0
 * to 1, without regard to the kind of label.
 */
export function labelScore(
  { main, best }: LetterEvidence,
  { inTitle, inLabel, first }: WordEvidence,
  label: { preferred: boolean; group: boolean } | undefined,
  group: number,
): { score: number; likeness: number } {
  const both = inTitle + inLabel === 0 ? 0 : (2 * inTitle * inLabel) / (inTitle + inLabel);
  const likeness =
    weights.main * main +
    weights.best * best +
    weights.both * both +
    weights.inLabel * inLabel +
    weights.first * first;
  const score = likeness + (label?.preferred ? weights.preferred : 0) + (label?.group ? group : 0);
  return { score, likeness };
}
