import { addDays, addMonths, daysBetween } from '../../matching/calendar-days.ts';

/** Dated and editable: COM(2007) 248 proposes two to three years for circular migrants. */
const absenceRule = {
  months: 12,
  citation: 'Directive 2003/109/EC Art. 9(1)(c)',
  certainty: 'verified',
} as const;

/** Warned from this many days before the status is lost. */
const WARNING_DAYS = 90;

/** What is left of the absence that a long-term resident may take to work in their home country. */
export interface Absence {
  /** The last day on which a return keeps the status. */
  returnByOn: string;
  /** From today; 0 once the status is lost. */
  daysLeft: number;
  warning: 'none' | 'soon' | 'lost';
  months: number;
  citation: string;
}

/** Of an absence without a break since the day of leaving. Pure. */
export function absenceOf(
  leftOn: string,
  today: string,
  months: number = absenceRule.months,
): Absence {
  const returnByOn = addDays(addMonths(leftOn, months), -1);
  const left = daysBetween(today, returnByOn);
  const warning = left < 0 ? 'lost' : left < WARNING_DAYS ? 'soon' : 'none';
  const { citation } = absenceRule;
  return { returnByOn, daysLeft: Math.max(0, left), warning, months, citation };
}
