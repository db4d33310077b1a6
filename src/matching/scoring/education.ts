import { missing, type Part } from './part.ts';

/** One EQF level too low is half of what is asked; more is nothing. */
export const education: Part = (vacancy, candidate) => {
  if (vacancy.educationLevel === null) return missing('no level asked');
  if (candidate.educationLevel === null) return missing('no level on record');
  const short = vacancy.educationLevel - candidate.educationLevel;
  const value = short <= 0 ? 1 : short === 1 ? 0.5 : 0;
  return { value, detail: `EQF ${candidate.educationLevel} for ${vacancy.educationLevel}` };
};
