import { readDate } from '../../../platform/formats/calendar-dates.ts';
import { Findings } from '../../../platform/formats/findings.ts';

/** The period of a course, as a document states it. */
interface CoursePeriod {
  /** Whether the document says that the course is still going on. */
  goesOn: boolean;
  /** The last day, or only a month or a year, as written; null if there is none. */
  until: string | null;
}

/**
 * Returns whether a course is not finished on `today` (`yyyy-mm-dd`): it is going on, or its last
 * day, month or year has not begun. Without `today`, no date counts as future.
 */
export function isUnderWay({ goesOn, until }: CoursePeriod, today: string | undefined): boolean {
  if (goesOn) return true;
  const ends = readDate(until, 'first-day', '', new Findings());
  return ends !== null && today !== undefined && ends > today;
}
