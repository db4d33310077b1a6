import { normaliseNace } from '../../../reference/nace/nace.ts';
import { readDate } from '../../../platform/formats/calendar-dates.ts';
import { offerings, readPositions, schedules } from '../../../reference/code-words.ts';
import { Findings, type ReadValue } from '../../../platform/formats/findings.ts';
import { concluded } from '../values/concluded.ts';
import { checkId, checkIssuer } from '../values/issuers.ts';
import {
  asText,
  each,
  isObject,
  type JsonObject,
  textAt,
  textIn,
} from '../../../platform/formats/json/json-values.ts';
import { listNamed, ofOurLists } from '../../../reference/isco/code-lists.ts';
import { readOccupations } from '../values/occupations.ts';
import { skillNamed } from '../values/skills.ts';
import {
  type AskedSkill,
  permitCategoryOf,
  type ReadVacancy,
  type VacancyDraft,
} from '../vacancy-draft.ts';
import { readJobEducation } from './job-posting-education.ts';
import { readJobExperience } from './job-posting-experience.ts';
import { readJobPay } from './job-posting-pay.ts';
import { readJobPlaces } from './job-posting-places.ts';
import { readJobTexts } from './job-posting-texts.ts';
import { nameOf, textOrAt, valueAt } from './job-posting-values.ts';

/** Returns whether the object is a schema.org JobPosting in JSON-LD. */
export function isJobPosting(value: JsonObject): boolean {
  return each(value, '@type').some((type) => /(^|\/|:)JobPosting$/.test(String(type)));
}

const scheduleOfType: Readonly<Record<string, (typeof schedules)[number]>> = {
  FULL_TIME: 'FullTime',
  PART_TIME: 'PartTime',
};
const offeringOfType: Readonly<Record<string, (typeof offerings)[number]>> = {
  TEMPORARY: 'Temporary',
  CONTRACTOR: 'SelfEmployed',
  INTERN: 'Internship',
  VOLUNTEER: 'Volunteer',
  PER_DIEM: 'OnCall',
  SEASONAL: 'Seasonal',
};
const employmentTypes = [...Object.keys(scheduleOfType), ...Object.keys(offeringOfType)];

/**
 * Returns the employment types: one per value, or several with separators. Unknown words are left
 * out.
 */
