import { finding, type Finding } from '../../../platform/formats/finding.ts';
import type { IsHeader } from '../../../platform/formats/sheets/sheet-header.ts';
import {
  cleanCell,
  readSheetRecords,
  type SheetRecord,
} from '../../../platform/formats/sheets/sheet-records.ts';
import type { SentRow } from '../../../platform/imports/running/import-batch.ts';
import { Findings } from '../../../platform/formats/findings.ts';
import { type WordMeanings, noWords } from '../headers/word-meanings.ts';
import type { NamedSheet } from '../../../platform/formats/sheets/best-sheets.ts';
import { isNotPeople } from './not-people.ts';
import type { ReadCandidate, SentCandidate } from '../candidate-draft.ts';
import { type PairedCells, pairedCellsOf, withBeside, withYears } from './paired-cells.ts';
import { columnsMissing } from '../headers/columns-missing.ts';
import { dateParts } from '../dates/date-parts.ts';
import { datedColumns, withDaysFrom1904 } from '../dates/days-from-1904.ts';
import { isHeader, mapHeaders, type SheetOptions, surplus } from '../headers/header-mapping.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { dayFirst } from '../dates/month-first.ts';
import { numberedByPlace } from './numbered-by-place.ts';
import { isContact } from '../headers/numbered-columns.ts';
import { MarkedRows } from './marked-rows.ts';
import { titlesAlone } from '../cells/occupation-codes.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { cellsIn, sentRows } from './sent-again.ts';
import { readCell } from './sheet-cell.ts';
import type { Cells } from './sheet-person.ts';
import { readRow } from './spreadsheet-row.ts';
import { TableBelow } from './table-below.ts';
import { nameUnder } from '../headers/under-headings.ts';
import { UnnamedColumns } from '../headers/unnamed-columns.ts';
import { usable } from '../cells/unusable-cells.ts';
import { unlessEnded } from '../dates/valid-until.ts';
import { yearsUntilToday } from '../dates/years-until-today.ts';

/**
 * Reads the candidates of a sheet by its header, wherever that is and whatever its language.
 * `sheet` is the sheet of a workbook that `rows` belong to, or null.
 * @throws ColumnRefused for a column with a fact that must not decide who is selected
 */
export async function* readSheet(
  rows: AsyncIterable<readonly string[][]>,
  { words = noWords, onHeaders = () => undefined, today, withSources = false }: SheetOptions,
  sheet: NamedSheet | null = null,
): AsyncGenerator<SentCandidate[]> {
  const isName = isHeader(words.headers);
  const by = { words, isName, today, sheet, withSources };
  let reader = new SheetReader([], [], by);
  const onColumns = (columns: readonly string[], first: readonly string[][]): void => {
    const mappings = mapHeaders(columns, words.headers, first);
    reader = new SheetReader(columns, mappings, by);
    onHeaders(mappings);
  };
  const tellApart = (columns: readonly string[], first: readonly string[][]): string[] =>
    numberedByPlace(columns, words.headers, first);
  const options = { onColumns, tellApart, isHeader: isName, nameUnder };
  for await (const records of readSheetRecords(rows, options))
    yield records.map((record) => reader.read(record));
}

/** A column that is read. */
interface ReadColumn {
  at: number;
  besides: PairedCells;
  column: Column;
  mapping: HeaderMapping;
}

interface ReadBy {
  words: WordMeanings;
  isName: IsHeader;
  today: string | undefined;
  sheet: NamedSheet | null;
  withSources: boolean;
}

/** Reads the rows of one sheet. */
class SheetReader {
  private readonly columns: readonly string[];
  private readonly mappings: HeaderMapping[];
  private readonly words: WordMeanings;
  private readonly inOrder: readonly ReadColumn[];
  private readonly surpluses: readonly number[];
  /** The positions of the columns with years of work. */
  private readonly yearsAt: readonly number[];
  private readonly today: string | undefined;
  private readonly unnamed: UnnamedColumns;
  private readonly below: TableBelow;
  private readonly marked: MarkedRows | null;
  /** The positions of the columns whose numbers count days from 1904. */
  private readonly from1904: readonly number[];
  private readonly sentRow: (sent: SheetRecord) => SentRow;
  private readonly withSources: boolean;
  /** Whether the sender withholds the names. */
  private readonly isPseudonymous: boolean;
  /** The cells of the last candidate, whose group the next row may count. */
  private above: readonly string[] = [];
  /** Findings about the whole sheet, reported with its first row. */
  private ofSheet: readonly Finding[];

