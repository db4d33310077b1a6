import { all, child, textOf, type XmlElement } from '../../platform/formats/markup/xml-records.ts';
import { normaliseCountry } from '../../reference/countries/countries.ts';
import { parseEducationField } from '../../reference/education/education-fields.ts';
import { repairIscoCode } from '../../reference/isco/isco.ts';
import { lowestLevel } from '../../reference/languages/levels-by-dimension.ts';
import { readDate } from '../../platform/formats/calendar-dates.ts';
import { Findings, type ReadValue } from '../../platform/formats/findings.ts';
import { below, without } from '../../platform/formats/hr-xml/hr-xml-elements.ts';
import { codesOf } from '../../reference/hr-xml/hr-xml-codes.ts';
import {
  educationLevelOf,
  levelsByDimension,
  scoresIn,
} from '../../reference/hr-xml/hr-xml-levels.ts';
import { ofOurLists } from '../../reference/isco/code-lists.ts';
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
import { readLicences } from './cells/driving-licences.ts';
import { tellNotHeld } from './cells/not-held.ts';
import { isUnderWay } from './dates/courses-under-way.ts';
import { yearsBetween } from './dates/worked-between.ts';
import { readContacts } from './hr-xml-contacts.ts';
import { refuseLongReference } from './reference-length.ts';

/**
 * Reads a candidate of the EURES exchange format: HR-XML 3.2 `Candidate`, versions 1.0 to 1.3, in
 * the Europass dialect with four namespaces or with a single one. GenderCode is never read. Courses
 * not finished on `today` (`yyyy-mm-dd`) are left out; see `isUnderWay`.
 */
export function readHrXmlCandidate(element: XmlElement, today?: string): ReadCandidate {
  const findings = new Findings();
  const reference = textOf(element, 'DocumentID');
  const path = 'Candidate/DocumentID';
  if (reference === null)
    findings.reject('document-id-missing', { path }, 'The document has no DocumentID. Add it.');
  else refuseLongReference(reference, path, findings);
  const profile = child(element, 'CandidateProfile');
  const draft: CandidateDraft = {
    ...emptyDraft(reference ?? ''),
    ...readPerson(child(element, 'CandidatePerson'), findings),
    ...(profile && readProfile(profile, today, findings)),
    ...readPreferences(child(element, 'CandidatePositionPreferences'), findings),
  };
  const languages = readTongues(element, findings);
  for (const { code, ...levels } of draft.languages) addLanguage(languages, code, levels);
  findings.warn('consent-missing', { path: 'Candidate' }, documentMessages.consentMissing);
  return {
    draft: findings.rejected ? null : { ...draft, languages },
    findings: findings.list,
    reference: draft.reference,
  };
}

function readTongues(element: XmlElement, findings: Findings): OwnLanguage[] {
  const languages: OwnLanguage[] = [];
  for (const { text } of all(element, 'CandidatePerson', 'PrimaryLanguageCode')) {
    const value = text.trim();
    if (value !== '' && !addLanguage(languages, value, { level: 'C2' }))
      dropLanguage('PrimaryLanguageCode', value, findings);
  }
  return languages;
}

/** Reads the levels of a language; one without any level is that of a beginner. */
function levelsOf(competency: XmlElement): OwnLevels {
  return levelsIn(levelsByDimension(competency, lowestLevel), scoresIn(competency));
}

function dropLanguage(path: string, value: string, findings: Findings): void {
  findings.drop('language-unknown', { path, value }, documentMessages.languageUnknown);
}

