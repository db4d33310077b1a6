import { addDays, addMonths, daysBetween } from '../../platform/clock/calendar-days.ts';

/** The warning begins this many days before the status is lost. */
const WARNING_DAYS = 90;

/** What is left of the absence that a long-term resident may take to work in their home country. */
export interface Absence {
  /** The last day on which a return keeps the status. */
  returnByOn: string;
  /** Days from today; 0 once the status is lost. */
  daysLeft: number;
  warning: 'none' | 'soon' | 'lost';
  months: number;
  citation: string;
}

/**
 * Computes the rest of an absence that has lasted without a break since the day of leaving. Pure.
 */
export function absenceOf(
  leftOn: string,
  today: string,
  { months, citation }: Pick<Absence, 'months' | 'citation'>,
): Absence {
  const returnByOn = addDays(addMonths(leftOn, months), -1);
  const left = daysBetween(today, returnByOn);
  const warning = left < 0 ? 'lost' : left < WARNING_DAYS ? 'soon' : 'none';
  return { returnByOn, daysLeft: Math.max(0, left), warning, months, citation };
}