  constructor(
    columns: readonly string[],
    mappings: HeaderMapping[],
    { words, isName, today, sheet, withSources }: ReadBy,
  ) {
    this.columns = columns;
    this.mappings = mappings;
    this.words = words;
    this.inOrder = mappings.toSorted(byPlace).flatMap((mapping) => readColumn(mapping, columns));
    this.surpluses = columns.flatMap((name, at) => (name.startsWith(surplus) ? [at] : []));
    this.unnamed = new UnnamedColumns(columns);
    this.today = today;
    const ofYears = mappings.filter(({ column }) => column === 'occupation_years');
    this.yearsAt = ofYears.map(({ header }) => columns.indexOf(header));
    this.below = new TableBelow(columns, isName);
    this.marked = sheet && new MarkedRows(sheet, columns, mappings);
    this.from1904 = sheet?.from1904 ? datedColumns(columns, mappings) : [];
    this.sentRow = sentRows(columns, mappings);
    this.withSources = withSources;
    this.isPseudonymous = mappings.some(({ pseudonym }) => pseudonym);
    this.ofSheet = columnsMissing(mappings);
  }

  read(sent: SheetRecord): SentCandidate {
    this.marked?.take(sent);
    const read = this.readOne(sent);
    if (read.passedOver) return read;
    this.above = sent.values;
    const told = [...this.ofSheet, ...(this.marked?.tellHidden() ?? [])];
    this.ofSheet = [];
    return told.length === 0 ? read : { ...read, findings: [...told, ...read.findings] };
  }

  private readOne(sent: SheetRecord): SentCandidate {
    const other = this.below.take(sent);
    if (other?.passedOver) return other;
    if (other !== null) return this.passedOver(sent) ?? other;
    const said = new Findings();
    const filled = this.dated(this.marked?.fillDown(sent, said) ?? sent);
    const { draft, findings, reference } = this.readCells(filled, said);
    const source = draft === null || this.withSources ? this.sentRow(filled) : null;
    if (draft !== null) return { draft, findings, source, reference };
    const passed = this.passedOver(sent);
    if (passed !== null) return passed;
    const oneCell = ofOneCell(sent, this.columns, this.mappings);
    return { draft, findings: oneCell ?? findings, source, reference };
  }

  /** Returns the finding for a row that is not a candidate; null for one that may be. */
  private passedOver({ values }: SheetRecord): SentCandidate | null {
    const cells = values.map(cleanCell);
    if (!isNotPeople(cells, this.above.map(cleanCell))) return null;
    const path = this.columns[cells.findIndex(Boolean)] ?? '';
    const value = cells.filter(Boolean).join(' | ');
    const message = 'This row is a total, a signature or a note, so it is passed over.';
    const found = finding('drop', 'row-passed-over', { path, value }, message);
    return { draft: null, findings: [found], source: null, passedOver: true };
  }

  private dated(sent: SheetRecord): SheetRecord {
    if (sent.cells === null || this.from1904.length === 0) return sent;
    return { ...sent, cells: withDaysFrom1904(sent.cells, this.from1904) };
  }

  private readCells({ cells, error, repeated }: SheetRecord, said: Findings): ReadCandidate {
    if (cells === null) return { draft: null, findings: error ? [error] : [] };
    const unmended = stillTooLong(cells, this.surpluses, this.columns);
    if (unmended !== null) return { draft: null, findings: [unmended] };
    this.unnamed.tell(cells, said);
    const read = readRow(this.named(cells, said), this.isPseudonymous);
    const findings = said.list.length > 0 ? [...read.findings, ...said.list] : read.findings;
    if (repeated.length === 0) return { ...read, findings };
    const about = repeated.map((found) => this.aboutRepeated(found));
    const unsure = about.some(({ severity }) => severity === 'reject');
    const { draft, reference } = read;
    return { draft: unsure ? null : draft, findings: [...findings, ...about], reference };
  }

