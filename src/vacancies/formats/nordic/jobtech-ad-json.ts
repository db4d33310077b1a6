import { eachLanguageOnce, readLanguage } from '../values/asked-languages.ts';
import { readDate } from '../../../platform/formats/calendar-dates.ts';
import {
  offerings,
  readLicences,
  readPositions,
  schedules,
} from '../../../reference/code-words.ts';
import { concluded } from '../values/concluded.ts';
import { Findings, type ReadValue } from '../../../platform/formats/findings.ts';
import {
  type JsonObject,
  objectAt,
  objectsAt,
  textAt,
} from '../../../platform/formats/json/json-values.ts';
import { checkId } from '../values/issuers.ts';
import { readOccupations } from '../values/occupations.ts';
import { readPlaces } from '../values/places.ts';
import { skillNamed } from '../values/skills.ts';
import { plainText, sanitiseHtml } from '../values/sanitise-html.ts';
import { eqfOfSwedish, iscedFieldOfSun, iscoOfSsyk, nutsOfLan } from './swedish-codes.ts';
import {
  type AskedExperience,
  type AskedLanguage,
  type AskedSkill,
  permitCategoryOf,
  type ReadVacancy,
  type VacancyDraft,
} from '../vacancy-draft.ts';

/**
 * Returns whether the value is an ad of the Swedish public employment service (JobTech), or the
 * record that one was removed.
 */
export function isJobTechAd(value: JsonObject): boolean {
  return 'headline' in value || ('removed' in value && 'id' in value);
}

/** Returns a concept, or the first of several, which the archive of former ads writes as a list. */
const conceptAt = (ad: JsonObject, key: string): JsonObject => objectsAt(ad, key)[0] ?? {};

const labelAt = (from: JsonObject, key: string): string =>
  textAt(conceptAt(from, key), 'label')?.toLowerCase() ?? '';

/** The service writes `Tills vidare`; its older form was `Tillsvidare`. */
const untilFurtherNotice = /tills\s?vidare/;

function offeringOf(ad: JsonObject): (typeof offerings)[number] | null {
  const kind = labelAt(ad, 'employment_type');
  const duration = labelAt(ad, 'duration');
  if (/säsong|sommar|ferie/.test(kind)) return 'Seasonal';
  if (kind.includes('behov')) return 'OnCall';
  if ([kind, duration].some((label) => untilFurtherNotice.test(label))) return 'DirectHire';
  return duration !== '' || /tidsbegränsad|vikariat/.test(kind) ? 'Temporary' : null;
}

function scheduleOf(ad: JsonObject): (typeof schedules)[number] | null {
  const hours = labelAt(ad, 'working_hours_type');
  const [full, part] = [hours.includes('heltid'), hours.includes('deltid')];
  if (full && part) return 'Any';
  if (part) return 'PartTime';
  return full ? 'FullTime' : scheduleOfScope(objectAt(ad, 'scope_of_work'));
}

/** Reads the percentages of full time between which the hours lie. */
function scheduleOfScope(scope: JsonObject): (typeof schedules)[number] | null {
  const [min, max] = [Number(textAt(scope, 'min') ?? NaN), Number(textAt(scope, 'max') ?? NaN)];
  if (!(min > 0 && min <= max)) return null;
  if (max < 100) return 'PartTime';
  return min < 100 ? 'Any' : 'FullTime';
}

function codesOf(ad: JsonObject, findings: Findings): ReadValue[] {
  const path = '/occupation_group/legacy_ams_taxonomy_id';
  const code = textAt(conceptAt(ad, 'occupation_group'), 'legacy_ams_taxonomy_id');
  if (code === null) return [];
  const isco = iscoOfSsyk[code] ?? code;
  const at = { path, value: code };
  findings.warn('isco-from-ssyk', at, `The Swedish code SSYK ${code} is read as ISCO-08 ${isco}.`);
  return [{ path, value: isco }];
}

function placesOf(ad: JsonObject, findings: Findings): VacancyDraft['locations'] {
  const address = objectAt(ad, 'workplace_address');
  const lan = textAt(address, 'region_code') ?? '';
  const isSwedish = nutsOfLan[lan] !== undefined || textAt(address, 'municipality_code') !== null;
  const place = {
    path: '/workplace_address/country',
    country: textAt(address, 'country') ?? (isSwedish ? 'SE' : null),
    nuts: nutsOfLan[lan] ?? null,
    city: textAt(address, 'city') ?? textAt(address, 'municipality'),
    postalCode: textAt(address, 'postcode'),
  };
  return readPlaces([place], '/workplace_address', findings);
}

interface Wanted {
  key: 'must_have' | 'nice_to_have';
  required: boolean;
}
const wanted: readonly Wanted[] = [
  { key: 'must_have', required: true },
  { key: 'nice_to_have', required: false },
];

function languagesOf(ad: JsonObject, findings: Findings): AskedLanguage[] {
  const asked = wanted.flatMap(({ key, required }) =>
    objectsAt(objectAt(ad, key), 'languages').flatMap((one, index): AskedLanguage[] => {
      const at = { path: `/${key}/languages/${index}`, value: textAt(one, 'label') };
      const code = readLanguage(at, findings);
      return code === null ? [] : [{ code, level: null, required }];
    }),
  );
  return eachLanguageOnce(asked, '/must_have/languages', findings);
}

function skillsOf(ad: JsonObject): AskedSkill[] {
  return wanted.flatMap(({ key, required }) =>
    objectsAt(objectAt(ad, key), 'skills').flatMap((one) =>
      skillNamed(textAt(one, 'label'), required),
    ),
  );
}

/**
 * Reads the years of experience. Only the older form of the ad states them, as in `2-4 års
 * erfarenhet`. The lower number counts; less than a year counts as none.
 */
