import readWorkbook, { type CellValue } from 'read-excel-file/node';
import { type NamedSheet, seenOf } from './best-sheets.ts';
import { plainNumber } from './plain-number.ts';
import { LONGEST_WORKBOOK, unpacksTooLarge, workbookUnreadable } from './workbook-refusals.ts';
import { readXmlRecords } from '../markup/xml-records.ts';
import type { ZipEntry } from '../packed/zip-file.ts';

/**
 * The sheets that hold something and are not hidden. Dates become `yyyy-mm-dd`, numbers plain digits; a formula gives
 * its last result.
 * @throws FormatError when it is no workbook, or one too large for memory
 */
export async function readXlsxSheets(
  workbook: Buffer,
  entries: readonly ZipEntry[],
): Promise<NamedSheet[]> {
  await refuseLarge(entries);
  const sheets = await readWorkbook<string>(workbook, { parseNumber: plainNumber }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw workbookUnreadable(reason);
    },
  );
  const hidden = await hiddenSheets(entries);
  const filled = sheets.filter(({ data }) => data.length > 0);
  return seenOf(filled, ({ sheet }) => hidden.has(sheet)).map(({ sheet, data }) => ({
    name: sheet,
    rows: data.map((row) => row.map(cellText)),
  }));
}

/** The names of the sheets that nobody sees who opens the workbook. */
async function hiddenSheets(entries: readonly ZipEntry[]): Promise<Set<string>> {
  const hidden = new Set<string>();
  const directory = entries.find(({ name }) => name === 'xl/workbook.xml');
  if (!directory) return hidden;
  for await (const { attributes } of readXmlRecords(await directory.open(), ['sheet'])) {
    const { name = '', state = '' } = attributes;
    if (/^(very)?hidden$/i.test(state)) hidden.add(name);
  }
  return hidden;
}

/** The parts are unpacked once to nowhere, since the directory of a bomb tells no truth. */
async function refuseLarge(entries: readonly ZipEntry[]): Promise<void> {
  let size = 0;
  for (const entry of entries.filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    for await (const bytes of await entry.open()) {
      size += bytes.length;
      if (size > LONGEST_WORKBOOK) throw unpacksTooLarge();
    }
  }
}

function cellText(value: CellValue<string> | null): string {
  if (value === null) return '';
  const date: unknown = value;
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? '' : dayOf(date);
  return String(value).trim();
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
