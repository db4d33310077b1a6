import { normaliseCountry } from '../../../reference/countries/countries.ts';
import { normaliseNace } from '../../../reference/nace/nace.ts';
import { readLanguage } from '../values/asked-languages.ts';
import { readDate } from '../values/calendar-dates.ts';
import { offerings, readPositions, schedules } from '../values/code-words.ts';
import { Findings, type ReadValue } from '../values/findings.ts';
import { checkIssuer } from '../values/issuers.ts';
import { readJobEducation } from './job-posting-education.ts';
import { readJobExperience } from './job-posting-experience.ts';
import { each, isObject, type JsonObject, textAt } from '../values/json-values.ts';
import { ofOurLists, readOccupations } from '../values/occupations.ts';
import { readAmount, readPay } from '../values/pay.ts';
import { dropRegion, isNutsOf, type RawPlace, readPlaces } from '../values/places.ts';
import { plainText, sanitiseHtml } from '../values/sanitise-html.ts';
import {
  type AskedSkill,
  permitCategoryOf,
  type Place,
  type ReadVacancy,
  type VacancyDraft,
} from '../vacancy-draft.ts';

/** Returns whether the object is a schema.org JobPosting in JSON-LD. */
export function isJobPosting(value: JsonObject): boolean {
  return each(value, '@type').some((type) => /(^|\/|:)JobPosting$/.test(String(type)));
}

/** Returns a text or, if the value is an object, its named property. */
function textOrAt(object: JsonObject, key: string, below: string): string | null {
  const [value] = each(object, key);
  return isObject(value) ? textAt(value, below) : textAt({ value }, 'value');
}

/** Returns the name of an organisation or a town with HTML entities decoded. */
const nameOf = (name: string | null): string | null =>
  name === null ? null : plainText(name) || null;

/** Returns a text that may be tagged with its language (JSON-LD 1.1, 4.2.4). */
const valueAt = (object: JsonObject, key: string): string | null => textOrAt(object, key, '@value');

const scheduleOfType: Readonly<Record<string, (typeof schedules)[number]>> = {
  ...{ FULL_TIME: 'FullTime', PART_TIME: 'PartTime' },
};
const offeringOfType: Readonly<Record<string, (typeof offerings)[number]>> = {
  ...{ TEMPORARY: 'Temporary', CONTRACTOR: 'SelfEmployed', INTERN: 'Internship' },
  ...{ VOLUNTEER: 'Volunteer', PER_DIEM: 'OnCall', SEASONAL: 'Seasonal' },
};
const employmentTypes = [...Object.keys(scheduleOfType), ...Object.keys(offeringOfType)];

/**
 * Returns the employment types: one per value, or several with separators. Unknown words are left
 * out.
 */
function typesOf(job: JsonObject, findings: Findings): string[] {
  const types = each(job, 'employmentType')
    .flatMap((type) => String(type).split(/[,;|/]/))
    .map((type) =>
      type
        .trim()
        .toUpperCase()
        .replace(/[\s-]+/g, '_'),
    )
    .filter((type) => type !== '' && type !== 'OTHER');
  return types.filter((value) => {
    if (value in scheduleOfType || value in offeringOfType) return true;
    const at = { path: '/employmentType', value };
    findings.drop(
      'word-not-on-list',
      at,
      `This word is not on the list, so it is left out. Use one of these: ${employmentTypes.join(', ')}.`,
    );
    return false;
  });
}

/** The language of each state with one official language, used if the posting names none. */
const languageOf: Readonly<Record<string, string>> = {
  ...{ AT: 'de', BG: 'bg', CZ: 'cs', DE: 'de', DK: 'da', EE: 'et', ES: 'es', FR: 'fr', GR: 'el' },
  ...{ HR: 'hr', HU: 'hu', IT: 'it', LT: 'lt', LV: 'lv', NL: 'nl', NO: 'no', PL: 'pl', PT: 'pt' },
  ...{ RO: 'ro', SE: 'sv', SI: 'sl', SK: 'sk', MA: 'fr', TN: 'fr' },
};

