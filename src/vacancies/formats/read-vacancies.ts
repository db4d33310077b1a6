import { FormatError } from '../../platform/formats/format-error.ts';
import { readJsonRecords } from '../../platform/formats/json-records.ts';
import { peek } from '../../platform/formats/peek.ts';
import { readXmlRecords } from '../../platform/formats/xml-records.ts';
import { isPortalVacancy, readPortalVacancy } from './eures-portal-json.ts';
import { readPositionOpening } from './hr-xml-position-opening.ts';
import { isObject, type JsonObject, objectAt } from './json-values.ts';
import { isNavAd, readNavAd } from './nav-ad-json.ts';
import { readOwnVacancy } from './own-json.ts';
import type { ReadVacancy } from './vacancy-draft.ts';

/** One record of a file of vacancies. */
export interface VacancyRecord extends ReadVacancy {
  /** From 1. */
  row: number;
}

/**
 * The vacancies of a file, one at a time, whatever its format: HR-XML PositionOpening, JSON of the
 * EURES portal, of the Norwegian service, or our own, as one object, a list or a line each.
 * @throws FormatError when the file cannot be read (further)
 */
export async function* readVacancies(
  input: AsyncIterable<Uint8Array>,
): AsyncGenerator<VacancyRecord> {
  const { first, whole } = await peek(input);
  let row = 0;
  if (first === '<') {
    for await (const element of readXmlRecords(whole, ['PositionOpening'])) {
      row += 1;
      yield numbered(row, readPositionOpening(element));
    }
    if (row === 0) throw new FormatError('xml-malformed', 'No PositionOpening is in this file');
    return;
  }
  for await (const record of readJsonRecords(whole, {
    arrayKeys: ['jvs', 'content', 'vacancies'],
  })) {
    yield numbered(
      record.row,
      record.malformed ? refused(record.malformed) : readObject(record.value),
    );
  }
}

function readObject(value: unknown): ReadVacancy {
  if (!isObject(value)) return refused(new FormatError('json-malformed', 'This is no object'));
  const vacancy = unwrap(value);
  if (isNavAd(vacancy)) return readNavAd(vacancy);
  return isPortalVacancy(vacancy) ? readPortalVacancy(vacancy) : readOwnVacancy(vacancy);
}

/** Exports from a search index carry the document under `_source`. */
function unwrap(value: JsonObject): JsonObject {
  return '_source' in value ? objectAt(value, '_source') : value;
}

function refused({ code, message }: FormatError): ReadVacancy {
  const finding = { severity: 'reject' as const, code, path: '', row: null, value: null, message };
  return { draft: null, findings: [finding] };
}

function numbered(row: number, { draft, findings }: ReadVacancy): VacancyRecord {
  return { row, draft, findings: findings.map((found) => ({ ...found, row })) };
}
