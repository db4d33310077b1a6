import { normaliseCountry } from '../../reference/countries/countries.ts';
import { parseEducationLevel } from '../../reference/education/education.ts';
import { parseCefrLevel } from '../../reference/languages/cefr.ts';
import type { CefrDimension } from '../../reference/languages/levels-by-dimension.ts';
import { readDate } from '../../platform/formats/calendar-dates.ts';
import { Findings } from '../../platform/formats/findings.ts';
import {
  each,
  isObject,
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
} from '../../platform/formats/json/json-values.ts';
import {
  addLanguage,
  type CandidateDraft,
  emptyDraft,
  levelsIn,
  type OwnLanguage,
  type OwnLevels,
  type ReadCandidate,
  type WorkedOccupation,
} from './candidate-draft.ts';
import { documentMessages } from './document-messages.ts';
import { readCalendarDate } from './cells/cell-values.ts';
import { tellNotHeld } from './cells/not-held.ts';
import { isUnderWay } from './dates/courses-under-way.ts';
import { yearsBetween } from './dates/worked-between.ts';
import { makeReference } from './made-reference.ts';

const root = 'SkillsPassport';
const learner = `${root}/LearnerInfo`;
const identification = `${learner}/Identification`;

/**
 * Reads the candidate of a Europass document, schema 3.x, in the shape of its JSON: a CV, a
 * language passport, or the writer of a covering letter. Sex, title, photograph and attachments are
 * never read. Courses not finished on `today` (`yyyy-mm-dd`) are left out; see `isUnderWay`.
 */
export function readEuropass(passport: JsonObject, today?: string): ReadCandidate {
  const findings = new Findings();
  const info = objectAt(passport, 'LearnerInfo');
  const person = readPerson(objectAt(info, 'Identification'), findings);
  const writtenOn = textAt(objectAt(passport, 'DocumentInfo'), 'LastUpdateDate');
  const skills = objectAt(info, 'Skills');
  const draft: CandidateDraft = {
    ...emptyDraft(referenceOf(person, findings)),
    ...person,
    ...readEducation(info, today, findings),
    occupations: objectsAt(info, 'WorkExperience').map((work) =>
      readWork(work, { writtenOn, today }, findings),
    ),
    languages: readLanguages(objectAt(skills, 'Linguistic'), findings),
    licences: readLicences(objectAt(skills, 'Driving')),
    desiredOccupations: readHeadline(objectAt(info, 'Headline')),
  };
  findings.warn('consent-missing', { path: root }, documentMessages.consentMissing);
  const { reference } = draft;
  return { draft: findings.rejected ? null : draft, findings: findings.list, reference };
}

type Person = Pick<
  CandidateDraft,
  'givenName' | 'familyName' | 'birthOn' | 'nationalities' | 'residenceCountry' | 'residenceRegion' |
  'email' | 'phone'
>; // prettier-ignore

function readPerson(person: JsonObject, findings: Findings): Person {
  const name = objectAt(person, 'PersonName');
  const contact = objectAt(person, 'ContactInfo');
  const address = objectAt(objectAt(contact, 'Address'), 'Contact');
  const [telephone] = objectsAt(contact, 'Telephone');
  const demographics = objectAt(person, 'Demographics');
  const [residenceCountry = null] = readCountry(
    objectAt(address, 'Country'),
    'ContactInfo/Address/Contact/Country',
    findings,
  );
  return {
    givenName: textAt(name, 'FirstName'),
    familyName: textAt(name, 'Surname'),
    birthOn: readBirth(objectAt(demographics, 'Birthdate'), findings),
    nationalities: readNationalities(demographics, findings),
    residenceCountry,
    residenceRegion: textAt(address, 'Municipality'),
    email: textAt(objectAt(contact, 'Email'), 'Contact'),
    phone: telephone ? textAt(telephone, 'Contact') : null,
  };
}

/** Makes a reference of facts that do not change, as the format has none for its candidate. */
function referenceOf(
  { givenName, familyName, birthOn, email }: Person,
  findings: Findings,
): string {
  if (givenName === null && familyName === null) {
    const path = `${identification}/PersonName`;
    findings.reject(
      'person-missing',
      { path },
      'The document does not name a person. Add the name.',
    );
    return '';
  }
  const facts = [givenName, familyName, birthOn, email];
  return makeReference('europass', facts, identification, findings);
}

function readBirth(date: JsonObject, findings: Findings): string | null {
  const value = dateOfParts(date);
  if (value === null) return null;
  const born = readCalendarDate(value);
  const path = `${identification}/Demographics/Birthdate`;
  if (born === null)
    findings.drop('date-unreadable', { path, value }, documentMessages.dateIncomplete);
  return born;
}

function readNationalities(demographics: JsonObject, findings: Findings): string[] {
  const codes = objectsAt(demographics, 'Nationality').flatMap((one) =>
    readCountry(one, 'Demographics/NationalityList/Nationality', findings),
  );
  if (codes.length === 0) {
    const path = `${identification}/Demographics/NationalityList`;
    const message = documentMessages.nationalityMissing;
    findings.warn('nationality-missing', { path }, message);
  }
  return [...new Set(codes)];
}

/** Reads the code, or else the label in whatever language the document is. */
function readCountry(named: JsonObject, below: string, findings: Findings): string[] {
  const value = textAt(named, 'Code') ?? textAt(named, 'Label');
  if (value === null) return [];
  const code = normaliseCountry(value);
  if (code !== null) return [code];
  findings.drop(
    'country-unknown',
    { path: `${identification}/${below}`, value },
    documentMessages.countryUnknown,
  );
  return [];
}