function languageIn(job: JsonObject, places: readonly Place[], findings: Findings): string {
  const path = '/inLanguage';
  const [named] = each(job, 'inLanguage');
  const value = isObject(named) ? textAt(named, 'alternateName') : textAt({ named }, 'named');
  const read = readLanguage({ path, value }, findings);
  if (read !== null) return read;
  const assumed = languageOf[places[0]?.country ?? ''];
  if (assumed === undefined) {
    findings.reject(
      'language-missing',
      { path },
      'The language of the text is missing or not recognised. Write its ISO 639-1 code, such as fr.',
    );
    return '';
  }
  findings.warn(
    'language-assumed',
    { path },
    `The language of the text is not given; read as ${assumed}, the language of the place. If it is another, write it in inLanguage.`,
  );
  return assumed;
}

function placesOf(job: JsonObject, findings: Findings): Place[] {
  const raws = each(job, 'jobLocation').flatMap((location, index) => {
    const path = `/jobLocation/${index}/address`;
    const isPlace = isObject(location) && 'address' in location;
    const addresses = isPlace ? each(location, 'address') : [location];
    return addresses.flatMap((address) => placesAt(address, path, findings));
  });
  const remote = each(job, 'applicantLocationRequirements')
    .filter(isObject)
    .map((area, index) => ({
      path: `/applicantLocationRequirements/${index}/name`,
      country: normaliseCountry(textAt(area, 'name') ?? ''),
      ...{ nuts: null, city: null, postalCode: null },
    }));
  return readPlaces(raws.length > 0 ? raws : remote, '/jobLocation', findings);
}

/**
 * Reads an address, which names one or several towns. An address that is a text ends with its
 * country. A region is read as a NUTS code, or else takes the place of a missing town.
 */
function placesAt(address: unknown, below: string, findings: Findings): RawPlace[] {
  const path = `${below}/addressCountry`;
  if (!isObject(address)) {
    const country = String(address).split(',').at(-1)?.trim() ?? null;
    return [{ path, country, nuts: null, city: null, postalCode: null }];
  }
  const country = textOrAt(address, 'addressCountry', 'name');
  const region = textOrAt(address, 'addressRegion', 'name');
  const nuts = region !== null && isNutsOf(region, country ?? '') ? region : null;
  const towns = each(address, 'addressLocality').map((town) => textAt({ town }, 'town'));
  const cities = (towns.length > 0 ? towns : [nuts === null ? region : null]).map(nameOf);
  if (region !== null && nuts === null && towns.length > 0)
    dropRegion({ path: `${below}/addressRegion`, value: region }, findings);
  const postalCode = textAt(address, 'postalCode');
  return cities.map((city) => ({ path, country, nuts, city, postalCode }));
}

/** Reads ISCO and ESCO codes, given bare, followed by a title, or as a CategoryCode. */
function codesOf(job: JsonObject, findings: Findings): ReadValue[] {
  const codes = each(job, 'occupationalCategory').map((category) => {
    const text = isObject(category)
      ? (textAt(category, 'codeValue') ?? textAt(category, 'url'))
      : textAt({ category }, 'category');
    const value = /^C?\d{4}(?=$|[\s:,-]+\D)/.exec(text ?? '')?.[0] ?? text;
    const list = isObject(category) ? textOrAt(category, 'inCodeSet', 'name') : null;
    return { path: '/occupationalCategory', value, list: list ?? '' };
  });
  return ofOurLists(codes, findings);
}

