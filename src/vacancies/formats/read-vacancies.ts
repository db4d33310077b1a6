import { FormatError } from '../../platform/formats/format-error.ts';
import { readJsonLd } from '../../platform/formats/json/json-ld.ts';
import { readJsonRecords, readJsonText } from '../../platform/formats/json/json-records.ts';
import {
  isOfArchive,
  type UnpackedFile,
  unpackFiles,
} from '../../platform/formats/packed/unpacked-files.ts';
import { readXmlRecords, type XmlElement } from '../../platform/formats/markup/xml-records.ts';
import { storable } from '../../platform/formats/storable.ts';
import { isPortalVacancy, readPortalVacancy } from './eures-portal-json.ts';
import { isFranceTravailOffer, readFranceTravailOffer } from './france-travail-json.ts';
import { readPositionOpening } from './hr-xml/hr-xml-position-opening.ts';
import { isJobPosting, readJobPosting } from './job-posting/job-posting-json.ts';
import { heldBy, withLinked } from './job-posting/linked-nodes.ts';
import { isJobTechAd, readJobTechAd } from './nordic/jobtech-ad-json.ts';
import { isObject, type JsonObject, objectAt } from '../../platform/formats/json/json-values.ts';
import { isNavAd, readNavAd } from './nordic/nav-ad-json.ts';
import { asJobTechAd, isPlatsannons } from './nordic/platsannons-json.ts';
import type { ReadVacancy } from './vacancy-draft.ts';

/** One record of a file of vacancies. */
export interface VacancyRecord extends ReadVacancy {
  /** The number of the record, from 1, counted through all files of an archive. */
  row: number;
  /** The name of its file in an archive; null otherwise. */
  file: string | null;
  /** The format of its file, or null if it is neither. */
  format: VacancyFormat | null;
  /**
   * The record as received, or null if it cannot be separated. A string is text that should have
   * been JSON.
   */
  sent: XmlElement | JsonObject | string | null;
}

type VacancyFormat = 'xml' | 'json';

type SentVacancy = ReadVacancy & Pick<VacancyRecord, 'sent'>;

export interface ReadVacanciesOptions {
  /** Called with the format of each file. */
  onFormat?: (format: VacancyFormat) => void;
}

/** The most nodes of a graph, other than postings, that are kept for the postings after them. */
const MOST_NODES = 100;

/** The keys under which the known exports keep their list. */
const arrayKeys = [
  'jvs',
  'content',
  'vacancies',
  'hits',
  'hits.hits',
  'testannonser',
  'resultats',
  '@graph',
];

type ReadJson = (value: JsonObject) => ReadVacancy;

/**
 * The forms of JSON, each with the test that recognises it. Ours has no distinctive member and is
 * tried last.
 */
const forms: readonly [(value: JsonObject) => boolean, ReadJson][] = [
  [isJobPosting, readJobPosting],
  [isNavAd, readNavAd],
  [isPortalVacancy, readPortalVacancy],
  [isPlatsannons, (value) => readJobTechAd(asJobTechAd(value))],
  [isJobTechAd, readJobTechAd],
  [isFranceTravailOffer, readFranceTravailOffer],
];

/**
 * Reads the vacancies of a file, one at a time. The formats are:
 * - HR-XML PositionOpening;
 * - JSON of the EURES portal, of the Norwegian, Swedish or French service, of schema.org, or our
 * own, as one object, a list, or one object per line;
 * - a web page with JobPostings in JSON-LD.
 *
 * Each may be compressed with gzip or be in a zip file.
 * @throws FormatError if the file cannot be read (further)
 */
export async function* readVacancies(
  input: AsyncIterable<Uint8Array>,
  { onFormat = () => undefined }: ReadVacanciesOptions = {},
): AsyncGenerator<VacancyRecord> {
  let row = 0;
  for await (const file of unpackFiles(input)) {
    const format = formatOf(file);
    if (format !== null) onFormat(format);
    for await (const { sent, ...told } of readWhole(file)) {
      const { findings, ...read } = storable(told);
      row += 1;
      yield {
        ...read,
        sent,
        row,
        file: file.name,
        format,
        findings: findings.map((found) => ({ ...found, row })),
      };
    }
  }
}

function formatOf({ kind }: UnpackedFile): VacancyFormat | null {
  if (kind === 'refused') return null;
  return kind === 'xml' ? 'xml' : 'json';
}

/**
 * An error in one file of an archive rejects only the rest of that file. Any other error is thrown.
 */
async function* readWhole(file: UnpackedFile): AsyncGenerator<SentVacancy> {
  try {
    yield* readFile(file);
  } catch (error) {
    if (file.name === null || !(error instanceof FormatError)) throw error;
    if (isOfArchive(error.code)) throw error;
    yield { ...refused(error), sent: null };
  }
}

