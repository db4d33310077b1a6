import { finding, type Finding } from '../../platform/formats/finding.ts';
import {
  cleanCell,
  readSheetRecords,
  type SheetRecord,
} from '../../platform/formats/sheet-records.ts';
import { plainDigits } from '../../reference/fold-words.ts';
import { type AgencyWords, noWords, translateCell } from './agency-words.ts';
import { isBesidePeople } from './beside-people.ts';
import { saysNo } from './cell-values.ts';
import type { SentCandidate } from './candidate-draft.ts';
import { licenceSaid } from './driving-licences.ts';
import {
  type HeaderMapping,
  isHeader,
  mapHeaders,
  type SheetOptions,
  surplus,
} from './header-mapping.ts';
import { dateParts } from './date-parts.ts';
import { dayFirst } from './month-first.ts';
import { saysNothing } from './nothing.ts';
import type { Column } from './spreadsheet-columns.ts';
import { asDecided } from './sent-again.ts';
import { type Cells, readRow } from './spreadsheet-row.ts';
import { isContact } from './numbered-columns.ts';
import { TableBelow } from './table-below.ts';
import { tidyLines, withoutPlace } from './tidy-cells.ts';

/**
 * The people of a sheet by its header, wherever that stands and whatever language it is in.
 * @throws ColumnRefused for a column that nobody may be selected by
 */
export async function* readSheet(
  rows: AsyncIterable<string[]>,
  { words = noWords, onHeaders = () => undefined }: SheetOptions,
): AsyncGenerator<SentCandidate> {
  let headers: readonly string[] = [];
  let surpluses: readonly string[] = [];
  let mappings: HeaderMapping[] = [];
  let inOrder: readonly HeaderMapping[] = [];
  let isPseudonymous = false;
  const isName = isHeader(words.headers);
  let below = new TableBelow([], isName);
  const onColumns = (columns: readonly string[], first: readonly string[][]): void => {
    headers = columns;
    surpluses = columns.filter((name) => name.startsWith(surplus));
    mappings = mapHeaders(columns, words.headers, first);
    inOrder = mappings.filter(({ levelOf }) => levelOf === undefined).toSorted(byPlace);
    below = new TableBelow(columns, isName);
    isPseudonymous = mappings.some(({ pseudonym }) => pseudonym);
    onHeaders(mappings);
  };
  const readOne = (read: SheetRecord): SentRow => {
    const { record, error } = read;
    if (record === null)
      return { draft: null, findings: error ? [error] : [], source: asSent(headers, read) };
    const unmended = stillTooLong(record, surpluses);
    if (unmended.length > 0) return { draft: null, findings: unmended, source: record };
    return readNamed(record, read, { inOrder, words, isPseudonymous });
  };
  for await (const read of readSheetRecords(rows, {
    onColumns,
    isHeader: isName,
  })) {
    const other = below.take(read.values);
    if (other !== null) {
      yield other;
      continue;
    }
    const sent = readOne(read);
    if (sent.draft !== null) yield sent;
    else
      yield (
        passedOver(read.values, headers) ?? {
          draft: null,
          findings: ofOneCell(sent.source, mappings) ?? sent.findings,
          source: asDecided(sent.source, mappings),
        }
      );
  }
}

type SentRow = SentCandidate & { source: Record<string, string> };

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

/** Of a row that holds one cell, such as a heading within the table: all that lacks is one fault. */
function ofOneCell(
  source: Record<string, string>,
  mappings: readonly HeaderMapping[],
): Finding[] | null {
  // Cells behind the last column, and what we said ourselves of a row that is sent again, have no mapping.
  const filled = mappings.flatMap(({ header }) => {
    const cell = source[header] ?? '';
    return cell === '' ? [] : [[header, cell] as const];
  });
  const [only] = filled;
  if (only === undefined || filled.length > 1 || mappings.length < 3) return null;
  if (Object.keys(source).some((name) => name.startsWith(surplus) && source[name] !== ''))
    return null;
  const message =
    'Only one cell is filled: if it is a heading, leave the row out; if it is a person, fill in the rest.';
  return [finding('reject', 'row-of-one-cell', { path: only[0], value: only[1] }, message)];
}

