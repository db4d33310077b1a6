import { type ZipEntry, zipOf } from '../packed/zip-file.ts';

/**
 * A cell of an error or of an ISO date (ECMA-376-1, 18.18.11). `read-excel-file` takes an error for
 * an empty cell, and a date without a time zone for one of the place where we run.
 */
const cellAsText = /(<(?:[\w.-]+:)?c\s(?:[^<>]*?\s)?t=)(["'])[ed]\2/g;

/** A workbook that counts days from 1904 and says so by the word, as LibreOffice does. */
const from1904 = /(<(?:[\w.-]+:)?workbookPr\s(?:[^<>]*?\s)?date1904=)(["'])(?:true|on)\2/i;

const ownFormat = /<(?:[\w.-]+:)?numFmt\s(?:[^<>]*?\s)?numFmtId=["'](\d{1,3})["']/g;
const useOfFormat = /(\snumFmtId=["'])(\d{1,3})(?=["'])/g;

/** The first number from which `read-excel-file` looks at what a workbook's own format says. */
const firstOwn = 100;

/** Returns whether the XML of a sheet has cells that would be misread. */
export const hasMisreadCells = (text: string): boolean => text.search(cellAsText) >= 0;

/**
 * Gives the formats of a workbook numbers of their own. SheetJS numbers them from 57, where other
 * languages have formats of dates: a reference `R-0042` would be a day of 1900.
 */
function withOwnNumbers(styles: string): string {
  const own = new Set(Array.from(styles.matchAll(ownFormat), ([, number = '']) => number));
  return styles.replace(useOfFormat, (whole, before: string, number: string) =>
    own.has(number) && Number(number) < firstOwn ? `${before}${Number(number) + 1_000}` : whole,
  );
}

function repairedPart(name: string, text: string): string {
  if (name === 'xl/workbook.xml') return text.replace(from1904, '$1$21$2');
  if (/^xl\/styles[^/]*\.xml$/.test(name)) return withOwnNumbers(text);
  return name.startsWith('xl/worksheets/') ? text.replace(cellAsText, '$1$2str$2') : text;
}

/**
 * Returns a workbook in which nothing is left that `read-excel-file` misreads; the same one if
 * there was nothing. `misread` names the sheets with such cells. The parts fit in memory, which the
 * caller has made sure of.
 */
export async function repairedWorkbook(
  workbook: Buffer,
  entries: readonly ZipEntry[],
  misread: ReadonlySet<string>,
): Promise<Buffer> {
  const repaired = new Map<string, Buffer>();
  for (const entry of entries) {
    const { name } = entry;
    if (!misread.has(name) && !/^xl\/(?:workbook|styles[^/]*)\.xml$/.test(name)) continue;
    // What is looked for is ASCII, whatever stands between.
    const sent = (await bytesOf(entry)).toString('latin1');
    const text = repairedPart(name, sent);
    if (text !== sent) repaired.set(name, Buffer.from(text, 'latin1'));
  }
  if (repaired.size === 0) return workbook;
  const parts: Record<string, Uint8Array> = {};
  for (const entry of entries)
    if (/\.(xml|rels)$/.test(entry.name))
      parts[entry.name] = repaired.get(entry.name) ?? (await bytesOf(entry));
  return zipOf(parts);
}

async function bytesOf(entry: ZipEntry): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const bytes of await entry.open()) pieces.push(Uint8Array.from(bytes));
  return Buffer.concat(pieces);
}
