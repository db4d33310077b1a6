import { known, type Part, unknown } from './part.ts';

/** One EQF level too low is half of what is asked; more is nothing. */
export const education: Part = (vacancy, candidate) => {
  if (vacancy.educationLevel === null) return unknown('vacancy', 'no level asked');
  if (candidate.educationLevel === null) return unknown('person', 'no level on record');
  const value = educationReach(candidate.educationLevel, vacancy.educationLevel);
  return known(value, `EQF ${candidate.educationLevel} for ${vacancy.educationLevel}`);
};

/** How far an EQF level reaches the one asked, 0 to 1. */
export function educationReach(own: number, asked: number): number {
  const short = asked - own;
  return short <= 0 ? 1 : short === 1 ? 0.5 : 0;
}
