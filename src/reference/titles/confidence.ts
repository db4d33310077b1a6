/** Below this a person is asked: nothing is guessed in silence. */
export const SURE = 0.75;

/** What is known of a name that is the very words, inflected perhaps. */
export interface VeryName {
  /** The name that its concept goes by, not another one of its names. */
  preferred: boolean;
  /** So many groups have it for such a name. */
  groups: number;
  /** Of all concepts with these words in a name, the share that is of its group: 0 to 1. */
  share: number;
}

/** What tells how probable it is that a concept, or another of its group, is meant. */
export interface Evidence {
  name: VeryName | null;
  /** It stands in a list of ours. */
  own: boolean;
  /** It is a whole group of occupations. */
  isGroup: boolean;
  /** The words tell that it may be other work: who helps at it, or what a general name is with another word. */
  isUnsure: boolean;
  /** To the best of its names, 0 to 1. */
  likeness: number;
  /** By how much less like the best name of any other group is. */
  margin: number;
  /** Of the ten other concepts with the likest names, how many are of its group. */
  support: number;
}

/** Words that are the name of one group only. */
export const namesOne = (name: VeryName | null): boolean => name?.groups === 1;

/** A short list has no rivals for most titles, so a great margin proves nothing. */
const MOST_MARGIN = 0.2;

/** Where another group is likelier, by how much says little. */
const LEAST_MARGIN = -0.1;

/**
 * Some of what words are merely like is offered, never taken: the name of a whole group, which lists
 * much work in few words, the work that somebody helps at, and a general name with another word beside it.
 */
const MOST_OFFERED = SURE - 0.01;

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds));

/**
 * The probability that the ISCO unit group is the right one, by logistic regression on titles that
 * nothing else was made by; docs/reading-titles.md has which, and what was observed on others.
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

/** Of skills, of which no coded texts are at hand: as was observed of titles before all else was known. */
export function confidenceOfSkill({ name, likeness, margin }: Evidence): number {
  if (name !== null) return (name.preferred ? 0.95 : 0.8) / name.groups;
  return Math.min(0.95, logistic(-3.64 + 4.92 * likeness + 3.7 * Math.min(margin, MOST_MARGIN)));
}

/**
 * A word of our own lists that names one thing. Words of one language are others in another
 * (infirmier): where the language is not known, ours come before ESCO's names.
 */
export function confidenceOfOwnName(languageIsKnown: boolean): number {
  return languageIsKnown ? 0.9 : 0.96;
}
