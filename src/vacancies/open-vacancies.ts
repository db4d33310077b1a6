/**
 * Whether anybody may still apply for a vacancy, as a condition in SQL: it is open, and the earlier of the last days that
 * its source names is not over. `vacancy`, `today`: how the statement names the row and the date.
 */
export const isOpenOn = (vacancy: string, today: string): string =>
  `${vacancy}.status = 'open' AND COALESCE(${lastDayOf(vacancy)} >= ${today}::date, true)`;

/** The last day on which anybody may apply for a vacancy, in SQL; null where its source names none. */
export const lastDayOf = (vacancy: string): string =>
  `LEAST(${vacancy}.valid_until_on, ${vacancy}.apply_until_on)`;
