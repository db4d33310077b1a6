/**
 * The least confidence at which a reading is taken. Below it a person is asked: nothing is guessed
 * silently.
 */
export const MIN_CONFIDENCE = 0.75;

/** A name that equals the words, apart from inflection. */
export interface ExactName {
  /** Whether the concept goes by this name, which is not just another of its names. */
  preferred: boolean;
  /** The number of groups with this name; counts preferred names only if this name is preferred. */
  groups: number;
  /** Of all concepts that have these words in a name, the share that is in its group, 0 to 1. */
  share: number;
}

/** The evidence that a concept, or another of its group, is meant. */
export interface Evidence {
  name: ExactName | null;
  /** Whether the name is from one of our own lists. */
  own: boolean;
  /** Whether the concept is a whole group of occupations. */
  isGroup: boolean;
  /**
   * Whether the words suggest other work: they speak of helping at it, or add a word to a general
   * name.
   */
  isUnsure: boolean;
  /** The likeness to the best of its names, 0 to 1. */
  likeness: number;
  /** By how much the best name of any other group is less alike; negative if it is more alike. */
  margin: number;
  /** Of the ten other concepts with the most similar names, the number in its group. */
  support: number;
}

/** Returns whether the words are the name of one group only. */
export const namesOne = (name: ExactName | null): boolean => name?.groups === 1;

/**
 * The greatest margin that counts. A short list has no rivals for most titles, so a greater one
 * proves nothing.
 */
const MOST_MARGIN = 0.2;

/** The least margin that counts: how far another group is ahead says little. */
const LEAST_MARGIN = -0.1;

/**
 * The most confidence for three kinds of likeness, which are offered but never taken. They are
 * likeness to the name of a whole group, which lists much work in few words, to work that somebody
 * helps at, and to a general name with another word beside it.
 */
const MOST_OFFERED = MIN_CONFIDENCE - 0.01;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * Returns the probability, 0 to 1, that the ISCO unit group is the right one. Uses logistic
 * regression, fitted on titles that serve nothing else. docs/reading-titles.md names them, and what
 * was observed on others.
 */
export function confidenceOfOccupation(evidence: Evidence): number {
  const { name, own, isGroup, isUnsure, likeness, margin, support } = evidence;
  if (name !== null)
    return (
      logistic(1.41 + 0.86 * Number(name.preferred) + 1.03 * Math.log(name.share) + 0.5 * support) /
      name.groups
    );
  const between = Math.max(LEAST_MARGIN, Math.min(margin, MOST_MARGIN));
  const likely = logistic(
    -4.64 + 4.63 * likeness + 7.58 * between + 0.33 * support + 0.34 * Number(own),
  );
  return isGroup || isUnsure ? Math.min(likely, MOST_OFFERED) : likely;
}

/**
 * Returns the probability, 0 to 1, that the skill is meant. No coded texts are at hand for skills,
 * so the weights are those observed on titles before the other evidence was known.
 */
export function confidenceOfSkill({ name, likeness, margin }: Evidence): number {
  if (name !== null) return (name.preferred ? 0.95 : 0.8) / name.groups;
  return Math.min(0.95, logistic(-3.64 + 4.92 * likeness + 3.7 * Math.min(margin, MOST_MARGIN)));
}

/**
 * Returns the confidence in a name from our own lists that names one group. The same word may mean
 * other work in another language (infirmier), so if the language is not known, our names come
 * before ESCO's.
 */
export function confidenceOfOwnName(languageIsKnown: boolean): number {
  return languageIsKnown ? 0.9 : 0.96;
}
