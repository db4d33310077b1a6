/**
 * The version of the weights, stored with every match. Raise it with any change here or in a part.
 */
export const WEIGHTS_VERSION = '2026-11-28.5';

/**
 * The most that each part can contribute; they add up to 100. Occupation leads, because a vacancy
 * is first of all a job. Wishes and availability are the candidate's own and count less than
 * abilities.
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

/** The parts in the order in which they are added up. */
export const partNames = Object.keys(weights) as PartName[];

/**
 * The minimum score, in thousandths, and occupation value of a fit candidate: half of the score,
 * and the same ISCO-08 unit group or a close relation in ESCO. Fit candidates with preference hold
 * others back. A midwife is no reason to turn a nurse away.
 */
export const FIT = { total: 500, occupation: 0.8 } as const;

/** The value of an ISCO-08 code by how many of four digits are not in common: none, one ... all. */
export const byIscoDistance = [1, 0.7, 0.4, 0.15, 0] as const;

/** The value by the relation of two ESCO occupations. */
export const byEscoRelation = { same: 1, narrower: 0.95, broader: 0.9, sibling: 0.8 } as const;

/** The value of an ESCO occupation all of whose essential skills are in common. */
export const BY_ESSENTIAL_SKILLS = 0.85;

/** The minimum closeness to be considered for a vacancy: the same sub-major group of ISCO-08. */
export const NEAR = 0.4;

/** An essential skill counts three times as much as an optional one of the same rarity. */
export const skillWeights = { essential: 3, optional: 1 } as const;

/** The worth of a skill directly above or below the one asked for, as a share of it. */
export const NEAR_SKILL = 0.4;

/**
 * `close`: years count up to this ISCO distance, which is the same minor group.
 * `enoughWithoutRequest`: if the vacancy asks for no years, two are enough.
 */
export const experienceTerms = { close: 1, enoughWithoutRequest: 2 } as const;

/**
 * The weight of years of work by how long ago they ended: `most` up to `freshYears`, 1 from
 * `staleYears` on, and on a straight line in between. Without an end date, years count once. Old
 * experience is never punished.
 */
export const recency = { most: 1.25, freshYears: 2, staleYears: 7 } as const;

/** The factor for the field of education (ISCED-F 2013) by its distance from the one asked for. */
export const byField = { asked: 1, sameNarrow: 0.9, sameBroad: 0.75, other: 0.5 } as const;