  private named(written: readonly string[], said: Findings): Cells {
    const sent = this.untilToday(written, said);
    const cells: Cells = {};
    for (const place of this.inOrder) {
      const { column, mapping } = place;
      const usual = usable(withBeside(sent, place, said), column, said);
      const alone = mapping.ofAnotherList ? titlesAlone(usual, column, said) : usual;
      const held = this.untilItsEnd(alone, sent, place, said);
      const read = withYears(
        readCell(held, column, mapping, this.words),
        sent,
        place.besides,
        said,
      );
      const cell = mapping.monthFirst ? dayFirst(column, read, said) : read;
      const before = cells[column];
      const isMore = before && cell !== '' && !isContact(column);
      // Twelve months or more are the whole duration, whatever the column of years says.
      if (isMore && mapping.unit === 'months' && Number.parseInt(cell, 10) >= 12) {
        cells[column] = cell;
        continue;
      }
      cells[column] = isMore ? `${before}${joinedBy(mapping)}${cell}` : before || cell;
    }
    return cells;
  }

  private untilItsEnd(
    cell: string,
    sent: readonly string[],
    { column, besides: { untilAt } }: ReadColumn,
    said: Findings,
  ): string {
    if (untilAt === null || this.today === undefined) return cell;
    return unlessEnded(cell, { until: sent[untilAt] ?? '', today: this.today, column }, said);
  }

  private untilToday(cells: readonly string[], said: Findings): readonly string[] {
    let counted = cells;
    for (const at of this.yearsAt) {
      const cell = cells[at] ?? '';
      const years = this.today ? yearsUntilToday(cell, this.today, said) : cell;
      if (years !== cell) counted = counted.with(at, years);
    }
    return counted;
  }

  /**
   * Rejects a row with two references: the identity of the candidate must not depend on their
   * order.
   */
  private aboutRepeated(found: Finding): Finding {
    const of = this.mappings.find(({ header }) => header === found.path);
    return of?.column === 'reference' ? { ...found, severity: 'reject' } : found;
  }
}

/**
 * Columns that belong to another are read with it: a level with its language, a code and years with
 * their title.
 */
function readColumn(mapping: HeaderMapping, columns: readonly string[]): ReadColumn[] {
  const { header, column, besideOf } = mapping;
  if (column === null || besideOf !== undefined) return [];
  return [
    { at: columns.indexOf(header), besides: pairedCellsOf(mapping, columns), column, mapping },
  ];
}

/**
 * Returns a single finding for a row with one filled cell, such as a heading inside the table; null
 * for any other row.
 */
function ofOneCell(
  sent: SheetRecord,
  columns: readonly string[],
  mappings: readonly HeaderMapping[],
): Finding[] | null {
  const cells = cellsIn(sent);
  // Cells beyond the last column, and our own remarks on a row sent again, have no mapping.
  const filled = mappings.flatMap(({ header }) => {
    const cell = cells[columns.indexOf(header)] ?? '';
    return cell === '' ? [] : [[header, cell] as const];
  });
  const [only] = filled;
  if (only === undefined || filled.length > 1 || mappings.length < 3) return null;
  const isSurplus = (at: number): boolean => columns[at]?.startsWith(surplus) ?? true;
  if (cells.some((cell, at) => cell !== '' && isSurplus(at))) return null;
  const message =
    'Only one cell of this row is filled. If it is a heading, delete the row; if it is a person, fill in the rest.';
  return [finding('reject', 'row-of-one-cell', { path: only[0], value: only[1] }, message)];
}

/**
 * Orders columns so that a second name follows the first, wherever its column is. The same goes for
 * numbered columns and parts of a date.
 */
const byPlace = (one: HeaderMapping, other: HeaderMapping): number => placeOf(one) - placeOf(other);

function placeOf({ furtherPart, number, part, unit }: HeaderMapping): number {
  if (part !== undefined) return dateParts.indexOf(part);
  return furtherPart || unit === 'months' ? 1 : (number ?? 0);
}

/**
 * Returns what joins the values of several headers of a column: a part of a date, a part of a name
 * or duration, or a further value.
 */
function joinedBy({ furtherPart, part, unit }: HeaderMapping): string {
  if (part !== undefined) return '/';
  return furtherPart || unit ? ' ' : ';';
}

/**
 * Returns a finding for a row that was too long when it was first sent and has not been corrected.
 */
function stillTooLong(
  cells: readonly string[],
  surpluses: readonly number[],
  columns: readonly string[],
): Finding | null {
  const at = surpluses.find((surplusAt) => (cells[surplusAt] ?? '') !== '');
  if (at === undefined) return null;
  const message =
    'This row has more cells than the header has columns. Move each value under its column and empty this cell.';
  const [path, value] = [columns[at] ?? '', cells[at] ?? null];
  return finding('reject', 'row-too-long', { path, value }, message);
}