/** A second name stands behind the first one, wherever its column does; and so do numbered columns and parts of a date. */
const byPlace = (one: HeaderMapping, other: HeaderMapping): number => placeOf(one) - placeOf(other);

function placeOf({ furtherPart, number, part, unit }: HeaderMapping): number {
  if (part !== undefined) return dateParts.indexOf(part);
  return furtherPart || unit === 'months' ? 1 : (number ?? 0);
}

/** Each language may have a column of its own, each of several values, and each part of a name or a date. */
function joinedBy({ furtherPart, part, unit }: HeaderMapping): string {
  if (part !== undefined) return '/';
  return furtherPart || unit ? ' ' : ';';
}

interface SheetMeaning {
  inOrder: readonly HeaderMapping[];
  words: AgencyWords;
  /** Its sender withholds the names. */
  isPseudonymous: boolean;
}

function readNamed(
  record: Record<string, string>,
  { repeated }: SheetRecord,
  { inOrder, words, isPseudonymous }: SheetMeaning,
): SentRow {
  const cells: Cells = {};
  const columnOf = new Map<string, Column>();
  const turned: Finding[] = [];
  for (const mapping of inOrder) {
    const { header, column } = mapping;
    if (column === null) continue;
    const said = readCell(sentCell(record, mapping), mapping, words);
    const cell = mapping.monthFirst ? dayFirst(column, said, turned) : said;
    const before = cells[column];
    const isMore = before && cell !== '' && !isContact(column);
    cells[column] = isMore ? `${before}${joinedBy(mapping)}${cell}` : before || cell;
    columnOf.set(header, column);
  }
  const read = readRow(cells, isPseudonymous);
  const { draft } = read;
  const findings = [...read.findings, ...turned];
  if (repeated.length === 0) return { draft, findings, source: record };
  // Who a row is about must not hang on which of two references comes first.
  const about = repeated.map((found) =>
    columnOf.get(found.path) === 'reference' ? { ...found, severity: 'reject' as const } : found,
  );
  const unsure = about.some(({ severity }) => severity === 'reject');
  return { draft: unsure ? null : draft, findings: [...findings, ...about], source: record };
}

function readCell(
  sent: string | undefined,
  { column, language, licence, unit, ofCards }: HeaderMapping,
  words: AgencyWords,
): string {
  if (column === null) return '';
  const meant = words.values.get(column);
  const told = meant && sent !== undefined ? translateCell(sent, meant, column) : (sent ?? '');
  const cell = told.includes('\n') ? tidyLines(told, column) : told;
  if (saysNothing(cell, column)) return '';
  if (unit !== undefined) return cell === '' || /\p{L}/u.test(cell) ? cell : `${cell} ${unit}`;
  if (licence !== undefined) return licenceSaid(licence, cell);
  if (column === 'residence_permits' && saysNo(cell)) return '';
  if (column === 'birth_date' && /\p{L}/u.test(cell)) return withoutPlace(plainDigits(cell));
  if (language !== undefined) return cell === '' || saysNo(cell) ? '' : `${language}:${cell}`;
  return ofCards ? cell.replace(/[\s.\u2010-\u2015-]/g, '').toUpperCase() : cell;
}

/** `Français:B2` of two columns; what stands in one of them alone is told, as it is. */
function sentCell(
  record: Record<string, string>,
  { header, level }: HeaderMapping,
): string | undefined {
  const sent = record[header];
  const said = level === undefined ? '' : (record[level] ?? '');
  return said === '' || saysNothing(said, 'languages') ? sent : `${sent ?? ''}:${said}`;
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
function stillTooLong(record: Record<string, string>, surpluses: readonly string[]): Finding[] {
  const path = surpluses.find((name) => (record[name] ?? '') !== '');
  if (path === undefined) return [];
  const message = 'Move each cell under its column, and leave this one empty.';
  return [finding('reject', 'row-too-long', { path, value: record[path] ?? null }, message)];
}
