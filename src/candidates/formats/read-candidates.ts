import type { NamedSheet } from '../../platform/formats/sheets/best-sheets.ts';
import { CsvError } from '../../platform/formats/csv/csv-error.ts';
import { readCsvRows } from '../../platform/formats/csv/csv-rows.ts';
import type { Finding } from '../../platform/formats/finding.ts';
import { FormatError } from '../../platform/formats/format-error.ts';
import { readHtmlTables } from '../../platform/formats/sheets/html-tables.ts';
import { eachAlone, inLists } from '../../platform/lists/in-lists.ts';
import { readJsonRecords } from '../../platform/formats/json/json-records.ts';
import {
  isOfArchive,
  type UnpackedFile,
  unpackFiles,
} from '../../platform/formats/packed/unpacked-files.ts';
import { readOdsSheets } from '../../platform/formats/sheets/ods-rows.ts';
import { RowMarks } from '../../platform/formats/sheets/row-marks.ts';
import { readXlsSheets } from '../../platform/formats/xls/xls-rows.ts';
import { readXlsxSheets } from '../../platform/formats/xlsx/xlsx-rows.ts';
import { storable } from '../../platform/formats/storable.ts';
import { readXmlRecords } from '../../platform/formats/markup/xml-records.ts';
import { xmlText } from '../../platform/formats/markup/xml-text.ts';
import type { ImportFailure } from '../../platform/imports/running/import-batch.ts';
import { isObject, objectAt } from '../../platform/formats/json/json-values.ts';
import type { ReadCandidate, SentCandidate } from './candidate-draft.ts';
import { asEuropassJson } from './europass-xml.ts';
import { readEuropass } from './europass.ts';
import { readHrXmlCandidate } from './hr-xml-candidate.ts';
import { isHeader, type SheetOptions } from './headers/header-mapping.ts';
import { ColumnRefused } from './headers/refused-columns.ts';
import { readSheet } from './sheets/sheet-candidates.ts';
import { sheetsOfPeople } from './sheets/sheets-of-people.ts';

/** One record of a file of candidates. */
export interface CandidateRecord extends SentCandidate {
  passedOver: boolean;
  /** From 1, through all files of an archive. */
  row: number;
  /**
   * The file in an archive of several and the sheet in a workbook of several; null if there is only
   * one.
   */
  file: string | null;
  /** The format of the file, or null if it could not be recognised. */
  format: CandidateFormat | null;
}

type CandidateFormat = 'csv' | 'xlsx' | 'xml' | 'json';

export interface ReadOptions extends SheetOptions {
  /** Called with the format of each file of an archive, or of the single file. */
  onFormat?: (format: CandidateFormat) => void;
}

/** Returns why a file as a whole could not be read, or not to its end; null for any other error. */
export function fileFailure(error: unknown): ImportFailure | null {
  if (error instanceof FormatError) return { code: error.code, message: error.message };
  const known = error instanceof ColumnRefused || error instanceof CsvError;
  return known ? { code: error.code, message: error.message, about: error.about } : null;
}

/**
 * Reads the candidates of a file, in lists of those read together. The format may be:
 * - a spreadsheet: CSV, TSV, XLSX, XLS, ODS, or the web page that some programs send instead,
 * - HR-XML Candidate,
 * - Europass as XML or JSON,
 * - our own JSON as one object, a list or one object per line.
 *
 * The file may be compressed with gzip. A zip file may hold any number of files; one that cannot be
 * read becomes one rejected record, and the others are read.
 * @throws ColumnRefused, CsvError or FormatError if the file cannot be read, or not to its end
 */
export async function* readCandidates(
  input: AsyncIterable<Uint8Array>,
  options: ReadOptions = {},
): AsyncGenerator<CandidateRecord[]> {
  let row = 0;
  for await (const file of unpackFiles(input)) {
    const format = formatOf(file);
    if (format !== null) options.onFormat?.(format);
    for await (const sent of readWhole(file, options)) {
      yield sent.map(({ findings, sheet, passedOver = false, ...read }) => {
        row += 1;
        const found = findings.map((one) => ({ ...one, row }));
        const place = [file.name, sheet].filter(Boolean).join(': ');
        return { ...read, row, findings: found, file: place || null, format, passedOver };
      });
    }
  }
}

function formatOf({ kind }: UnpackedFile): CandidateFormat | null {
  if (kind === 'refused') return null;
  if (kind === 'ods' || kind === 'xls') return 'xlsx';
  return kind === 'table' || kind === 'html' ? 'csv' : kind;
}

type ReadRecord = SentCandidate & { sheet?: string };

/**
 * Reads one file. If a file of an archive cannot be read, it becomes one rejected record; other
 * failures are thrown.
 */
