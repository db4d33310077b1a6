import { iscoDistance } from '../../reference/isco/isco.ts';
import type { OccupationFact, VacancyFacts } from '../facts.ts';
import { asksForOccupation, isTold } from './occupation.ts';
import { known, type Part, unknown } from './part.ts';
import { experienceTerms } from './weights.ts';

/** Years in the occupation, against those asked. */
export const experience: Part = (vacancy, { occupations }) => {
  if (!asksForOccupation(vacancy)) return unknown('vacancy', 'no occupation asked');
  const told = occupations.filter((one) => one.years !== null && isTold(one));
  if (told.length === 0) return unknown('person', 'no years on record');
  const years = told
    .filter((one) => isSameWork(vacancy, one))
    .reduce((sum, one) => sum + (one.years ?? 0), 0);
  const asked = vacancy.experienceYears ?? experienceTerms.enoughWithoutRequest;
  return known(experienceReach(years, vacancy.experienceYears), `${years} years of ${asked}`);
};

/** How far years of work reach those asked, 0 to 1. */
export function experienceReach(years: number, asked: number | null): number {
  const enough = asked ?? experienceTerms.enoughWithoutRequest;
  return enough === 0 ? 1 : Math.min(1, years / enough);
}

/** Whether years in `own` are years in the occupation asked. */
export function isSameWork(
  asked: Pick<VacancyFacts, 'isco' | 'esco'>,
  { isco, esco }: Pick<OccupationFact, 'isco' | 'esco'>,
): boolean {
  if (esco !== null && asked.esco.includes(esco)) return true;
  return (
    isco !== null && asked.isco.some((code) => iscoDistance(code, isco) <= experienceTerms.close)
  );
}
