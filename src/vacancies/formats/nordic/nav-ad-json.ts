import { normaliseCountry } from '../../../reference/countries/countries.ts';
import { normaliseNace } from '../../../reference/nace/nace.ts';
import { readLanguages } from '../values/asked-languages.ts';
import { readDate } from '../../../platform/formats/calendar-dates.ts';
import { offerings, readPositions, readWord, schedules } from '../../../reference/code-words.ts';
import { concluded } from '../values/concluded.ts';
import { Findings, type ReadValue } from '../../../platform/formats/findings.ts';
import { checkId } from '../values/issuers.ts';
import {
  each,
  isObject,
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
  textIn,
} from '../../../platform/formats/json/json-values.ts';
import {
  countryOfName,
  languageOfName,
  nutsOfCounty,
  offeringOfEngagement,
  scheduleOfExtent,
  withNumberedMonth,
} from './norwegian-codes.ts';
import { plainStatus } from '../hr-xml/status-words.ts';
import { readOccupations } from '../values/occupations.ts';
import { readPlaces, type RawPlace } from '../values/places.ts';
import { plainText, sanitiseHtml } from '../values/sanitise-html.ts';
import {
  permitCategoryOf,
  type Place,
  type ReadVacancy,
  type VacancyDraft,
} from '../vacancy-draft.ts';

/** ESCO, and lists of occupations whose codes are ISCO-08 codes followed by national digits. */
const occupationLists = new Set(['STYRK08NAV', 'STYRK08', 'ESCO']);

/**
 * Returns whether the value is an ad of the Norwegian public employment service, bare or as its
 * search index holds it. An ad that was stopped may have only its status.
 */
export function isNavAd(value: JsonObject): boolean {
  return 'uuid' in value && ['categoryList', 'properties', 'status'].some((key) => key in value);
}

function statusOf(ad: JsonObject): VacancyDraft['status'] {
  const status = plainStatus(textAt(ad, 'status') ?? 'active');
  if (status === 'active') return 'open';
  return status === 'inactive' ? 'closed' : 'withdrawn';
}

/** Reads the codes whose list is known; a code without its list is refused. */
function occupationCodes(ad: JsonObject, findings: Findings): ReadValue[] {
  const categories = objectsAt(ad, 'categoryList');
  return categories.flatMap((category, index): ReadValue[] => {
    const list = textAt(category, 'categoryType');
    const code = textAt(category, 'code');
    const path = `/categoryList/${index}/categoryType`;
    if (list === null)
      findings.reject(
        'occupation-list-missing',
        { path, value: code },
        'The list of this code is not named. Add it, such as STYRK08.',
      );
    else if (occupationLists.has(list))
      return [{ path: `/categoryList/${index}/code`, value: code }];
    else
      findings.drop(
        'occupation-list-unknown',
        { path, value: list },
        'This list of occupations is not read, so the code is left out. Send a code of STYRK08.',
      );
    return [];
  });
}

function placesOf(ad: JsonObject, findings: Findings): Place[] {
  const listed = objectsAt(ad, 'locationList');
  const single = ad.location;
  const places = listed.length === 0 && isObject(single) ? [single] : listed;
  const raws = places.map((place, index): RawPlace => {
    const country = textAt(place, 'country');
    const postalCode = textAt(place, 'postalCode');
    const iso =
      country === null ? null : (countryOfName[country.toUpperCase()] ?? normaliseCountry(country));
    const nuts = iso === 'NO' ? nutsOfCounty(textAt(place, 'county'), postalCode) : null;
    return {
      path: `/locationList/${index}/country`,
      country: iso,
      nuts,
      city: textAt(place, 'city'),
      postalCode,
    };
  });
  return readPlaces(raws, '/locationList', findings);
}

/** Returns the values of a list, which the service also writes as JSON text. */
function listed(object: JsonObject, key: string): readonly unknown[] {
  const value = object[key];
  if (typeof value !== 'string' || !value.trim().startsWith('[')) return each(object, key);
  try {
    return each({ parsed: JSON.parse(value) as unknown }, 'parsed');
  } catch {
    return [value];
  }
}

