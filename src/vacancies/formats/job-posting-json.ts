import { normaliseCountry } from '../../reference/countries/countries.ts';
import { normaliseNace } from '../../reference/nace/nace.ts';
import { readLanguage } from './asked-languages.ts';
import { readDate } from './calendar-dates.ts';
import { offerings, readPositions, schedules } from './code-words.ts';
import { Findings, type ReadValue } from './findings.ts';
import { readJobEducation } from './job-posting-education.ts';
import { each, isObject, type JsonObject, objectAt, textAt } from './json-values.ts';
import { readOccupations } from './occupations.ts';
import { readPay } from './pay.ts';
import { readPlaces } from './places.ts';
import { plainText, sanitiseHtml } from './sanitise-html.ts';
import {
  type AskedExperience,
  type AskedSkill,
  permitCategoryOf,
  type Place,
  type ReadVacancy,
  type VacancyDraft,
} from './vacancy-draft.ts';

/** Whether it is a schema.org JobPosting in JSON-LD. */
export function isJobPosting(value: JsonObject): boolean {
  return each(value, '@type').some((type) => /(^|\/|:)JobPosting$/.test(String(type)));
}

/** A text, or the named property of an object in its place. */
function textOrAt(object: JsonObject, key: string, below: string): string | null {
  const [value] = each(object, key);
  return isObject(value) ? textAt(value, below) : textAt({ value }, 'value');
}

const scheduleOfType: Readonly<Record<string, (typeof schedules)[number]>> = {
  ...{ FULL_TIME: 'FullTime', PART_TIME: 'PartTime' },
};
const offeringOfType: Readonly<Record<string, (typeof offerings)[number]>> = {
  ...{ TEMPORARY: 'Temporary', CONTRACTOR: 'SelfEmployed', INTERN: 'Internship' },
  ...{ VOLUNTEER: 'Volunteer', PER_DIEM: 'OnCall', SEASONAL: 'Seasonal' },
};

const typesOf = (job: JsonObject): string[] =>
  each(job, 'employmentType').map((type) =>
    String(type)
      .toUpperCase()
      .replace(/[\s-]+/g, '_'),
  );

/** The language of a state with one official language, where the posting does not name its own. */
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
    findings.reject('language-missing', { path }, 'The language of the text is needed.');
    return '';
  }
  findings.warn('language-assumed', { path }, `Read as ${assumed}, the language of the place.`);
  return assumed;
}

function placesOf(job: JsonObject, findings: Findings): Place[] {
  const raws = each(job, 'jobLocation')
    .filter(isObject)
    .map((location, index) => {
      const address = 'address' in location ? objectAt(location, 'address') : location;
      return {
        path: `/jobLocation/${index}/address/addressCountry`,
        country: textOrAt(address, 'addressCountry', 'name'),
        nuts: null,
        city: textAt(address, 'addressLocality') ?? textAt(address, 'addressRegion'),
        postalCode: textAt(address, 'postalCode'),
      };
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

/** A code of ISCO or ESCO, bare, with its title behind, or as a CategoryCode. */
function codesOf(job: JsonObject): ReadValue[] {
  return each(job, 'occupationalCategory').map((category) => {
    const text = isObject(category)
      ? (textAt(category, 'codeValue') ?? textAt(category, 'url'))
      : textAt({ category }, 'category');
    const value = /^C?\d{4}(?=$|[\s:,-]+\D)/.exec(text ?? '')?.[0] ?? text;
    return { path: '/occupationalCategory', value };
  });
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
    findings.warn('id-missing', { path }, 'Without an identifier, sending again makes a new one.');
  const issuer = isObject(named) ? (textAt(named, 'propertyID') ?? textAt(named, 'name')) : null;
  const host = URL.canParse(url ?? '') ? new URL(url ?? '').hostname : null;
  const sourceAgency = issuer ?? host ?? textOrAt(job, 'hiringOrganization', 'name');
  return { sourceAgency, sourceId, sourceScheme: 'schema.org' };
}

function payOf(job: JsonObject, findings: Findings): VacancyDraft['pay'] {
  const salary = objectAt(job, 'baseSalary');
  const value = isObject(salary.value) ? salary.value : salary;
  const exact = textAt(value, 'value');
  const raw = {
    min: textAt(value, 'minValue') ?? exact,
    max: textAt(value, 'maxValue') ?? exact,
    currencies: [textAt(salary, 'currency') ?? textAt(job, 'salaryCurrency')],
    interval: textAt(value, 'unitText') ?? textAt(salary, 'unitText'),
  };
  return readPay(raw, '/baseSalary', findings);
}

function askedOf(
  job: JsonObject,
): Pick<VacancyDraft, 'languages' | 'skills' | 'experience' | 'licences'> {
  const experience = each(job, 'experienceRequirements').filter(isObject);
  const asked = experience.flatMap((one): AskedExperience[] => {
    const months = Number(textAt(one, 'monthsOfExperience') ?? NaN);
    return months > 0 && months <= 720
      ? [{ isco: null, years: Math.round(months / 1.2) / 10 }]
      : [];
  });
  const skills = each(job, 'skills').flatMap((skill): AskedSkill[] => {
    const label = isObject(skill) ? textAt(skill, 'name') : null;
    const labels = label === null ? String(skill).split(/[;,\n]/) : [label];
    return labels
      .map((text) => text.trim())
      .filter((text) => text !== '' && text.length <= 300)
      .map((text) => ({ uri: null, label: text, essential: false }));
  });
  return { languages: [], skills, experience: asked, licences: [] };
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
    immediateStart: job.jobImmediateStart === true,
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

/** A schema.org JobPosting in JSON-LD, as job boards and employers' pages carry it. */
export function readJobPosting(job: JsonObject): ReadVacancy {
  const findings = new Findings();
  const title = plainText(textAt(job, 'title') ?? textAt(job, 'name') ?? '');
  if (title === '') findings.reject('title-missing', { path: '/title' }, 'A title is needed.');
  const employerName = textOrAt(job, 'hiringOrganization', 'name');
  const path = '/hiringOrganization';
  if (employerName === null)
    findings.warn('employer-missing', { path }, 'The employer is not named.');
  const types = typesOf(job);
  const offering = types.map((type) => offeringOfType[type]).find(Boolean) ?? null;
  const locations = placesOf(job, findings);
  const draft: VacancyDraft = {
    ...identityOf(job, findings),
    status: 'open',
    title,
    language: languageIn(job, locations, findings),
    description: sanitiseHtml(textAt(job, 'description') ?? ''),
    translations: {},
    employerName,
    employerLegalId: null,
    nace: naceOf(job),
    positions: readPositions(textAt(job, 'totalJobOpenings'), '/totalJobOpenings', findings),
    ...readOccupations(codesOf(job), title, '/occupationalCategory', findings),
    offering,
    schedule: types.map((type) => scheduleOfType[type]).find(Boolean) ?? null,
    permitCategory: permitCategoryOf(offering),
    workingLanguages: [],
    locations,
    ...askedOf(job),
    ...readJobEducation(job, findings),
    pay: payOf(job, findings),
    ...termsOf(job, findings),
  };
  return { draft: findings.rejected ? null : draft, findings: findings.list };
}