/**
 * Reads one job. In older schemas the codes of positions were national, so titles are left to
 * `occupationsByTitle`. Current work counts until the day on which the document was written.
 */
function readWork(
  work: JsonObject,
  { writtenOn, today }: { writtenOn: string | null; today: string | undefined },
  findings: Findings,
): WorkedOccupation {
  const title = textAt(objectAt(work, 'Position'), 'Label');
  const period = objectAt(work, 'Period');
  const to = textAt(period, 'Current') === 'true' ? writtenOn : dateOfParts(objectAt(period, 'To'));
  const path = `${learner}/WorkExperienceList/WorkExperience/Period`;
  const from = dateOfParts(objectAt(period, 'From'));
  const years = yearsBetween({ from, to }, today, path, findings);
  const lastWorkedOn = readDate(to, 'last-day', `${path}/To`, findings);
  return {
    isco: null,
    esco: null,
    title,
    years,
    ...(lastWorkedOn && { lastWorkedOn }),
  };
}

/**
 * Returns `yyyy`, `yyyy-mm` or `yyyy-mm-dd`, without checking that the day exists; null for no
 * date.
 */
function dateOfParts(date: JsonObject): string | null {
  const parts = ['Year', 'Month', 'Day'].map((part) => textAt(date, part)?.padStart(2, '0'));
  return parts.filter(Boolean).join('-') || null;
}

function isHeld(course: JsonObject, today: string | undefined, findings: Findings): boolean {
  const period = objectAt(course, 'Period');
  const goesOn = textAt(period, 'Current') === 'true';
  if (!isUnderWay({ goesOn, until: dateOfParts(objectAt(period, 'To')) }, today)) return true;
  const value = textAt(course, 'Title') ?? textAt(objectAt(course, 'Level'), 'Code');
  if (value !== null) tellNotHeld(value, `${learner}/EducationList/Education/Period`, findings);
  return false;
}

/**
 * Reads the highest level and the titles of courses. `Field` is left out: it is a code of ISCED
 * 1997, which has no single counterpart in ISCED-F.
 */
function readEducation(
  info: JsonObject,
  today: string | undefined,
  findings: Findings,
): Pick<CandidateDraft, 'educationLevel' | 'qualifications'> {
  const courses = objectsAt(info, 'Education').filter((course) => isHeld(course, today, findings));
  const levels = courses.flatMap((course) => {
    const value = textAt(objectAt(course, 'Level'), 'Code');
    const level = value === null ? null : parseEducationLevel(value);
    const path = `${learner}/EducationList/Education/Level`;
    if (value !== null && level === null)
      findings.drop(
        'education-level-unknown',
        { path, value },
        'This level is not recognised. The EQF has levels 1 to 8; write for example EQF-5.',
      );
    return level ?? [];
  });
  const titles = courses.map((course) => textAt(course, 'Title')).filter((title) => title !== null);
  return { educationLevel: Math.max(0, ...levels) || null, qualifications: titles };
}

function readLanguages(linguistic: JsonObject, findings: Findings): OwnLanguage[] {
  const languages: OwnLanguage[] = [];
  const add = (named: JsonObject, levels: OwnLevels, below: string): void => {
    const description = objectAt(named, 'Description');
    const value = textAt(description, 'Code') ?? textAt(description, 'Label') ?? '';
    const path = `${learner}/Skills/Linguistic/${below}`;
    if (value !== '' && !addLanguage(languages, value, levels))
      findings.drop('language-unknown', { path, value }, documentMessages.languageUnknown);
  };
  for (const tongue of objectsAt(linguistic, 'MotherTongue'))
    add(tongue, { level: 'C2' }, 'MotherTongueList/MotherTongue');
  for (const foreign of objectsAt(linguistic, 'ForeignLanguage'))
    add(
      foreign,
      readLevels(objectAt(foreign, 'ProficiencyLevel')),
      'ForeignLanguageList/ForeignLanguage',
    );
  return languages;
}

const dimensionsAs: readonly (readonly [string, CefrDimension])[] = [
  ['Listening', 'listening'],
  ['Reading', 'reading'],
  ['SpokenInteraction', 'spokenInteraction'],
  ['SpokenProduction', 'spokenProduction'],
  ['Writing', 'writing'],
];

/** Reads the levels of a language; one without any level is that of a beginner. */
function readLevels(proficiency: JsonObject): OwnLevels {
  const named = dimensionsAs.flatMap(([name, dimension]) => {
    const level = parseCefrLevel(textAt(proficiency, name) ?? '');
    return level ? [[dimension, level] as const] : [];
  });
  return levelsIn(Object.fromEntries(named));
}

function readLicences(driving: JsonObject): string[] {
  const description = driving.Description;
  const codes = isObject(description) ? each(description, 'Licence') : each(driving, 'Description');
  return [...new Set(codes.map((code) => String(code).trim().toUpperCase()).filter(Boolean))];
}

const wishes = new Set(['preferred_job', 'job_applied_for']);

/** Reads the wish as words, which are left to `occupationsByTitle`. */
function readHeadline(headline: JsonObject): string[] {
  const value = textAt(objectAt(headline, 'Description'), 'Label');
  if (value === null || !wishes.has(textAt(objectAt(headline, 'Type'), 'Code') ?? '')) return [];
  return [value];
}
