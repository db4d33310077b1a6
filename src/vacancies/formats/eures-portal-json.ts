import { normaliseNace } from '../../reference/nace/nace.ts';
import { readLanguage, readLanguages } from './values/asked-languages.ts';
import { offerings, readPositions, readWord, schedules } from '../../reference/code-words.ts';
import { type PortalDetails, readPortalDate, readPortalDetails } from './eures-portal-profile.ts';
import { concluded } from './values/concluded.ts';
import { Findings } from '../../platform/formats/findings.ts';
import {
  each,
  isObject,
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
  textsAt,
} from '../../platform/formats/json/json-values.ts';
import { readOccupations } from './values/occupations.ts';
import { checkId } from './values/issuers.ts';
import { readPlaces, type RawPlace } from './values/places.ts';
import { plainText, sanitiseHtml } from './values/sanitise-html.ts';
import {
  permitCategoryOf,
  type Place,
  type ReadVacancy,
  type VacancyDraft,
  type VacancyText,
} from './vacancy-draft.ts';

/** Returns whether the value is a vacancy of the EURES portal, in its list form or in detail. */
export function isPortalVacancy(value: JsonObject): boolean {
  return 'jvProfiles' in value || 'locationMap' in value || 'jobCategoriesCodes' in value;
}

/** Reads places such as `{"DE": ["DE911", null]}`, or the exact ones of the detail form. */
function placesOf(jv: JsonObject, details: JsonObject, findings: Findings): Place[] {
  const exact = objectsAt(details, 'locations');
  if (exact.length > 0) {
    const raws = exact.map((place, index): RawPlace => ({
      path: `/jvProfiles/locations/${index}`,
      country: textAt(place, 'countryCode'),
      nuts: textAt(place, 'region'),
      city: textAt(place, 'cityName'),
      postalCode: textAt(place, 'postalCode'),
    }));
    return readPlaces(raws, '/jvProfiles/locations', findings);
  }
  const raws = Object.entries(objectAt(jv, 'locationMap')).flatMap(([country, regions]) =>
    (Array.isArray(regions) && regions.length > 0 ? (regions as unknown[]) : [regions]).map(
      (nuts): RawPlace => ({
        path: `/locationMap/${country}`,
        country,
        nuts: typeof nuts === 'string' ? nuts : null,
        city: null,
        postalCode: null,
      }),
    ),
  );
  return readPlaces(raws, '/locationMap', findings);
}

function textOfVersion(version: unknown): VacancyText | null {
  if (!isObject(version)) return null;
  const title = plainText(textAt(version, 'title') ?? '');
  return title === ''
    ? null
    : { title, description: sanitiseHtml(textAt(version, 'description') ?? '') };
}

/**
 * Returns the key of the version whose title is the title of the vacancy. It is the preferred one
 * if several versions have that title, or none has.
 */
function ownVersionOf(jv: JsonObject, versions: JsonObject): string | null {
  const languages = each(jv, 'availableLanguages').filter((one) => typeof one === 'string');
  const preferred = textAt(jv, 'preferredLanguage') ?? languages[0];
  const keys = [...(preferred === undefined ? [] : [preferred]), ...Object.keys(versions)];
  const title = textOfVersion(jv)?.title;
  const own = keys.find((key) => title && textOfVersion(versions[key])?.title === title);
  return own ?? keys[0] ?? null;
}

