import { readDate } from '../../../vacancies/formats/values/calendar-dates.ts';
import { Findings } from '../../../vacancies/formats/values/findings.ts';

/** What a document says of when a course was taken. */
interface CoursePeriod {
  /** It says that the course goes on. */
  goesOn: boolean;
  /** The last day, or a month or a year alone, as it stands there; null where it says none. */
  until: string | null;
}

/**
 * Whether what a course leads to is not held yet on `today` (`yyyy-mm-dd`; without it no date is to come): it goes on, or
 * its last day, month or year is still to begin.
 */
export function isUnderWay({ goesOn, until }: CoursePeriod, today: string | undefined): boolean {
  if (goesOn) return true;
  const ends = readDate(until, 'first-day', '', new Findings());
  return ends !== null && today !== undefined && ends > today;
}
