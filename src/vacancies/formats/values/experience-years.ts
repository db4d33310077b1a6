/**
 * The minimum years of the EURES list EXPERIENCE: A none, B up to 1 year, C up to 2, D 2 to 5, E
 * over 5.
 */
const leastYears: Record<string, number> = { A: 0, B: 0, C: 1, D: 2, E: 5 };

const perYear: Record<string, number> = { day: 365, week: 52, month: 12, year: 1 };

/**
 * Reads a length of time such as `18` `month`, or an EXPERIENCE letter, as years to one decimal.
 * Returns null for anything else, and above 60 years.
 */
export function yearsOf(text: string | null, unit: string): number | null {
  const trimmed = text?.trim().toUpperCase() ?? '';
  if (trimmed === '') return null;
  const least = leastYears[trimmed];
  if (least !== undefined) return least;
  const amount = Number(trimmed.replace(',', '.'));
  const units = perYear[unit.trim().toLowerCase()];
  const years = units === undefined ? NaN : Math.round((amount / units) * 10) / 10;
  return years >= 0 && years <= 60 ? years : null;
}