function employerOf(
  ad: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'employerName' | 'employerLegalId' | 'nace'> {
  const employer = objectAt(ad, 'employer');
  const advertiser = textAt(objectAt(ad, 'properties'), 'employer') ?? textAt(ad, 'businessName');
  const name = textAt(employer, 'name') ?? advertiser;
  if (name === null)
    findings.reject(
      'employer-missing',
      { path: '/employer/name' },
      'The name of the employer is missing. Add it.',
    );
  const codes = listed(objectAt(employer, 'properties'), 'nace2')
    .map((industry) => textIn(industry, 'code'))
    .filter((code) => code !== null);
  const nace = codes.map(normaliseNace).find((code) => code !== null) ?? null;
  if (nace === null && codes.length > 0) {
    findings.drop(
      'nace-unknown',
      { path: '/employer/properties/nace2', value: codes.join(' ') },
      'This is not a NACE code, so it is left out. Write for example F41.2.',
    );
  }
  return { employerName: name, employerLegalId: textAt(employer, 'orgnr'), nace };
}

/**
 * Reads the last day to apply. `applicationdue` is often free text instead of a date; the ad's own
 * end then replaces it.
 */
function lastDay(ad: JsonObject, findings: Findings): string | null {
  const due = textAt(objectAt(ad, 'properties'), 'applicationdue');
  const read =
    due === null
      ? null
      : readDate(withNumberedMonth(due), 'last-day', '/properties/applicationdue', findings);
  return read ?? readDate(textAt(ad, 'expires'), 'last-day', '/expires', findings);
}

function workingLanguagesOf(properties: JsonObject, findings: Findings): string[] {
  const codes = listed(properties, 'workLanguage')
    .filter((names) => typeof names === 'string')
    .flatMap((names) => names.split(/[,;]/))
    .map((name) => ({
      path: '/properties/workLanguage',
      value: languageOfName[name.trim().toLowerCase()] ?? name.trim(),
    }));
  const read = readLanguages(codes, findings);
  return read.length > 0 ? read : ['no'];
}

function titleOf(ad: JsonObject, findings: Findings): string {
  const title = plainText(textAt(ad, 'title') ?? '');
  if (title === '')
    findings.reject('title-missing', { path: '/title' }, 'The vacancy has no title. Add it.');
  return title;
}

function identityOf(
  ad: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'sourceAgency' | 'sourceId' | 'sourceScheme'> {
  const sourceId = checkId({ path: '/uuid', value: textAt(ad, 'uuid') }, 'reject', findings);
  return { sourceAgency: 'NAV', sourceId, sourceScheme: 'NAV-002' };
}

function mapped(text: string | null, words: Record<string, string>): string | null {
  return words[text?.toLowerCase() ?? ''] ?? null;
}

function scheduleOf(properties: JsonObject, findings: Findings): VacancyDraft['schedule'] {
  const extents = listed(properties, 'extent').filter((one) => typeof one === 'string');
  const word = mapped(extents.toSorted().reverse().join('/'), scheduleOfExtent);
  return readWord(word, schedules, '/properties/extent', findings);
}

/** Fields that these ads state only in their text. */
const notAsked = {
  languages: [],
  skills: [],
  experience: [],
  educationLevel: null,
  educationField: null,
  licences: [],
  pay: null,
  endsOn: null,
  advertising: [],
};

function startOf(start: string | null, findings: Findings): string | null {
  const path = '/properties/starttime';
  return start === null ? null : readDate(withNumberedMonth(start), 'first-day', path, findings);
}

/**
 * Reads an ad of the Norwegian public employment service, which writes Norwegian and assumes it as
 * the working language. Its codes are STYRK-08 (ISCO-08 with two national digits) and SN2007 (NACE
 * Rev. 2 with one).
 */
export function readNavAd(ad: JsonObject): ReadVacancy {
  const findings = new Findings();
  const properties = objectAt(ad, 'properties');
  const title = titleOf(ad, findings);
  const engagement = textAt(properties, 'engagementtype');
  const offering = readWord(
    mapped(engagement, offeringOfEngagement),
    offerings,
    '/properties/engagementtype',
    findings,
  );
  const start = textAt(properties, 'starttime');
  const published = textAt(ad, 'published');
  const apply = textAt(properties, 'applicationurl') ?? textAt(properties, 'sourceurl');
  const draft: VacancyDraft = {
    ...identityOf(ad, findings),
    status: statusOf(ad),
    title,
    language: 'no',
    description: sanitiseHtml(textAt(properties, 'adtext') ?? ''),
    translations: {},
    ...employerOf(ad, findings),
    positions: readPositions(
      textAt(properties, 'positioncount'),
      '/properties/positioncount',
      findings,
    ),
    ...readOccupations(occupationCodes(ad, findings), title, '/categoryList', findings),
    offering,
    permitCategory: permitCategoryOf(offering),
    schedule: scheduleOf(properties, findings),
    ...notAsked,
    workingLanguages: workingLanguagesOf(properties, findings),
    locations: placesOf(ad, findings),
    startsOn: startOf(start, findings),
    immediateStart: start?.toLowerCase() === 'snarest',
    applyUntilOn: lastDay(ad, findings),
    validFromOn: readDate(published, 'first-day', '/published', findings),
    validUntilOn: readDate(textAt(ad, 'expires'), 'last-day', '/expires', findings),
    howToApply: apply,
  };
  return concluded(draft, draft, findings);
}
