import type { Findings } from '../../../vacancies/formats/values/findings.ts';
import { besideLevels } from '../cells/cell-languages.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { countsMonths } from '../headers/headers-together.ts';
import { saysNothing } from '../cells/nothing.ts';
import { withCodes } from '../cells/occupation-codes.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { readWorkedYears, yearsBehind } from '../cells/worked-years.ts';
import { type LanguageMode, levelOfModes } from '../headers/language-modes.ts';

/** Where that stands which is read with a cell; null where there is none. */
export interface Besides {
  /** The level of a language, the code of a title. */
  besideAt: number | null;
  /** The years that were worked as what a title says. */
  yearsAt: number | null;
  /** How well a language is read, spoken, written. */
  modesAt: readonly (readonly [LanguageMode, number])[];
  /** They are all that is said of it. */
  isOneLanguage: boolean;
  /** Until when it holds. */
  untilAt: number | null;
  /** A bare number of them counts months. */
  inMonths: boolean;
}

export function besidesOf(
  { beside, yearsIn, validUntil, language, modes = {} }: HeaderMapping,
  columns: readonly string[],
): Besides {
  const at = (header: string | undefined): number | null =>
    header === undefined ? null : columns.indexOf(header);
  // Of a name that is there twice, as beside a passport too, nobody knows which is which.
  const once = (header: string | undefined): number | null =>
    header !== undefined && columns.indexOf(header) === columns.lastIndexOf(header)
      ? at(header)
      : null;
  const inMonths = yearsIn !== undefined && countsMonths(yearsIn);
  const modesAt = Object.entries(modes).map(
    ([mode, header]) => [mode as LanguageMode, columns.indexOf(header)] as const,
  );
  return {
    besideAt: at(beside),
    yearsAt: at(yearsIn),
    modesAt,
    isOneLanguage: language !== undefined,
    untilAt: once(validUntil),
    inMonths,
  };
}

/** A cell, where it stands, and what stands beside it. */
interface Place {
  at: number;
  besides: Besides;
  column: Column;
}

/**
 * The cell of a column with what another says of the same: `Français:B2`, `7212 Soudeur`. What stands in one of them alone is
 * read as it is, or told.
 */
export function withBeside(
  cells: readonly string[],
  { at, besides: { besideAt, modesAt, isOneLanguage }, column }: Place,
  findings: Findings,
): string {
  const sent = cells[at] ?? '';
  if (isOneLanguage && modesAt.length > 0) return ofModes(cells, modesAt);
  const beside = (besideAt === null ? '' : cells[besideAt]) || ofModes(cells, modesAt);
  if (beside === '' || saysNothing(beside, column)) return sent;
  if (column === 'desired_occupations') return beside;
  if (column === 'occupation') return withCodes(sent, beside, findings);
  return besideLevels(sent, beside, findings);
}

/** A mode that nothing is said of is none. */
function ofModes(cells: readonly string[], modesAt: Besides['modesAt']): string {
  if (modesAt.length === 0) return '';
  const said: Partial<Record<LanguageMode, string>> = {};
  for (const [mode, at] of modesAt) {
    const cell = cells[at] ?? '';
    said[mode] = saysNothing(cell, 'languages') ? '' : cell;
  }
  return levelOfModes(said);
}

/** A title with the years that another column says were worked in it, `Soudeur (4 years)`, as clerks write them too. */
export function withYears(
  title: string,
  cells: readonly string[],
  { yearsAt, inMonths }: Besides,
  findings: Findings,
): string {
  const sent = yearsAt === null ? '' : (cells[yearsAt] ?? '');
  if (sent === '' || saysNothing(sent, 'occupation_years')) return title;
  const years = readWorkedYears(
    inMonths && !/\p{L}/u.test(sent) ? `${sent} months` : sent,
    findings,
  );
  if (years === null) return title;
  const own = yearsBehind(title);
  if (own !== null) {
    if (own.years !== years) tellYearsOfNone(sent, findings);
    return title;
  }
  if (title !== '' && !/[;|؛\r\n]/.test(title)) return `${title} (${years} years)`;
  if (years > 0) tellYearsOfNone(sent, findings);
  return title;
}

/** Of years of work that are of no occupation, or of several. */
export function tellYearsOfNone(value: string, findings: Findings): void {
  const at = { path: 'occupation_years', value };
  const message = 'Years of work are those of an occupation: state it.';
  findings.drop('years-of-no-occupation', at, message);
}
