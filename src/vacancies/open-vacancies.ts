/**
 * Returns a SQL condition: a vacancy is open, and the earlier of the last days that its source
 * names is not over. `vacancy` and `today` are the names of the row and of the date in the
 * statement.
 */
export const isOpenOn = (vacancy: string, today: string): string =>
  `${vacancy}.status = 'open' AND COALESCE(${lastDayOf(vacancy)} >= ${today}::date, true)`;

/**
 * Returns SQL for the last day on which a vacancy takes applications; null if its source names
 * none.
 */
export const lastDayOf = (vacancy: string): string =>
  `LEAST(${vacancy}.valid_until_on, ${vacancy}.apply_until_on)`;
