/** Below this a person is asked: nothing is guessed in silence. */
export const SURE = 0.7;

/**
 * Probabilities that the ISCO unit group is the right one, as observed on one half of the MELO
 * queries; docs/reading-titles.md has what was observed on the other half.
 */
const observed = {
  /** The words are the name that a concept goes by. */
  preferred: 0.95,
  /** The words are another of its names: one of several words for it, and sometimes for others. */
  other: 0.8,
  /** Fitted by logistic regression where the words are merely like a name. */
  like: { intercept: -3.64, likeness: 4.92, margin: 3.7 },
} as const;

/** A short list has no rivals for most titles, so a great margin proves nothing. */
const MOST_MARGIN = 0.2;

/**
 * For words that are like a name: by how like, and by how much less like the best name of anything
 * else they are. Both 0 to 1.
 */
export function confidenceOfLikeness(likeness: number, margin: number): number {
  const { intercept, ...of } = observed.like;
  const odds = Math.exp(
    intercept + of.likeness * likeness + of.margin * Math.min(margin, MOST_MARGIN),
  );
  return Math.min(odds / (1 + odds), observed.preferred);
}

/** For words that are a name, of so many different things. */
export function confidenceOfName(isPreferred: boolean, things: number): number {
  return (isPreferred ? observed.preferred : observed.other) / Math.max(1, things);
}

/**
 * A word of our own lists that names one thing. Words of one language are others in another
 * (infirmier): where the language is not known, ours come before ESCO's names.
 */
export function confidenceOfOwnName(languageIsKnown: boolean): number {
  return languageIsKnown ? 0.9 : 0.96;
}
