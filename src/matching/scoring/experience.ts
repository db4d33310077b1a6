import { iscoDistance } from '../../reference/isco/isco.ts';
import type { OccupationFact, VacancyFacts } from '../facts.ts';
import { missing, type Part } from './part.ts';

/** Years in the same minor group or closer count in full; what none asked for is enough at two. */
const CLOSE = 1;
const ENOUGH_WITHOUT_REQUEST = 2;

/** Years in the occupation, against those asked. */
export const experience: Part = (vacancy, { occupations }) => {
  if (vacancy.isco.length === 0 && vacancy.esco.length === 0) return missing('no occupation asked');
  const known = occupations.filter(({ isco, esco, years }) => years !== null && (isco ?? esco));
  if (known.length === 0) return missing('no years on record');
  const years = known
    .filter((occupation) => isClose(occupation, vacancy))
    .reduce((sum, occupation) => sum + (occupation.years ?? 0), 0);
  const asked = vacancy.experienceYears ?? ENOUGH_WITHOUT_REQUEST;
  const value = asked === 0 ? 1 : Math.min(1, years / asked);
  return { value, detail: `${years} years of ${asked}` };
};

function isClose({ isco, esco }: OccupationFact, vacancy: VacancyFacts): boolean {
  if (esco !== null && vacancy.esco.includes(esco)) return true;
  return isco !== null && vacancy.isco.some((asked) => iscoDistance(asked, isco) <= CLOSE);
}
