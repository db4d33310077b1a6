import readWorkbook, { type CellValue } from 'read-excel-file/node';
import { utcDate } from '../../clock/utc-date.ts';
import { type NamedSheet, seenOf } from '../sheets/best-sheets.ts';
import { roomForMerged, RowMarks } from '../sheets/row-marks.ts';
import { XlsxMarks } from './xlsx-marks.ts';
import { repairedWorkbook } from './xlsx-repair.ts';
import { plainNumber } from '../sheets/plain-number.ts';
import {
  LONGEST_WORKBOOK,
  unpacksTooLarge,
  workbookUnreadable,
} from '../sheets/workbook-refusals.ts';
import { readXmlRecords, type XmlElement } from '../markup/xml-records.ts';
import type { ZipEntry } from '../packed/zip-file.ts';

/**
 * Returns the sheets that hold something and are not hidden. Dates become `yyyy-mm-dd`, and numbers
 * plain digits. A formula gives its last result.
 * @throws FormatError if it is no workbook, or one too large for memory
 */
export async function readXlsxSheets(
  workbook: Buffer,
  entries: readonly ZipEntry[],
): Promise<NamedSheet[]> {
  const { marks, misread } = await readMarks(entries);
  const whole = await repairedWorkbook(workbook, entries, misread);
  const sheets = await readWorkbook<string>(whole, { parseNumber: plainNumber }).catch(
    (error: unknown) => {
      // The reader stumbles over parts that others need and lack.
      const isStumble = error instanceof TypeError || error instanceof RangeError;
      const said = error instanceof Error ? error.message : String(error);
      throw workbookUnreadable(isStumble ? 'parts of it are missing' : said);
    },
  );
  const listed = await listedSheets(entries);
  const from1904 = await countsFrom1904(entries);
  // A chart on a sheet of its own has no data, against the type.
  const filled = sheets.filter(({ data }) => Array.isArray(data) && data.length > 0);
  const isHidden = ({ sheet }: { sheet: string }): boolean => listed.get(sheet)?.isHidden ?? false;
  return seenOf(filled, isHidden).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(cellText)),
    marks: marks.get(listed.get(sheet)?.path ?? '') ?? new RowMarks(),
    from1904,
  }));
}

interface ListedSheet {
  /** Whether the sheet is not visible when the workbook is opened. */
  isHidden: boolean;
  path: string;
}

/** Returns the sheets by name (ECMA-376-1, 18.2.19; their paths by ECMA-376-2, 9.3). */
async function listedSheets(entries: readonly ZipEntry[]): Promise<Map<string, ListedSheet>> {
  const paths = new Map<string, string>();
  for await (const { attributes } of elementsOf(
    entries,
    'xl/_rels/workbook.xml.rels',
    'Relationship',
  )) {
    const { Id = '', Target = '' } = attributes;
    paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`);
  }
  const listed = new Map<string, ListedSheet>();
  for await (const { attributes } of elementsOf(entries, 'xl/workbook.xml', 'sheet')) {
    const { name = '', state = '', id = '' } = attributes;
    listed.set(name, { isHidden: /^(very)?hidden$/i.test(state), path: paths.get(id) ?? '' });
  }
  return listed;
}

/** Returns whether days are counted from 1904 (ECMA-376-1, 18.2.28, `date1904`). */
async function countsFrom1904(entries: readonly ZipEntry[]): Promise<boolean> {
  for await (const { attributes } of elementsOf(entries, 'xl/workbook.xml', 'workbookPr'))
    return /^(?:1|true|on)$/i.test(attributes['date1904'] ?? '');
  return false;
}

async function* elementsOf(
  entries: readonly ZipEntry[],
  path: string,
  element: string,
): AsyncGenerator<XmlElement> {
  const entry = entries.find(({ name }) => name === path);
  if (entry) yield* readXmlRecords(await entry.open(), [element]);
}

/**
 * Returns the marks of each sheet by its path, and the sheets with cells to repair. Every part is
 * unpacked once to count its bytes, since the directory of a bomb is false.
 */
async function readMarks(
  entries: readonly ZipEntry[],
): Promise<{ marks: Map<string, RowMarks>; misread: Set<string> }> {
  const marks = new Map<string, RowMarks>();
  const misread = new Set<string>();
  const room = roomForMerged();
  let size = 0;
  for (const entry of entries.filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    const reader = new XlsxMarks(room);
    for await (const bytes of await entry.open()) {
      size += bytes.length;
      if (size > LONGEST_WORKBOOK) throw unpacksTooLarge();
      if (entry.name.startsWith('xl/')) reader.write(bytes);
    }
    marks.set(entry.name, reader.marks);
    if (reader.hasMisreadCells) misread.add(entry.name);
  }
  return { marks, misread };
}

function cellText(value: CellValue<string> | null): string {
  if (value === null) return '';
  const date: unknown = value;
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? '' : utcDate(date);
  return String(value).trim();
}
