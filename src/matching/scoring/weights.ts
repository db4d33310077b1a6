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

/**
 * Who counts as fit, and with preference holds others back: half of the score, and the same unit
 * group of ISCO-08 or a close relation in ESCO. A midwife is no reason to send a nurse away.
 */
export const FIT = { total: 500, occupation: 0.8 } as const;
