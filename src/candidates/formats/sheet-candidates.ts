import { finding, type Finding } from '../../platform/formats/finding.ts';
import {
  byName,
  cleanCell,
  readSheetRecords,
  type SheetRecord,
} from '../../platform/formats/sheet-records.ts';
import { type AgencyWords, noWords, translateCell } from './agency-words.ts';
import { isBesidePeople } from './beside-people.ts';
import { saysNo } from './cell-values.ts';
import type { ReadCandidate, SentCandidate } from './candidate-draft.ts';
import {
  type HeaderMapping,
  isHeader,
  mapHeaders,
  type SheetOptions,
  surplus,
} from './header-mapping.ts';
import { dayFirst } from './month-first.ts';
import { saysNothing } from './nothing.ts';
import type { Column } from './spreadsheet-columns.ts';
import { asDecided } from './sent-again.ts';
import { type Cells, readRow } from './spreadsheet-row.ts';

/**
 * The people of a sheet by its header, wherever that stands and whatever language it is in.
 * @throws ColumnRefused for a column that nobody may be selected by
 */
export async function* readSheet(
  rows: AsyncIterable<readonly string[][]>,
  { words = noWords, onHeaders = () => undefined }: SheetOptions,
): AsyncGenerator<SentCandidate[]> {
  let sheet = new SheetReader([], [], words);
  const onColumns = (columns: readonly string[], first: readonly string[][]): void => {
    const mappings = mapHeaders(columns, words.headers, first);
    sheet = new SheetReader(columns, mappings, words);
    onHeaders(mappings);
  };
  const options = { onColumns, isHeader: isHeader(words.headers) };
  for await (const records of readSheetRecords(rows, options))
    yield records.map((record) => sheet.read(record));
}

/** A column that is read. */
interface ReadColumn {
  /** Where it stands. */
  at: number;
  column: Column;
  mapping: HeaderMapping;
}

/** Reads the rows of one sheet. */
class SheetReader {
  private readonly columns: readonly string[];
  private readonly mappings: HeaderMapping[];
  private readonly words: AgencyWords;
  private readonly inOrder: readonly ReadColumn[];
  private readonly surpluses: readonly number[];

  constructor(columns: readonly string[], mappings: HeaderMapping[], words: AgencyWords) {
    this.columns = columns;
    this.mappings = mappings;
    this.words = words;
    this.inOrder = mappings.toSorted(furtherPartsLast).flatMap((mapping) => {
      const { header, column } = mapping;
      return column === null ? [] : [{ at: columns.indexOf(header), column, mapping }];
    });
    this.surpluses = columns.flatMap((name, at) => (name.startsWith(surplus) ? [at] : []));
  }

  read(sent: SheetRecord): SentCandidate {
    const { draft, findings } = this.readCells(sent);
    if (draft !== null) return { draft, findings, source: null };
    const passed = passedOver(sent.values, this.columns);
    if (passed !== null) return passed;
    const source = sent.cells ? byName(this.columns, sent.cells) : asSent(this.columns, sent);
    return { draft, findings, source: asDecided(source, this.mappings) };
  }

  private readCells({ cells, error, repeated }: SheetRecord): ReadCandidate {
    if (cells === null) return { draft: null, findings: error ? [error] : [] };
    const unmended = stillTooLong(cells, this.surpluses, this.columns);
    if (unmended !== null) return { draft: null, findings: [unmended] };
    const turned: Finding[] = [];
    const read = readRow(this.named(cells, turned));
    const findings = turned.length > 0 ? [...read.findings, ...turned] : read.findings;
    if (repeated.length === 0) return { draft: read.draft, findings };
    const about = repeated.map((found) => this.aboutRepeated(found));
    const unsure = about.some(({ severity }) => severity === 'reject');
    return { draft: unsure ? null : read.draft, findings: [...findings, ...about] };
  }

  private named(sent: readonly string[], turned: Finding[]): Cells {
    const cells: Cells = {};
    for (const { at, column, mapping } of this.inOrder) {
      const said = readCell(sent[at], column, mapping, this.words);
      const cell = mapping.monthFirst ? dayFirst(column, said, turned) : said;
      // Each language may have a column of its own, and each part of a name.
      const before = cells[column];
      const between = mapping.furtherPart ? ' ' : ';';
      cells[column] = before && cell !== '' ? `${before}${between}${cell}` : before || cell;
    }
    return cells;
  }

  /** Who a row is about must not hang on which of two references comes first. */
  private aboutRepeated(found: Finding): Finding {
    const of = this.mappings.find(({ header }) => header === found.path);
    return of?.column === 'reference' ? { ...found, severity: 'reject' } : found;
  }
}

/** What is said of a row that is nobody; null for one that may be somebody. */
function passedOver(values: readonly string[], headers: readonly string[]): SentCandidate | null {
  const cells = values.map(cleanCell);
  if (!isBesidePeople(cells)) return null;
  const path = headers[cells.findIndex(Boolean)] ?? '';
  const value = cells.filter(Boolean).join(' | ');
  const message = 'A total, a signature or a note, and nobody: this row is passed over.';
  const found = finding('drop', 'row-passed-over', { path, value }, message);
  return { draft: null, findings: [found], source: null, passedOver: true };
}

/** A second name stands behind the first one, wherever its column does. */
function furtherPartsLast(one: HeaderMapping, other: HeaderMapping): number {
  return Number(one.furtherPart ?? false) - Number(other.furtherPart ?? false);
}

function readCell(
  sent: string | undefined,
  column: Column,
  { language, ofCards }: HeaderMapping,
  words: AgencyWords,
): string {
  const meant = words.values.get(column);
  const cell = meant && sent !== undefined ? translateCell(sent, meant, column) : (sent ?? '');
  if (saysNothing(cell, column)) return '';
  if (language !== undefined) return cell === '' || saysNo(cell) ? '' : `${language}:${cell}`;
  return ofCards ? cell.replace(/[\s.\u2010-\u2015-]/g, '').toUpperCase() : cell;
}

/**
 * A row that cannot be read by its columns, as near to them as it comes. Cells behind the last column are
 * named so that they refuse the row again for as long as they stand there: its other cells may be shifted.
 */
function asSent(headers: readonly string[], { values }: SheetRecord): Record<string, string> {
  const cells = values.flatMap((value, at): [string, string][] => {
    if (at < headers.length) return [[headers[at] || `column ${at + 1}`, value]];
    return value === '' ? [] : [[`${surplus}${at + 1}`, value]];
  });
  return Object.fromEntries(cells);
}

/** Of a row that was too long when it was sent first, and has not been mended since. */
function stillTooLong(
  cells: readonly string[],
  surpluses: readonly number[],
  columns: readonly string[],
): Finding | null {
  const at = surpluses.find((surplusAt) => (cells[surplusAt] ?? '') !== '');
  if (at === undefined) return null;
  const message = 'Move each cell under its column, and leave this one empty.';
  const [path, value] = [columns[at] ?? '', cells[at] ?? null];
  return finding('reject', 'row-too-long', { path, value }, message);
}
