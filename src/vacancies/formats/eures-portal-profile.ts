import { parseEducationLevel } from '../../reference/education/education.ts';
import { eachLanguageOnce, readLanguage, readLevel } from './values/asked-languages.ts';
import { dateOfMillis, readDate } from '../../platform/formats/calendar-dates.ts';
import { readLicences } from '../../reference/code-words.ts';
import { yearsOf } from './values/experience-years.ts';
import type { Findings } from '../../platform/formats/findings.ts';
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
import { readPay } from './values/pay.ts';
import { sanitiseHtml } from './values/sanitise-html.ts';
import { skillNamed } from './values/skills.ts';
import type {
  AskedExperience,
  AskedLanguage,
  AskedSkill,
  Pay,
  VacancyDraft,
} from './vacancy-draft.ts';

/** The fields that only the detail form of a portal vacancy has. */
export type PortalDetails = Pick<
  VacancyDraft,
  | ('languages' | 'skills' | 'experience' | 'educationLevel' | 'licences' | 'pay')
  | ('startsOn' | 'endsOn' | 'immediateStart' | 'applyUntilOn' | 'howToApply')
>;

/** The portal's words for ISCED 2011 levels. */
const iscedWords: Record<string, number> = {
  earlychildhood: 0,
  primary: 1,
  lowersecondary: 2,
  uppersecondary: 3,
  postsecondarynontertiary: 4,
  shortcycletertiary: 5,
  bachelor: 6,
  master: 7,
  doctoral: 8,
};

/**
 * Reads a date given in milliseconds, or as text in their place or beside them.
 * @param path ends with the name of the property
 */
export function readPortalDate(
  object: JsonObject,
  path: string,
  edge: 'first-day' | 'last-day',
  findings: Findings,
): string | null {
  const key = path.slice(path.lastIndexOf('/') + 1);
  const text =
    textAt(object, `${key}Text`) ?? (typeof object[key] === 'string' ? textAt(object, key) : null);
  return dateOfMillis(object[key]) ?? readDate(text, edge, path, findings);
}

function educationOf(details: JsonObject, findings: Findings): number | null {
  const eqf = textAt(details, 'requiredQualificationLevelCode');
  const isced = textAt(details, 'requiredEducationLevelCode');
  if (eqf === null && isced === null) return null;
  const word = isced === null ? undefined : iscedWords[isced.toLowerCase().replace(/[^a-z]/g, '')];
  const level =
    (eqf === null ? null : parseEducationLevel(/^\d$/.test(eqf) ? `EQF-${eqf}` : eqf)) ??
    (word === undefined ? parseEducationLevel(isced ?? '') : parseEducationLevel(`ISCED-${word}`));
  if (level === null) {
    findings.drop(
      'education-unknown',
      { path: '/jvProfiles/requiredEducationLevelCode', value: isced ?? eqf },
      'This level is neither of the EQF nor of ISCED, so it is left out. Write for example EQF-5 or ISCED-6.',
    );
  }
  return level;
}

function languagesOf(details: JsonObject, findings: Findings): AskedLanguage[] {
  const path = '/jvProfiles/positionLanguages';
  const asked = objectsAt(details, 'positionLanguages').flatMap((one): AskedLanguage[] => {
    const code = readLanguage({ path, value: textAt(one, 'languageCode') }, findings);
    const required = readLevel({ path, value: textAt(one, 'requiredSkillLevel') }, findings);
    const desired = readLevel({ path, value: textAt(one, 'desiredSkillLevel') }, findings);
    return code === null ? [] : [{ code, level: required ?? desired, required: required !== null }];
  });
  return eachLanguageOnce(asked, path, findings);
}

function skillsOf(details: JsonObject): AskedSkill[] {
  return each(details, 'requiredSkills').flatMap((skill) => {
    const named = isObject(skill) ? skill : { label: skill };
    return skillNamed(textAt(named, 'label'), false, textAt(named, 'uri'));
  });
}

function experienceOf(details: JsonObject, findings: Findings): AskedExperience[] {
  const path = '/jvProfiles/requiredExperiences';
  const experience = objectsAt(details, 'requiredExperiences').flatMap((one): AskedExperience[] => {
    const measure = objectAt(one, 'measure');
    const years = yearsOf(textAt(measure, 'value'), textAt(measure, 'unitCode') ?? 'year');
    if (years === null) return [];
    const code = textAt(one, 'categoryCode');
    const isco =
      code === null ? [] : readOccupations([{ path, value: code }], '', path, findings).isco;
    return [{ isco: isco[0] ?? null, years }];
  });
  const inGeneral = yearsOf(textAt(details, 'requiredYearsOfExperience'), 'year');
  return experience.length > 0 || inGeneral === null
    ? experience
    : [{ isco: null, years: inGeneral }];
}

function payOf(details: JsonObject, findings: Findings): Pay | null {
  const salaries = objectsAt(objectAt(details, 'offeredRemunerationPackage'), 'salaries');
  const base =
    salaries.find((one) => textAt(one, 'remunerationTypeCode') === 'basepay') ?? salaries[0];
  if (base === undefined) return null;
  const currencies = salaries.map((one) => textAt(one, 'currencyCode'));
  const raw = {
    min: textAt(base, 'minimumSalary'),
    max: textAt(base, 'maximumSalary'),
    currencies,
  };
  const path = '/jvProfiles/offeredRemunerationPackage/salaries';
  return readPay({ ...raw, interval: textAt(base, 'payingIntervalCode') }, path, findings);
}

/** Reads one value of `jvProfiles`; pass an empty object for the list form. */
export function readPortalDetails(details: JsonObject, findings: Findings): PortalDetails {
  const period = objectAt(details, 'employmentPeriod');
  const licences = textsAt(details, 'requiredDrivingLicenses').map((value) => ({
    path: '/jvProfiles/requiredDrivingLicenses',
    value,
  }));
  const howToApply = textsAt(details, 'applicationInstructions').join('\n');
  return {
    languages: languagesOf(details, findings),
    skills: skillsOf(details),
    experience: experienceOf(details, findings),
    educationLevel: educationOf(details, findings),
    licences: readLicences(licences, findings),
    pay: payOf(details, findings),
    startsOn: readPortalDate(period, '/jvProfiles/startDate', 'first-day', findings),
    endsOn: readPortalDate(period, '/jvProfiles/endDate', 'last-day', findings),
    immediateStart: details.immediateStartIndicator === true,
    applyUntilOn: readPortalDate(details, '/jvProfiles/lastApplicationDate', 'last-day', findings),
    howToApply: howToApply === '' ? null : sanitiseHtml(howToApply),
  };
}
