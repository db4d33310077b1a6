import type { Findings } from '../../../platform/formats/findings.ts';
import { besideLevels } from '../cells/cell-languages.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { countsMonths } from '../headers/headers-together.ts';
import { saysNothing } from '../cells/nothing.ts';
import { withCodes } from '../cells/occupation-codes.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { readWorkedYears, withUnit, yearsBehind } from '../cells/worked-years.ts';
import { type LanguageMode, levelOfModes } from '../headers/language-modes.ts';

/** The positions of the cells that are read with a column; null for none. */
export interface PairedCells {
  /** The level of a language, or the code of a title. */
  besideAt: number | null;
  /** The years worked under a title. */
  yearsAt: number | null;
  /** The cells for how well a language is read, spoken and written. */
  modesAt: readonly (readonly [LanguageMode, number])[];
  /** Whether `modesAt` holds everything about the language. */
  isOneLanguage: boolean;
  /** The last day on which the value holds. */
  untilAt: number | null;
  /** Whether a bare number of years counts months. */
  inMonths: boolean;
}

/** Returns where the cells are that are read with a column, as positions in `columns`. */
export function pairedCellsOf(
  { beside, yearsIn, validUntil, language, modes = {} }: HeaderMapping,
  columns: readonly string[],
): PairedCells {
  const at = (header: string | undefined): number | null =>
    header === undefined ? null : columns.indexOf(header);
  // If the header occurs twice, as beside a passport too, it is unclear which one is meant.
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

/** A cell, its position, and the cells that it is read with. */
interface Place {
  at: number;
  besides: PairedCells;
  column: Column;
}

/**
 * Joins the cell of a column with the cell that belongs to it: `Français:B2`, `7212 Soudeur`. If
 * only one of the two is filled, it is read as it is or reported.
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

/** A mode without a statement is left out. */
function ofModes(cells: readonly string[], modesAt: PairedCells['modesAt']): string {
  if (modesAt.length === 0) return '';
  const said: Partial<Record<LanguageMode, string>> = {};
  for (const [mode, at] of modesAt) {
    const cell = cells[at] ?? '';
    said[mode] = saysNothing(cell, 'languages') ? '' : cell;
  }
  return levelOfModes(said);
}

/**
 * Adds the years from another column to a title: `Soudeur (4 years)`, as clerks also write it. If
 * they cannot belong to this title, the title is returned unchanged with a finding.
 */
export function withYears(
  title: string,
  cells: readonly string[],
  { yearsAt, inMonths }: PairedCells,
  findings: Findings,
): string {
  const sent = yearsAt === null ? '' : (cells[yearsAt] ?? '');
  if (sent === '' || saysNothing(sent, 'occupation_years')) return title;
  const years = readWorkedYears(inMonths ? withUnit(sent, 'months') : sent, findings);
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

/** Reports years of work that belong to no occupation, or to one of several. */
export function tellYearsOfNone(value: string, findings: Findings): void {
  const at = { path: 'occupation_years', value };
  const message =
    'The occupation of these years is not given, so they are left out. Write them behind its title, such as Welder (4 years).';
  findings.drop('years-of-no-occupation', at, message);
}