function readPerson(person: XmlElement | null, findings: Findings): Partial<CandidateDraft> {
  if (!person) {
    const path = 'Candidate/CandidatePerson';
    findings.reject('person-missing', { path }, 'The document has no CandidatePerson. Add it.');
    return {};
  }
  const countries = all(person, 'NationalityCode').flatMap(({ text }) =>
    readCountry(text, 'NationalityCode', findings),
  );
  if (countries.length === 0) {
    const path = 'Candidate/CandidatePerson/NationalityCode';
    findings.warn('nationality-missing', { path }, documentMessages.nationalityMissing);
  }
  const givenName = textOf(person, 'PersonName', 'GivenName');
  // The whole name, if the sending program has not split it.
  const whole = givenName === null ? textOf(person, 'PersonName', 'FormattedName') : null;
  const familyName = textOf(person, 'PersonName', 'FamilyName') ?? whole;
  if (givenName === null && familyName === null) {
    const path = 'Candidate/CandidatePerson/PersonName';
    findings.reject('name-missing', { path }, 'The name of this person is missing. Add it.');
  }
  const residence = textOf(person, 'ResidencyCountryCode') ?? '';
  return {
    givenName,
    familyName,
    birthOn: readBirth(person, findings),
    nationalities: [...new Set(countries)],
    residenceCountry: readCountry(residence, 'ResidencyCountryCode', findings)[0] ?? null,
    ...readContacts(person, findings),
  };
}

/**
 * Reads the date of birth. The format allows a year alone, but that does not tell when a person
 * comes of age.
 */
function readBirth(person: XmlElement, findings: Findings): string | null {
  const value = textOf(person, 'BirthDate');
  const date = value === null ? null : readCalendarDate(value);
  if (value !== null && date === null)
    findings.drop('date-unreadable', { path: 'BirthDate', value }, documentMessages.dateIncomplete);
  return date;
}

function readCountry(text: string, path: string, findings: Findings): string[] {
  if (text.trim() === '') return [];
  const code = normaliseCountry(text);
  if (code !== null) return [code];
  findings.drop('country-unknown', { path, value: text }, documentMessages.countryUnknown);
  return [];
}

function readProfile(
  profile: XmlElement,
  today: string | undefined,
  findings: Findings,
): Partial<CandidateDraft> {
  const learnt = without(
    profile,
    (one) => one.name === 'EducationOrganizationAttendance' && !isHeld(one, today, findings),
  );
  const competencies = below(profile, 'PersonCompetency');
  const languages: OwnLanguage[] = [];
  const skills: CandidateDraft['skills'] = [];
  for (const competency of competencies) {
    const id = textOf(competency, 'CompetencyID') ?? '';
    if (textOf(competency, 'TaxonomyID')?.toLowerCase() !== 'language') {
      const uri = /^https?:/.test(id) ? id : null;
      if (id !== '')
        skills.push({ uri, label: uri === null ? id : textOf(competency, 'CompetencyName') });
    } else if (!addLanguage(languages, id, levelsOf(competency))) {
      dropLanguage('CompetencyID', id, findings);
    }
  }
  return {
    occupations: below(profile, 'PositionHistory').map((position) =>
      readPosition(position, today, findings),
    ),
    skills,
    languages,
    ...readEducation(learnt, findings),
    qualifications: textsOf(learnt, 'ProgramName'),
    licences: readLicences(textsOf(profile, 'LicenseTypeCode').join(';'), findings),
  };
}

const textsOf = (element: XmlElement, name: string): string[] =>
  below(element, name)
    .map(({ text }) => text.trim())
    .filter(Boolean);

function isHeld(course: XmlElement, today: string | undefined, findings: Findings): boolean {
  const goesOn = [...below(course, 'Ongoing'), ...below(course, 'CurrentIndicator')].some(
    ({ text }) => ['true', '1'].includes(text.trim()),
  );
  if (!isUnderWay({ goesOn, until: dateIn(course, 'EndDate') }, today)) return true;
  const [value] = [...textsOf(course, 'ProgramName'), ...textsOf(course, 'EducationLevelCode')];
  const path = 'EducationHistory/EducationOrganizationAttendance/AttendancePeriod';
  if (value !== undefined) tellNotHeld(value, path, findings);
  return false;
}

