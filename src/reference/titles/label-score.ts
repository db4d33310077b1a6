/** What is known of a title beside a label, each 0 to 1. */
export interface Evidence {
  /** By letters, for the most telling form of the title, and for the best of its forms. */
  main: number;
  best: number;
  /** The share of the title's words, by weight, that the label has or has the like of. */
  inTitle: number;
  /** The same for the label's words. */
  inLabel: number;
  /** Whether the label has the first word of the title, or the like. */
  first: number;
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
  { main, best, inTitle, inLabel, first }: Evidence,
  { preferred, group }: { preferred: boolean; group: boolean },
): { score: number; likeness: number } {
  const both = inTitle + inLabel === 0 ? 0 : (2 * inTitle * inLabel) / (inTitle + inLabel);
  const likeness =
    weights.main * main +
    weights.best * best +
    weights.both * both +
    weights.inLabel * inLabel +
    weights.first * first;
  const score = likeness + (preferred ? weights.preferred : 0) + (group ? weights.group : 0);
  return { score, likeness };
}
