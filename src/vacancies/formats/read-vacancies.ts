import { FormatError } from '../../platform/formats/format-error.ts';
import { readJsonLd } from '../../platform/formats/json/json-ld.ts';
import { readJsonRecords, readJsonText } from '../../platform/formats/json/json-records.ts';
import {
  isOfArchive,
  type UnpackedFile,
  unpackFiles,
} from '../../platform/formats/packed/unpacked-files.ts';
import { readXmlRecords, type XmlElement } from '../../platform/formats/markup/xml-records.ts';
import { isPortalVacancy, readPortalVacancy } from './eures-portal-json.ts';
import { isFranceTravailOffer, readFranceTravailOffer } from './france-travail-json.ts';
import { readPositionOpening } from './hr-xml/hr-xml-position-opening.ts';
import { isJobPosting, readJobPosting } from './job-posting/job-posting-json.ts';
import { heldBy, withLinked } from './job-posting/linked-nodes.ts';
import { isJobTechAd, readJobTechAd } from './nordic/jobtech-ad-json.ts';
import { isObject, type JsonObject, objectAt } from './values/json-values.ts';
import { isNavAd, readNavAd } from './nordic/nav-ad-json.ts';
import { storableVacancy } from './storable-vacancy.ts';
import { asJobTechAd, isPlatsannons } from './nordic/platsannons-json.ts';
import type { ReadVacancy } from './vacancy-draft.ts';

/** One record of a file of vacancies. */
export interface VacancyRecord extends ReadVacancy {
  /** From 1, through all files of an archive. */
  row: number;
  /** Its file, in an archive of several. */
  file: string | null;
  /** Of its file; null of one that is none of them. */
  format: VacancyFormat | null;
  /** As it came, where it can be told apart; a text is what was to be JSON. */
  sent: XmlElement | JsonObject | string | null;
}

type VacancyFormat = 'xml' | 'json';

type SentVacancy = ReadVacancy & Pick<VacancyRecord, 'sent'>;

export interface ReadVacanciesOptions {
  /** Hears of the format of each file in an archive, or of the one file. */
  onFormat?: (format: VacancyFormat) => void;
}

/** So many nodes of a graph, that are no posting, are kept for the postings behind them. */
const MOST_NODES = 100;

/** Under these keys the known exports keep their list. */
const arrayKeys = [
  ...['jvs', 'content', 'vacancies', 'hits', 'hits.hits', 'testannonser', 'resultats', '@graph'],
];

type ReadJson = (value: JsonObject) => ReadVacancy;

/** The forms of JSON, each with the mark that it is told by; ours, which has no mark, comes last. */
const forms: readonly [(value: JsonObject) => boolean, ReadJson][] = [
  [isJobPosting, readJobPosting],
  [isNavAd, readNavAd],
  [isPortalVacancy, readPortalVacancy],
  [isPlatsannons, (value) => readJobTechAd(asJobTechAd(value))],
  [isJobTechAd, readJobTechAd],
  [isFranceTravailOffer, readFranceTravailOffer],
];

/**
 * The vacancies of a file, one at a time, whatever its format: HR-XML PositionOpening; JSON of the
 * EURES portal, of the Norwegian, Swedish or French service, of schema.org, or our own, as one
 * object, a list or a line each; a web page with JobPostings in JSON-LD; any of them under gzip or in a zip file.
 * @throws FormatError when the file cannot be read (further)
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
      const { findings, ...read } = storableVacancy(told);
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

/** Only what is wrong with one of several files may be left behind. */
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
  if (file.kind === 'xlsx' || file.kind === 'xls' || file.kind === 'ods')
    throw new FormatError('workbook-refused', 'Vacancies come as XML or JSON, not as a workbook');
  if (file.kind === 'xml') yield* readXml(file.bytes);
  else if (file.kind === 'html') yield* readPage(file.bytes);
  else yield* readJson(file.bytes);
}

async function* readXml(input: AsyncIterable<Uint8Array>): AsyncGenerator<SentVacancy> {
  let found = false;
  for await (const element of readXmlRecords(input, ['PositionOpening'])) {
    found = true;
    yield { ...readPositionOpening(element), sent: element };
  }
  if (!found) throw new FormatError('xml-malformed', 'No PositionOpening is in this file');
}

async function* readJson(input: AsyncIterable<Uint8Array>): AsyncGenerator<SentVacancy> {
  // What checks our own form is more code than all other readers.
  const { readOwnVacancy } = await import('./own-json.ts');
  let onlyPages = false;
  const earlier: unknown[] = [];
  for await (const { value, malformed, text, row } of readJsonRecords(input, { arrayKeys })) {
    const documents = [value, ...earlier];
    const found = malformed ? [] : vacanciesIn(value).map((one) => linkedIn(documents, one));
    // A graph comes node by node: what a posting in it refers to stands before it, as sites write them.
    if (!malformed && found.length === 0 && earlier.length < MOST_NODES) earlier.push(value);
    onlyPages = !malformed && found.length === 0 && (onlyPages || row === 1);
    if (malformed) yield { ...refused(malformed), sent: text };
    for (const one of found)
      yield { ...readObject(one, readOwnVacancy), sent: isObject(one) ? one : null };
  }
  if (onlyPages) throw new FormatError('posting-missing', 'No JobPosting is in this JSON-LD');
}

/** A page says more in JSON-LD than its postings: whose it is, and the way to it. */
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
  if (!found) throw new FormatError('posting-missing', 'No JobPosting is in this web page');
}

/** What may be a vacancy in one record: itself, or of a list and of JSON-LD about other things the postings that these hold. */
function vacanciesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(vacanciesIn);
  if (!isObject(value) || isJobPosting(value) || !('@type' in value || '@graph' in value))
    return [value];
  return heldBy(value).flatMap(vacanciesIn);
}

const linkedIn = (documents: readonly unknown[], one: unknown): unknown =>
  isObject(one) && isJobPosting(one) ? withLinked(one, documents) : one;

/** `errors` are our own remarks on a record that is sent again. */
function readObject(value: unknown, readOwn: ReadJson): ReadVacancy {
  if (!isObject(value)) return refused(new FormatError('json-malformed', 'This is no object'));
  const { errors: _, ...vacancy } = unwrap(value);
  const form = forms.find(([isOfIt]) => isOfIt(vacancy));
  return form ? form[1](vacancy) : readOwn(vacancy);
}

/** Exports from a search index carry the document under `_source`. */
function unwrap(value: JsonObject): JsonObject {
  return '_source' in value ? objectAt(value, '_source') : value;
}

function refused({ code, message }: FormatError): ReadVacancy {
  const finding = { severity: 'reject' as const, code, path: '', row: null, value: null, message };
  return { draft: null, findings: [finding] };
}