/** Reads the highest level, and its field if the Europass dialect gives one. */
function readEducation(
  profile: XmlElement,
  findings: Findings,
): Pick<CandidateDraft, 'educationLevel' | 'educationField'> {
  const levelIn = (element: XmlElement): number =>
    Math.max(0, ...below(element, 'EducationLevelCode').map((code) => educationLevelOf(code) ?? 0));
  for (const code of below(profile, 'EducationLevelCode')) {
    const at = { path: 'EducationHistory//EducationLevelCode', value: code.text.trim() };
    if (at.value !== '' && educationLevelOf(code) === null)
      findings.drop(
        'education-level-unknown',
        at,
        'This is neither an EQF nor an ISCED level. Write for example EQF-5 or ISCED-6.',
      );
  }
  const highest = levelIn(profile);
  const [field] = below(profile, 'EducationOrganizationAttendance')
    .filter((education) => highest > 0 && levelIn(education) === highest)
    .flatMap((education) => below(education, 'ProgramConcentration'))
    .flatMap(({ text }) => parseEducationField(text) ?? []);
  return { educationLevel: highest || null, educationField: field ?? null };
}

/**
 * Returns the digits of `7212`, `7212.1`, `C7212` or the URI of an ISCO group; never the last
 * digits of another URI.
 */
function iscoDigits(code: string): string | undefined {
  return /(?:^|\/)[Cc]?(\d{1,4})(?:\.\d+)?$/.exec(code)?.[1];
}

/** Returns the codes below an element, except those of another list. */
function occupationCodes(element: XmlElement, path: string, findings: Findings): ReadValue[] {
  const codes = codesOf(below(element, 'JobCategoryCode'), path);
  return ofOurLists(codes, findings).filter(({ value }) => value !== '');
}

function readIsco(at: ReadValue, findings: Findings): string | null {
  const found = repairIscoCode(iscoDigits(at.value ?? '') ?? '');
  if (!found)
    findings.drop('occupation-unknown', at, 'This is not an ISCO-08 code. Write for example 7212.');
  else if (found.repaired)
    findings.warn(
      'occupation-repaired',
      at,
      `This code is not in ISCO-08; read as ${found.code}. Check it.`,
    );
  return found?.code ?? null;
}

function readPosition(
  position: XmlElement,
  today: string | undefined,
  findings: Findings,
): WorkedOccupation {
  const title = textOf(position, 'PositionTitle');
  const [sent] = occupationCodes(position, 'PositionHistory/JobCategoryCode', findings);
  const code = sent?.value ?? '';
  const esco = /^https?:.*\/occupation\//.test(code) ? code : null;
  const isco = sent && esco === null ? readIsco(sent, findings) : null;
  const endDate = dateIn(position, 'EndDate');
  const period = { from: dateIn(position, 'StartDate'), to: endDate };
  const years = yearsBetween(period, today, 'PositionHistory/EmploymentPeriod', findings);
  const path = 'PositionHistory/EmploymentPeriod/EndDate';
  const lastWorkedOn = readDate(endDate, 'last-day', path, findings);
  return {
    isco,
    esco,
    title,
    years,
    ...(lastWorkedOn && { lastWorkedOn }),
  };
}

/** Returns the text of the first date with this name, as written; null if there is none. */
function dateIn(position: XmlElement, name: string): string | null {
  const [date] = below(position, name);
  return date ? (textOf(date, 'FormattedDateTime') ?? date.text.trim()) : null;
}

function readPreferences(
  preferences: XmlElement | null,
  findings: Findings,
): Partial<CandidateDraft> {
  if (!preferences) return {};
  const countries = below(preferences, 'CountryCode').flatMap(({ text }) =>
    readCountry(text, 'CandidatePositionPreferences//CountryCode', findings),
  );
  const path = 'CandidatePositionPreferences/JobCategoryCode';
  const codes = occupationCodes(preferences, path, findings).flatMap(
    (at) => readIsco(at, findings) ?? [],
  );
  return { desiredCountries: [...new Set(countries)], desiredOccupations: [...new Set(codes)] };
}
