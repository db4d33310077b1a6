import readWorkbook, { type CellValue, type Sheet } from 'read-excel-file/node';
import { FormatError } from './format-error.ts';
import { headerWithin, type IsHeader } from './sheet-header.ts';
import type { ZipEntry } from './zip-file.ts';

/** A workbook is held whole, at about ten times its size: beyond this, CSV is the way. */
const longest = 33_554_432;

/**
 * The rows of the first sheet that has names of columns, else of the first with any rows. Dates
 * become `yyyy-mm-dd`, numbers plain digits; a formula gives its last result.
 * @throws FormatError when it is no workbook, or one too large for memory
 */
export async function* readXlsxRows(
  workbook: Buffer,
  entries: readonly ZipEntry[],
  isHeader: IsHeader,
): AsyncGenerator<string[]> {
  await refuseLarge(entries);
  const sheets = await readWorkbook<string>(workbook, { parseNumber: plainNumber }).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message : String(error);
      throw new FormatError('excel-unreadable', `The workbook cannot be read: ${reason}`);
    },
  );
  const filled = sheets.filter(({ data }) => data.length > 0);
  const chosen = filled.find((sheet) => namesIn(sheet, isHeader) > 1) ?? filled[0];
  for (const row of chosen?.data ?? []) yield row.map(cellText);
}

/** The parts are unpacked once to nowhere, since the directory of a bomb tells no truth. */
async function refuseLarge(entries: readonly ZipEntry[]): Promise<void> {
  let size = 0;
  for (const entry of entries.filter(({ name }) => /\.(xml|rels)$/.test(name))) {
    for await (const bytes of await entry.open()) {
      size += bytes.length;
      if (size <= longest) continue;
      const message = `A workbook unpacks to at most ${longest / 1_048_576} MB; save it as CSV`;
      throw new FormatError('excel-too-large', message);
    }
  }
}

function namesIn({ data }: Sheet<string>, isHeader: IsHeader): number {
  const counts = data
    .slice(0, headerWithin)
    .map((row) => row.map(cellText).filter(isHeader).length);
  return Math.max(0, ...counts);
}

/** A telephone number or a code that Excel took for a number keeps its digits: no `6.12E8`. */
function plainNumber(text: string): string {
  return /e/i.test(text) ? Number(text).toLocaleString('en', plain) : text;
}

const plain = { useGrouping: false, maximumFractionDigits: 12 };

function cellText(value: CellValue<string> | null): string {
  if (value === null) return '';
  const date: unknown = value;
  if (date instanceof Date) return Number.isNaN(date.getTime()) ? '' : dayOf(date);
  return String(value).trim();
}

const dayOf = (date: Date): string => date.toISOString().slice(0, 10);