async function* readWhole(file: UnpackedFile, options: SheetOptions): AsyncGenerator<ReadRecord[]> {
  try {
    yield* readFile(file, options);
  } catch (error) {
    const failure = fileFailure(error);
    if (file.name === null || failure === null || isOfArchive(failure.code)) throw error;
    // An empty table in an archive is ignored, like an empty sheet among several.
    if (failure.code === 'csv-no-rows') return;
    yield [{ ...refused(failure.code, failure.message, file.name), source: null }];
  }
}

async function* readFile(file: UnpackedFile, options: SheetOptions): AsyncGenerator<ReadRecord[]> {
  const known = isHeader(options.words?.headers);
  if (file.kind === 'refused') throw file.failure;
  if (file.kind === 'xlsx')
    yield* readSheets(await readXlsxSheets(file.workbook, file.entries), options);
  else if (file.kind === 'ods') yield* readSheets(await readOdsSheets(file.entries), options);
  else if (file.kind === 'xls') yield* readSheets(await readXlsSheets(file.bytes), options);
  else if (file.kind === 'html')
    yield* readSheets(await readHtmlTables(file.bytes, known), options);
  else if (file.kind === 'table') yield* readSheet(readCsvRows(file.bytes, known), options);
  else if (file.kind === 'xml') yield* eachAlone(readXml(file.bytes, options));
  else yield* eachAlone(readJson(file.bytes, options.today));
}

/** The sheet read for a workbook without any content. */
const noSheet: NamedSheet = { name: '', rows: [], marks: new RowMarks() };

/** Reads each sheet with its own header. An empty sheet among several is ignored. */
async function* readSheets(
  all: readonly NamedSheet[],
  options: SheetOptions,
): AsyncGenerator<ReadRecord[]> {
  const { sheets, leftOut } = sheetsOfPeople(all, options.words?.headers);
  let found = false;
  let nobody: CsvError | null = null;
  for (const sheet of sheets.length > 0 ? sheets : [noSheet]) {
    try {
      for await (const read of readSheet(inLists(sheet.rows), options, sheet)) {
        const told = found ? read : withFirst(leftOut, read);
        found ||= read.length > 0;
        yield sheets.length > 1 ? told.map((one) => ({ ...one, sheet: sheet.name })) : told;
      }
    } catch (error) {
      if (!(error instanceof CsvError) || error.code !== 'csv-no-rows') throw error;
      nobody = error;
    }
  }
  if (!found && nobody !== null) throw nobody;
}

/** Adds the findings about a file as a whole to its first record. */
const withFirst = (said: readonly Finding[], [first, ...others]: SentCandidate[]): ReadRecord[] =>
  first ? [{ ...first, findings: [...said, ...first.findings] }, ...others] : [];

async function* readXml(
  input: AsyncIterable<Uint8Array>,
  { today, withSources = false }: SheetOptions,
): AsyncGenerator<SentCandidate> {
  let found = false;
  for await (const element of readXmlRecords(input, ['Candidate', 'SkillsPassport'])) {
    found = true;
    const read =
      element.name === 'Candidate'
        ? readHrXmlCandidate(element, today)
        : readEuropass(asEuropassJson(element), today);
    const isKept = withSources || read.draft === null;
    yield { ...read, source: isKept ? { xml: xmlText(element) } : null };
  }
  if (found) return;
  throw new FormatError(
    'xml-malformed',
    'The file holds neither Candidate nor SkillsPassport elements. Send HR-XML or Europass.',
  );
}

async function* readJson(
  input: AsyncIterable<Uint8Array>,
  today?: string,
): AsyncGenerator<SentCandidate> {
  // Loaded only when needed: checking JSON takes more code than all other readers, and most files
  // are not JSON.
  const { readCandidateJson } = await import('./candidate-json.ts');
  const readObject = (value: unknown): ReadCandidate => {
    if (!isObject(value))
      return refused('json-malformed', 'The record is not a JSON object. Write it as {...}.', '');
    return 'SkillsPassport' in value
      ? readEuropass(objectAt(value, 'SkillsPassport'), today)
      : readCandidateJson(value);
  };
  const arrayKeys = ['candidates'];
  for await (const { value, malformed, text } of readJsonRecords(input, { arrayKeys })) {
    if (malformed) yield { ...refused(malformed.code, malformed.message, ''), source: text };
    else yield { ...readObject(storable(value)), source: isObject(value) ? value : null };
  }
}

function refused(code: string, message: string, path: string): ReadCandidate {
  const found: Finding = { severity: 'reject', code, path, row: null, value: null, message };
  return { draft: null, findings: [found] };
}
