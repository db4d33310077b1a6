import { knownValue, type Part, unknownValue } from './part.ts';
import { byField } from './weights.ts';

/**
 * Scores the level against the one asked for. If both sides name a field, multiplies by how well
 * the fields match.
 */
export const education: Part = (vacancy, candidate) => {
  const { educationLevel: asked, educationField: askedField } = vacancy;
  const { educationLevel: own, educationField: ownField } = candidate;
  if (asked === null) return unknownValue('vacancy');
  if (own === null) return unknownValue('person');
  const level = educationReach(own, asked);
  if (askedField === undefined || ownField === null) {
    return knownValue(level, `level ${own} ${asked}`);
  }
  const value = level * fieldReach(ownField, askedField);
  return knownValue(value, `level-and-field ${own} ${asked} ${ownField} ${askedField}`);
};

/**
 * Returns how far an EQF level reaches the one asked for: 1 if it does, 0.5 one level below, else
 * 0.
 */
export function educationReach(own: number, asked: number): number {
  const short = asked - own;
  return short <= 0 ? 1 : short === 1 ? 0.5 : 0;
}

/**
 * Returns how far an ISCED-F field reaches the one asked for, 0 to 1. Any field within it counts in
 * full.
 */
export function fieldReach(own: string, asked: string): number {
  if (own.startsWith(asked)) return byField.asked;
  const shares = (digits: number): boolean =>
    own.length >= digits && own.slice(0, digits) === asked.slice(0, digits);
  if (shares(3)) return byField.sameNarrow;
  return shares(2) ? byField.sameBroad : byField.other;
}
