/** Named by every stored match; raise it with any change below. */
export const WEIGHTS_VERSION = '2026-11-24';

/**
 * How much each part can contribute; they add up to 100. Occupation leads, since a vacancy is first
 * of all a job; wishes and availability are the person's own and count less than what they can do.
 */
export const weights = {
  occupation: 40,
  skills: 20,
  languages: 10,
  experience: 12,
  education: 6,
  wishes: 8,
  availability: 4,
} as const;

export type PartName = keyof typeof weights;

/** From this score on a person counts as fit for the vacancy. */
export const FIT_THRESHOLD = 0.5;
