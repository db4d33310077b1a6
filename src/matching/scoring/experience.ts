import { iscoDistance } from '../../reference/isco/isco.ts';
import { daysBetween } from '../../platform/clock/calendar-days.ts';
import type { OccupationFact, VacancyFacts } from '../facts.ts';
import { asksForOccupation, hasOccupationCode } from './occupation.ts';
import { knownValue, type Part, unknownValue } from './part.ts';
import { experienceTerms, recency } from './weights.ts';

/** The mean year of the Gregorian calendar. */
const DAYS_A_YEAR = 365.2425;

/** Scores years in the occupation against those asked for. Recent years count for more. */
export const experience: Part = (vacancy, { occupations }, { on }) => {
  if (!asksForOccupation(vacancy)) return unknownValue('vacancy');
  const told = occupations.filter((one) => one.years !== null && hasOccupationCode(one));
  if (told.length === 0) return unknownValue('person');
  const same = told.filter((one) => isSameWork(vacancy, one));
  const years = same.reduce((sum, one) => sum + (one.years ?? 0), 0);
  const counted = same.reduce((sum, one) => sum + countedYears(one, on), 0);
  const asked = vacancy.experienceYears ?? experienceTerms.enoughWithoutRequest;
  const value = experienceReach(counted, vacancy.experienceYears);
  if (counted <= years) return knownValue(value, `experience ${years} ${asked}`);
  return knownValue(value, `recent-experience ${years} ${asked} ${hundredths(counted)}`);
};

/** Returns how far years of work reach those asked for, 0 to 1. `asked` is null if none are. */
export function experienceReach(years: number, asked: number | null): number {
  const enough = asked ?? experienceTerms.enoughWithoutRequest;
  return enough === 0 ? 1 : Math.min(1, years / enough);
}

/**
 * Returns the years of an occupation as they count on a date, weighted by how recently it ended.
 * NaN if no years are given.
 */
export function countedYears(
  { years, lastWorkedOn }: Pick<OccupationFact, 'years' | 'lastWorkedOn'>,
  on: string,
): number {
  if (years === null) return Number.NaN;
  if (lastWorkedOn === undefined) return years;
  const { most, freshYears, staleYears } = recency;
  const ago = daysBetween(lastWorkedOn, on) / DAYS_A_YEAR;
  const fresh = Math.min(1, Math.max(0, (staleYears - ago) / (staleYears - freshYears)));
  return years * (1 + (most - 1) * fresh);
}

/** Returns whether years in `own` count as years in the occupation asked for. */
export function isSameWork(
  asked: Pick<VacancyFacts, 'isco' | 'esco'>,
  { isco, esco }: Pick<OccupationFact, 'isco' | 'esco'>,
): boolean {
  if (esco !== null && asked.esco.includes(esco)) return true;
  return (
    isco !== null && asked.isco.some((code) => iscoDistance(code, isco) <= experienceTerms.close)
  );
}

function hundredths(years: number): number {
  return Math.round(100 * years) / 100;
}
