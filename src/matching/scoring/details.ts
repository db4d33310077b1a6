/**
 * What the value of a part may rest on, by code: the names of the parameters, in their order. Put into
 * words when somebody reads it (see reasons/told-contribution.ts).
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
 * A code and its parameters, as one word each: the form that is scored fastest and stored smallest.
 * Empty where a side is silent, since the part and the side say it all.
 */
export type Detail = '' | DetailCode | `${DetailCode} ${string}`;
