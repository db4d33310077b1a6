import { known, type Part, unknown } from './part.ts';
import { byField } from './weights.ts';

/** The level against the one asked; where both name a field, as far as the field is the one asked. */
export const education: Part = (vacancy, candidate) => {
  const { educationLevel: asked, educationField: askedField } = vacancy;
  const { educationLevel: own, educationField: ownField } = candidate;
  if (asked === null) return unknown('vacancy');
  if (own === null) return unknown('person');
  const level = educationReach(own, asked);
  if (askedField === undefined || ownField === null) {
    return known(level, `level ${own} ${asked}`);
  }
  const value = level * fieldReach(ownField, askedField);
  return known(value, `level-and-field ${own} ${asked} ${ownField} ${askedField}`);
};

/** How far an EQF level reaches the one asked, 0 to 1: one level too low is half, more is nothing. */
export function educationReach(own: number, asked: number): number {
  const short = asked - own;
  return short <= 0 ? 1 : short === 1 ? 0.5 : 0;
}

/** How far a field of ISCED-F reaches the one asked, 0 to 1; any field within the one asked is that. */
export function fieldReach(own: string, asked: string): number {
  if (own.startsWith(asked)) return byField.asked;
  const shares = (digits: number): boolean =>
    own.length >= digits && own.slice(0, digits) === asked.slice(0, digits);
  if (shares(3)) return byField.sameNarrow;
  return shares(2) ? byField.sameBroad : byField.other;
}
