/** Named by every stored match; raise it with any change below or in a part. */
export const WEIGHTS_VERSION = '2026-11-28.5';

/**
 * How much each part can contribute; they add up to 100. Occupation leads, since a vacancy is first
 * of all a job; wishes and availability are the person's own and count less than what they can do.
 */
export const weights = {
  occupation: 40,
  skills: 20,
  languages: 10,
  experience: 12,
  education: 5,
  licences: 3,
  wishes: 7,
  availability: 3,
} as const;

export type PartName = keyof typeof weights;

/** In the order in which they are added up. */
export const partNames = Object.keys(weights) as PartName[];

/**
 * Who counts as fit, and with preference holds others back: half of the score, and the same unit
 * group of ISCO-08 or a close relation in ESCO. A midwife is no reason to send a nurse away.
 */
export const FIT = { total: 500, occupation: 0.8 } as const;

/** Value by how many of its four digits an ISCO-08 code lacks: none, one ... all. */
export const byIscoDistance = [1, 0.7, 0.4, 0.15, 0] as const;

/** Value by the relation of two ESCO occupations. */
export const byEscoRelation = { same: 1, narrower: 0.95, broader: 0.9, sibling: 0.8 } as const;

/** Value of an ESCO occupation all of whose essential skills another one shares. */
export const BY_ESSENTIAL_SKILLS = 0.85;

/** Nobody further away than the sub-major group of ISCO-08 is considered for a vacancy. */
export const NEAR = 0.4;

/** An essential skill counts three times an optional one of the same rarity. */
export const skillWeights = { essential: 3, optional: 1 } as const;

/** What a skill right above or below the one asked is worth of it. */
export const NEAR_SKILL = 0.4;

/** Years in the same minor group or closer count in full; what none asked for is enough at two. */
export const experienceTerms = { close: 1, enoughWithoutRequest: 2 } as const;

/**
 * Years of work that ended within the fresh years before the decision count `most` times, those that
 * ended as long ago as the stale years or longer once, and on a straight line in between. Where nobody
 * says when they ended: once. Old experience is never punished.
 */
export const recency = { most: 1.25, freshYears: 2, staleYears: 7 } as const;

/** What the level of an education is worth by its field of ISCED-F 2013, beside the one asked. */
export const byField = { asked: 1, sameNarrow: 0.9, sameBroad: 0.75, other: 0.5 } as const;