function typesOf(job: JsonObject, findings: Findings): string[] {
  const types = each(job, 'employmentType')
    .map((type) => textIn(type, '@value') ?? '')
    .flatMap((type) => type.replace(/^https?:\/\/schema\.org\//, '').split(/[,;|/]/))
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

/** Returns the hours. A posting for full time and part time leaves the choice. */
function scheduleOf(types: readonly string[]): VacancyDraft['schedule'] {
  const [first, ...others] = new Set(types.flatMap((type) => scheduleOfType[type] ?? []));
  return others.length > 0 ? 'Any' : (first ?? null);
}

/** Reads ISCO and ESCO codes, given bare, followed by a title, or as a CategoryCode. */
function codesOf(job: JsonObject, findings: Findings): ReadValue[] {
  const codes = each(job, 'occupationalCategory').flatMap((category) => {
    const text = isObject(category)
      ? (textAt(category, 'codeValue') ?? textAt(category, 'url'))
      : asText(category);
    const list = isObject(category) ? listOf(category) : '';
    return codesIn(text ?? '').map((value) => ({ path: '/occupationalCategory', value, list }));
  });
  return ofOurLists(codes, findings);
}

/** Returns the codes of `2221, 2222`, the code before a title, or the text itself. */
function codesIn(text: string): string[] {
  const codes = text.split(/\s*[,;|/]\s*/);
  if (codes.every((code) => /^C?\d{4}$/.test(code))) return codes;
  return [/^C?\d{4}(?=[\s:,-]+[^\d\s:,-])/.exec(text)?.[0] ?? text];
}

/** Returns the name that a CategoryCode gives to its list; see listNamed. */
function listOf(category: JsonObject): string {
  const [set] = each(category, 'inCodeSet');
  const named = textOrAt(category, 'inCodeSet', 'name') ?? '';
  const editions = ['version', 'url', '@id'];
  return isObject(set)
    ? listNamed(
        named,
        editions.map((key) => textAt(set, key)),
      )
    : named;
}

function identityOf(
  job: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'sourceAgency' | 'sourceId' | 'sourceScheme'> {
  const [named] = each(job, 'identifier');
  const url = textAt(job, 'url') ?? textAt(job, '@id');
  const path = '/identifier';
  const sourceId = checkId({ path, value: textIn(named, 'value') ?? url }, 'warn', findings);
  const issuer = isObject(named) ? (textAt(named, 'propertyID') ?? textAt(named, 'name')) : null;
  const host = URL.canParse(url ?? '') ? new URL(url ?? '').hostname : null;
  const agency = issuer ?? host ?? textOrAt(job, 'hiringOrganization', 'name');
  const sourceAgency = agency && checkIssuer(agency, path, findings);
  return { sourceAgency, sourceId, sourceScheme: 'schema.org' };
}

const escoSkill = /^https?:\/\/data\.europa\.eu\/esco\/skill\//i;

/** Returns the skills of a text with separators, or the one of a DefinedTerm. */
function skillsIn(skill: unknown): AskedSkill[] {
  const term = isObject(skill) ? skill : { '@value': skill };
  const codes = ['url', '@id', 'termCode'].map((key) => textAt(term, key));
  const code = codes.find((text) => escoSkill.test(text ?? '')) ?? null;
  const name = textAt(term, 'name');
  const labels = name === null ? (textAt(term, '@value') ?? '').split(/[;,\n]/) : [name];
  return labels
    .map((text) => text.trim())
    .filter((text) => text.length <= 300)
    .flatMap((text) => skillNamed(text || null, false, code));
}

function askedOf(
  job: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'languages' | 'skills' | 'experience' | 'licences'> {
  const skills = each(job, 'skills').flatMap(skillsIn);
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
    readDate(valueAt(job, key), edge, `/${key}`, findings);
  const until = day('validThrough', 'last-day');
  return {
    startsOn: day('jobStartDate', 'first-day'),
    endsOn: null,
    immediateStart: /^(?:https?:\/\/schema\.org\/)?true$/i.test(
      valueAt(job, 'jobImmediateStart') ?? '',
    ),
    applyUntilOn: until,
    validFromOn: day('datePosted', 'first-day'),
    validUntilOn: until,
    advertising: [],
    howToApply: textOrAt(job, 'applicationContact', 'email') ?? textAt(job, 'url'),
  };
}

function naceOf(job: JsonObject): string | null {
  const industries = each(job, 'industry').filter((one) => typeof one === 'string');
  return industries.map((one) => normaliseNace(one)).find((code) => code !== null) ?? null;
}

/** Reads a schema.org JobPosting in JSON-LD, as found on job boards and employers' pages. */
export function readJobPosting(job: JsonObject): ReadVacancy {
  const findings = new Findings();
  const employerName = nameOf(textOrAt(job, 'hiringOrganization', 'name'));
  const path = '/hiringOrganization';
  if (employerName === null)
    findings.warn('employer-missing', { path }, 'The name of the employer is missing. Add it.');
  const types = typesOf(job, findings);
  const offering = types.map((type) => offeringOfType[type]).find(Boolean) ?? null;
  const locations = readJobPlaces(job, findings);
  const texts = readJobTexts(job, locations, findings);
  const openings = textOrAt(job, 'totalJobOpenings', 'value');
  const draft: VacancyDraft = {
    ...identityOf(job, findings),
    status: 'open',
    ...texts,
    employerName,
    employerLegalId: null,
    nace: naceOf(job),
    positions: readPositions(openings, '/totalJobOpenings', findings),
    ...readOccupations(codesOf(job, findings), texts.title, '/occupationalCategory', findings),
    offering,
    schedule: scheduleOf(types),
    permitCategory: permitCategoryOf(offering),
    workingLanguages: [],
    locations,
    ...askedOf(job, findings),
    ...readJobEducation(job, findings),
    pay: readJobPay(job, findings),
    ...termsOf(job, findings),
  };
  return concluded(draft, draft, findings);
}