/** Reads the language, the title and the text, and the versions in other languages. */
function readTexts(
  jv: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'language' | 'title' | 'description' | 'translations'> {
  const versions = { ...objectAt(jv, 'translations'), ...objectAt(jv, 'jvProfiles') };
  const named = ownVersionOf(jv, versions);
  const language = readLanguage({ path: '/availableLanguages', value: named }, findings);
  if (language === null)
    findings.reject(
      'language-missing',
      { path: '/availableLanguages' },
      'The language of the text is missing or not recognised. Write its ISO 639-1 code, such as fr.',
    );
  const main = textOfVersion(jv) ?? textOfVersion(versions[named ?? '']);
  if (main === null)
    findings.reject('title-missing', { path: '/title' }, 'The vacancy has no title. Add it.');
  const others = Object.entries(versions).flatMap(([key, version]): [string, VacancyText][] => {
    const code = readLanguage({ path: `/translations/${key}`, value: key }, findings);
    const text = textOfVersion(version);
    return code === null || code === language || text === null ? [] : [[code, text]];
  });
  const { title, description } = main ?? { title: '', description: '' };
  return { language: language ?? '', title, description, translations: Object.fromEntries(others) };
}

function employerOf(
  jv: JsonObject,
  details: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'employerName' | 'employerLegalId' | 'nace'> {
  const employer = isObject(details.employer) ? details.employer : objectAt(jv, 'employer');
  const name = textAt(employer, 'name');
  if (name === null)
    findings.warn(
      'employer-missing',
      { path: '/employer/name' },
      'The name of the employer is missing. Add it.',
    );
  const sectors = textsAt(employer, 'sectorCodes');
  const nace = sectors.map((code) => normaliseNace(code)).find((code) => code !== null) ?? null;
  if (nace === null && sectors.length > 0) {
    findings.drop(
      'nace-unknown',
      { path: '/employer/sectorCodes', value: sectors.join(' ') },
      'This is not a NACE code, so it is left out. Write for example F41.2.',
    );
  }
  return { employerName: name, employerLegalId: textAt(employer, 'legalID'), nace };
}

/** Reads the first word of a list of code words (BR-COM-44). */
function firstWord<W extends string>(
  from: JsonObject,
  keys: readonly string[],
  list: readonly W[],
  findings: Findings,
): W | null {
  for (const key of keys) {
    const value = from[key];
    const word: unknown = Array.isArray(value) ? value[0] : value;
    if (typeof word === 'string') return readWord(word, list, `/${key}`, findings);
  }
  return null;
}

function identityOf(
  jv: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'sourceAgency' | 'sourceId' | 'sourceScheme'> {
  const at = { path: '/id', value: textAt(jv, 'id') ?? textAt(jv, 'handle') };
  const sourceId = checkId(at, 'reject', findings);
  return { sourceAgency: 'EURES', sourceId, sourceScheme: 'eures-portal' };
}

function valuesAt(object: JsonObject, key: string): { path: string; value: string }[] {
  return textsAt(object, key).map((value) => ({ path: `/${key}`, value }));
}

/**
 * Reads a vacancy of the EURES portal, in the list form (`jvs`) or the detail form (`jvProfiles`).
 */
export function readPortalVacancy(jv: JsonObject): ReadVacancy {
  const findings = new Findings();
  const identity = identityOf(jv, findings);
  const text = readTexts(jv, findings);
  const profiles = Object.values(objectAt(jv, 'jvProfiles')).filter(isObject);
  const details = profiles.find((one) => textAt(one, 'title') === text.title) ?? profiles[0] ?? {};
  const both = { ...jv, ...details };
  const offering = firstWord(
    both,
    ['positionOfferingCode', 'positionOfferingCodes'],
    offerings,
    findings,
  );
  const codes = valuesAt(both, 'jobCategoriesCodes');
  const createdOn = readPortalDate(jv, '/creationDate', 'first-day', findings);
  const asked: PortalDetails = readPortalDetails(details, findings);
  const draft: VacancyDraft = {
    ...identity,
    status: 'open',
    ...text,
    ...employerOf(jv, details, findings),
    positions: readPositions(textAt(both, 'numberOfPosts'), '/numberOfPosts', findings),
    ...readOccupations(codes, text.title, '/jobCategoriesCodes', findings),
    offering,
    permitCategory: permitCategoryOf(offering),
    educationField: null,
    schedule: firstWord(
      both,
      ['positionScheduleCodes', 'positionScheduleCode'],
      schedules,
      findings,
    ),
    workingLanguages: readLanguages(valuesAt(both, 'workingLanguageCodes'), findings),
    locations: placesOf(jv, details, findings),
    ...asked,
    validFromOn: createdOn,
    validUntilOn: null,
    advertising:
      both.euresFlag === true && createdOn !== null
        ? [{ channel: 'eures', adId: identity.sourceId, fromOn: createdOn, untilOn: null }]
        : [],
  };
  return concluded(draft, draft, findings);
}
