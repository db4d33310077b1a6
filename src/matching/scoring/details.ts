/**
 * The reasons for the value of a part, by code: the names of their parameters, in order. They are
 * put into words when read (see reasons/told-contribution.ts).
 */
export const detailParameters = {
  isco: ['ownCode', 'askedCode'],
  same: [],
  narrower: [],
  broader: [],
  sibling: [],
  'shared-skills': ['percent'],
  'other-field': [],
  skills: ['essential', 'ofEssential', 'optional', 'ofOptional', 'near'],
  languages: ['own', 'asked'],
  experience: ['years', 'asked'],
  'recent-experience': ['years', 'asked', 'counted'],
  level: ['own', 'asked'],
  'level-and-field': ['own', 'asked', 'ownCode', 'askedCode'],
  licences: ['own', 'asked'],
  wishes: ['met', 'unmet'],
  'wishes-beside-pay': ['met', 'unmet'],
  'free-from': ['from'],
  'free-until': ['until'],
  'free-between': ['from', 'until'],
} as const;

export type DetailCode = keyof typeof detailParameters;

/**
 * A code and its parameters, separated by spaces: the fastest form to score and the smallest to
 * store. Empty if a side is silent, because the part and the silent side then say everything.
 */
export type Detail = '' | DetailCode | `${DetailCode} ${string}`;