function identityOf(
  job: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'sourceAgency' | 'sourceId' | 'sourceScheme'> {
  const [named] = each(job, 'identifier');
  const url = textAt(job, 'url') ?? textAt(job, '@id');
  const sourceId = (isObject(named) ? textAt(named, 'value') : textAt({ named }, 'named')) ?? url;
  const path = '/identifier';
  if (sourceId === null)
    findings.warn(
      'id-missing',
      { path },
      'The vacancy has no identifier, without which sending it again would create another. Add it.',
    );
  const issuer = isObject(named) ? (textAt(named, 'propertyID') ?? textAt(named, 'name')) : null;
  const host = URL.canParse(url ?? '') ? new URL(url ?? '').hostname : null;
  const agency = issuer ?? host ?? textOrAt(job, 'hiringOrganization', 'name');
  const sourceAgency = agency && checkIssuer(agency, path, findings);
  return { sourceAgency, sourceId, sourceScheme: 'schema.org' };
}

function payOf(job: JsonObject, findings: Findings): VacancyDraft['pay'] {
  const [given] = each(job, 'baseSalary');
  if (given === undefined) return null;
  const salary: JsonObject = isObject(given) ? given : { value: given };
  const value = isObject(salary.value) ? salary.value : salary;
  const amountAt = (key: string): string | null => {
    const text = textAt(value, key);
    // A JSON number is exact; a text was written by a person.
    return typeof value[key] === 'string' ? String(readAmount(text ?? '') ?? text) : text;
  };
  const exact = amountAt('value');
  const raw = {
    min: amountAt('minValue') ?? exact,
    max: amountAt('maxValue') ?? exact,
    currencies: [textAt(salary, 'currency') ?? textAt(job, 'salaryCurrency')],
    interval: textAt(value, 'unitText') ?? textAt(salary, 'unitText'),
  };
  return readPay(raw, '/baseSalary', findings);
}

function askedOf(
  job: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'languages' | 'skills' | 'experience' | 'licences'> {
  const skills = each(job, 'skills').flatMap((skill): AskedSkill[] => {
    const label = isObject(skill) ? textAt(skill, 'name') : null;
    const labels = label === null ? String(skill).split(/[;,\n]/) : [label];
    return labels
      .map((text) => text.trim())
      .filter((text) => text !== '' && text.length <= 300)
      .map((text) => ({ uri: null, label: text, essential: false }));
  });
  return { languages: [], skills, experience: readJobExperience(job, findings), licences: [] };
}

function termsOf(
  job: JsonObject,
  findings: Findings,
): Pick<
  VacancyDraft,
  | 'startsOn' | 'endsOn' | 'immediateStart' | 'applyUntilOn' | 'validFromOn' | 'validUntilOn'
  | 'advertising' | 'howToApply' // prettier-ignore
> {
  const day = (key: string, edge: 'first-day' | 'last-day'): string | null =>
    readDate(textAt(job, key), edge, `/${key}`, findings);
  const until = day('validThrough', 'last-day');
  return {
    startsOn: day('jobStartDate', 'first-day'),
    endsOn: null,
    immediateStart: textAt(job, 'jobImmediateStart') === 'true',
    applyUntilOn: until,
    validFromOn: day('datePosted', 'first-day'),
    validUntilOn: until,
    advertising: [],
    howToApply: textOrAt(job, 'applicationContact', 'email') ?? textAt(job, 'url'),
  };
}

function naceOf(job: JsonObject): string | null {
  const [industry] = each(job, 'industry');
  return typeof industry === 'string' ? normaliseNace(industry) : null;
}

/** Reads a schema.org JobPosting in JSON-LD, as found on job boards and employers' pages. */
export function readJobPosting(job: JsonObject): ReadVacancy {
  const findings = new Findings();
  const title = plainText(valueAt(job, 'title') ?? valueAt(job, 'name') ?? '');
  if (title === '')
    findings.reject('title-missing', { path: '/title' }, 'The vacancy has no title. Add it.');
  const employerName = nameOf(textOrAt(job, 'hiringOrganization', 'name'));
  const path = '/hiringOrganization';
  if (employerName === null)
    findings.warn('employer-missing', { path }, 'The name of the employer is missing. Add it.');
  const types = typesOf(job, findings);
  const offering = types.map((type) => offeringOfType[type]).find(Boolean) ?? null;
  const locations = placesOf(job, findings);
  const openings = textOrAt(job, 'totalJobOpenings', 'value');
  const draft: VacancyDraft = {
    ...identityOf(job, findings),
    status: 'open',
    title,
    language: languageIn(job, locations, findings),
    description: sanitiseHtml(valueAt(job, 'description') ?? ''),
    translations: {},
    employerName,
    employerLegalId: null,
    nace: naceOf(job),
    positions: readPositions(openings, '/totalJobOpenings', findings),
    ...readOccupations(codesOf(job, findings), title, '/occupationalCategory', findings),
    offering,
    schedule: types.map((type) => scheduleOfType[type]).find(Boolean) ?? null,
    permitCategory: permitCategoryOf(offering),
    workingLanguages: [],
    locations,
    ...askedOf(job, findings),
    ...readJobEducation(job, findings),
    pay: payOf(job, findings),
    ...termsOf(job, findings),
  };
  return { draft: findings.rejected ? null : draft, findings: findings.list };
}
