import { finding, type Finding } from '../../../platform/formats/finding.ts';
import {
  bestSheets,
  namesIn,
  type NamedSheet,
} from '../../../platform/formats/sheets/best-sheets.ts';
import {
  findHeader,
  headerWithin,
  mostColumns,
} from '../../../platform/formats/sheets/sheet-header.ts';
import { noWords } from '../headers/word-meanings.ts';
import { isHeader } from '../headers/header-mapping.ts';
import { type HeaderWords, meaningOf } from '../headers/header-meaning.ts';
import { findRefused } from '../headers/refused-columns.ts';
import { type Column, mayCountRows } from '../headers/spreadsheet-columns.ts';

/** Columns that identify a person; a table of candidates has at least one. */
const tellWho = new Set<Column | null>([
  ...(['reference', 'given_name', 'family_name', 'birth_date', 'documents'] as const),
  ...(['email', 'phone'] as const),
]);

/**
 * Returns the sheets of a workbook to read (`bestSheets`), without those that list the choices for
 * the cells of another. `leftOut` reports, with the first record, the other sheets that have column
 * names.
 */
export function sheetsOfPeople(
  all: readonly NamedSheet[],
  words: HeaderWords = noWords.headers,
): { sheets: NamedSheet[]; leftOut: Finding[] } {
  const isName = isHeader(words);
  const tables = all.map((sheet) => ({ sheet, ...parted(sheet, words) }));
  const ofPeople = tables.some(({ isOfPeople }) => isOfPeople)
    ? tables.filter(({ isOfPeople, body }) => isOfPeople || !saysEachOnce(body))
    : tables;
  const sheets = bestSheets(
    ofPeople.map(({ sheet }) => sheet),
    isName,
  );
  const others = all.filter((sheet) => !sheets.includes(sheet) && namesIn(sheet, isName) > 1);
  return { sheets, leftOut: others.length === 0 ? [] : [tell(others)] };
}

function parted(
  { rows }: NamedSheet,
  words: HeaderWords,
): { isOfPeople: boolean; body: readonly string[][] } {
  const filled = rows.filter((row) => row.some(Boolean));
  const first = filled.slice(0, headerWithin).map((row) => row.slice(0, mostColumns));
  const { names, taken } = findHeader(first, isHeader(words));
  return { isOfPeople: names.some((name) => isOfSomebody(name, words)), body: filled.slice(taken) };
}

function isOfSomebody(name: string, words: HeaderWords): boolean {
  if (name === '' || findRefused(name) !== null) return false;
  const { column, how } = meaningOf(name, words);
  return tellWho.has(column) && (how === 'chosen' || !mayCountRows(name));
}

/**
 * Returns whether hardly any cell repeats within its column, as in lists of choices. Many
 * candidates share a nationality or a trade.
 */
function saysEachOnce(rows: readonly string[][]): boolean {
  const said: Set<string>[] = [];
  let cells = 0;
  for (const row of rows)
    for (const [column, cell] of row.entries()) {
      if (cell === '') continue;
      cells += 1;
      (said[column] ??= new Set()).add(cell);
    }
  const once = said.reduce((sum, { size }) => sum + size, 0);
  return once >= cells * 0.9;
}

function tell(sheets: readonly NamedSheet[]): Finding {
  const value = sheets.map(({ name }) => name).join(' | ');
  const message =
    'These sheets are not read: they have no column that identifies people, or less than half the columns of another sheet. If they hold people, send them in a separate file.';
  return finding('warn', 'sheets-left-out', { path: 'sheet', value }, message);
}