function experienceOf(ad: JsonObject): AskedExperience[] {
  return objectsAt(objectAt(ad, 'must_have'), 'work_experiences').flatMap((one) => {
    const years = /^(?!mindre)\D*(\d+)/i.exec(textAt(one, 'years') ?? '')?.[1];
    return years === undefined ? [] : [{ isco: null, years: Number(years) }];
  });
}

/**
 * Reads the field of the first education asked for. The service numbers fields by SUN; their words
 * are not read.
 */
function educationFieldOf(ad: JsonObject, findings: Findings): string | null {
  const path = '/must_have/education/0/legacy_ams_taxonomy_id';
  const [asked = {}] = objectsAt(objectAt(ad, 'must_have'), 'education');
  const code = textAt(asked, 'legacy_ams_taxonomy_id');
  const value = code ?? textAt(asked, 'label');
  if (value === null) return null;
  const field = code === null ? null : iscedFieldOfSun(code);
  if (field === null)
    findings.drop(
      'education-field-unknown',
      { path, value },
      'This field of study has no counterpart in ISCED-F, so it is left out. Write a code, such as 0913.',
    );
  else
    findings.warn(
      'education-field-from-sun',
      { path, value },
      `The Swedish field SUN ${value} is read as ISCED-F ${field}.`,
    );
  return field;
}

function askedOf(
  ad: JsonObject,
  findings: Findings,
): Pick<
  VacancyDraft,
  'languages' | 'skills' | 'experience' | 'educationLevel' | 'educationField' | 'licences'
> {
  const levels = objectsAt(objectAt(ad, 'must_have'), 'education_level');
  const licences = objectsAt(ad, 'driving_license').map((one) => ({
    path: '/driving_license',
    value: textAt(one, 'label'),
  }));
  return {
    languages: languagesOf(ad, findings),
    skills: skillsOf(ad),
    experience: experienceOf(ad),
    educationLevel:
      levels.map((one) => eqfOfSwedish(textAt(one, 'label') ?? '')).find(Boolean) ?? null,
    educationField: educationFieldOf(ad, findings),
    licences: readLicences(licences, findings),
  };
}

function termsOf(
  ad: JsonObject,
  sourceId: string | null,
  findings: Findings,
): Pick<
  VacancyDraft,
  | 'startsOn' | 'endsOn' | 'immediateStart' | 'applyUntilOn' | 'validFromOn' | 'validUntilOn'
  | 'advertising' | 'howToApply' | 'pay' // prettier-ignore
> {
  const day = (key: string, edge: 'first-day' | 'last-day'): string | null =>
    readDate(textAt(ad, key), edge, `/${key}`, findings);
  const fromOn = day('publication_date', 'first-day');
  const untilOn = day('last_publication_date', 'last-day');
  const apply = objectAt(ad, 'application_details');
  return {
    pay: null,
    startsOn: null,
    endsOn: null,
    immediateStart: /snarast|fort som möjligt/i.test(textAt(ad, 'access') ?? ''),
    applyUntilOn: day('application_deadline', 'last-day'),
    validFromOn: fromOn,
    validUntilOn: untilOn,
    // The service shows the ad to everyone from that day on.
    advertising: fromOn === null ? [] : [{ channel: 'pes', adId: sourceId, fromOn, untilOn }],
    howToApply: textAt(apply, 'url') ?? textAt(apply, 'email') ?? textAt(apply, 'information'),
  };
}

function employerOf(
  ad: JsonObject,
  findings: Findings,
): Pick<VacancyDraft, 'employerName' | 'employerLegalId' | 'nace'> {
  const employer = objectAt(ad, 'employer');
  const name = textAt(employer, 'name') ?? textAt(employer, 'workplace');
  if (name === null)
    findings.warn(
      'employer-missing',
      { path: '/employer/name' },
      'The name of the employer is missing. Add it.',
    );
  return {
    employerName: name,
    employerLegalId: textAt(employer, 'organization_number'),
    nace: null,
  };
}

/**
 * Reads an ad of the Swedish public employment service, which writes Swedish. An ad marked as
 * removed ends the vacancy.
 */
export function readJobTechAd(ad: JsonObject): ReadVacancy {
  const findings = new Findings();
  const sourceId = checkId({ path: '/id', value: textAt(ad, 'id') }, 'reject', findings);
  const title = plainText(textAt(ad, 'headline') ?? '');
  if (title === '')
    findings.reject('title-missing', { path: '/headline' }, 'The vacancy has no title. Add it.');
  const description = objectAt(ad, 'description');
  const offering = offeringOf(ad);
  const words = textAt(conceptAt(ad, 'occupation'), 'label') ?? title;
  const draft: VacancyDraft = {
    sourceAgency: 'AF',
    sourceId,
    sourceScheme: 'jobtech',
    // Converters write the member as a text.
    status: textAt(ad, 'removed') === 'true' ? 'withdrawn' : 'open',
    title,
    language: 'sv',
    description: sanitiseHtml(
      textAt(description, 'text_formatted') ?? textAt(description, 'text') ?? '',
    ),
    translations: {},
    ...employerOf(ad, findings),
    positions: readPositions(textAt(ad, 'number_of_vacancies'), '/number_of_vacancies', findings),
    ...readOccupations(codesOf(ad, findings), words, '/occupation_group', findings),
    offering,
    schedule: scheduleOf(ad),
    permitCategory: permitCategoryOf(offering),
    workingLanguages: [],
    locations: placesOf(ad, findings),
    ...askedOf(ad, findings),
    ...termsOf(ad, sourceId, findings),
  };
  return concluded(draft, draft, findings);
}
