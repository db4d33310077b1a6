import { knownValue, type Part, unknownValue } from './part.ts';

/**
 * Scores the share of the driving licences asked for that the candidate holds (Directive
 * 2006/126/EC).
 */
export const licences: Part = (vacancy, candidate) => {
  const asked = vacancy.licences;
  if (asked.length === 0) return unknownValue('vacancy');
  if (candidate.licences.length === 0) return unknownValue('person');
  const lacks = asked.filter((licence) => !candidate.licences.includes(licence));
  const held = asked.length - lacks.length;
  return knownValue(held / asked.length, `licences ${held} ${asked.length}`, lacks);
};