async function* readFile(file: UnpackedFile): AsyncGenerator<SentVacancy> {
  if (file.kind === 'refused') throw file.failure;
  if (file.kind === 'xlsx' || file.kind === 'xls' || file.kind === 'ods') throw tableRefused();
  if (file.kind === 'xml') yield* readXml(file.bytes);
  else if (file.kind === 'html') yield* readPage(file.bytes);
  else if (file.kind === 'json') yield* readJson(file.bytes);
  else yield* readText(file.bytes);
}

const tableRefused = (): FormatError =>
  new FormatError(
    'workbook-refused',
    'Vacancies are not read from a workbook or a table. Send them as XML or JSON.',
  );

/** Reads a text that does not begin as JSON does. It may be empty; else it is mostly a table. */
async function* readText(input: AsyncIterable<Uint8Array>): AsyncGenerator<SentVacancy> {
  try {
    yield* readJson(input);
  } catch (error) {
    throw error instanceof FormatError && error.code === 'json-malformed' ? tableRefused() : error;
  }
}

async function* readXml(input: AsyncIterable<Uint8Array>): AsyncGenerator<SentVacancy> {
  let found = false;
  for await (const element of readXmlRecords(input, ['PositionOpening'])) {
    found = true;
    yield { ...readPositionOpening(element), sent: element };
  }
  if (!found)
    throw new FormatError(
      'xml-malformed',
      'The file holds no PositionOpening. Send HR-XML, or JSON.',
    );
}

async function* readJson(input: AsyncIterable<Uint8Array>): AsyncGenerator<SentVacancy> {
  // Imported on demand: the checks of our own form need more code than all other readers.
  const { readOwnVacancy } = await import('./own-json.ts');
  let onlyPages = false;
  const earlier: unknown[] = [];
  for await (const { value, malformed, text, row } of readJsonRecords(input, { arrayKeys })) {
    const documents = [value, ...earlier];
    const found = malformed ? [] : vacanciesIn(value).map((one) => linkedIn(documents, one));
    // A graph is read node by node. Sites write the nodes that a posting refers to before it.
    if (!malformed && found.length === 0 && earlier.length < MOST_NODES) earlier.push(value);
    onlyPages = !malformed && found.length === 0 && (onlyPages || row === 1);
    if (malformed) yield { ...refused(malformed), sent: text };
    for (const one of found)
      yield { ...readObject(one, readOwnVacancy), sent: isObject(one) ? one : null };
  }
  if (onlyPages)
    throw new FormatError('posting-missing', 'This JSON-LD holds no JobPosting. Add one.');
}

/** Reads the postings of a page. Its JSON-LD also describes the site and the breadcrumbs. */
async function* readPage(input: AsyncIterable<Uint8Array>): AsyncGenerator<SentVacancy> {
  let found = false;
  const parts = (await readJsonLd(input)).map((text) => readJsonText(text));
  const all = parts.map(({ value }) => value);
  for (const { value, malformed, text: sent } of parts) {
    if (malformed) yield { ...refused(malformed), sent };
    const postings = malformed ? [] : vacanciesIn(value).filter(isObject).filter(isJobPosting);
    for (const posting of postings.map((one) => withLinked(one, all)))
      yield { ...readJobPosting(posting), sent: posting };
    found ||= malformed !== null || postings.length > 0;
  }
  if (!found)
    throw new FormatError(
      'posting-missing',
      'This web page holds no JobPosting. Add one as JSON-LD.',
    );
}

/**
 * Returns what may be a vacancy in one record: the record itself, or the postings in a list or in
 * JSON-LD about other things.
 */
function vacanciesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(vacanciesIn);
  if (!isObject(value) || isJobPosting(value) || !('@type' in value || '@graph' in value))
    return [value];
  return heldBy(value).flatMap(vacanciesIn);
}

const linkedIn = (documents: readonly unknown[], one: unknown): unknown =>
  isObject(one) && isJobPosting(one) ? withLinked(one, documents) : one;

/** `errors` holds our own remarks, on a record that is sent again. */
function readObject(value: unknown, readOwn: ReadJson): ReadVacancy {
  if (!isObject(value))
    return refused(
      new FormatError('json-malformed', 'The record is not a JSON object. Write it as {...}.'),
    );
  const { errors: _, ...vacancy } = unwrap(value);
  const form = forms.find(([isOfIt]) => isOfIt(vacancy));
  return form ? form[1](vacancy) : readOwn(vacancy);
}

/** Returns the document under `_source`, where search indexes put it in their exports. */
function unwrap(value: JsonObject): JsonObject {
  return '_source' in value ? objectAt(value, '_source') : value;
}

function refused({ code, message }: FormatError): ReadVacancy {
  const finding = { severity: 'reject' as const, code, path: '', row: null, value: null, message };
  return { draft: null, findings: [finding] };
}
