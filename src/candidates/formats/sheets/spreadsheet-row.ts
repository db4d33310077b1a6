import { plainDigits } from '../../../reference/fold-words.ts';
import { cacheByText } from '../../../platform/memory/cache-by-text.ts';
import { deepFreeze } from '../../../platform/memory/cache-by-frozen-object.ts';
import { parseEducationLevel } from '../../../reference/education/education.ts';
import { repairEducationField } from '../../../reference/education/education-fields.ts';
import { repairIscoCode } from '../../../reference/isco/isco.ts';
import { Findings } from '../../../platform/formats/findings.ts';
import { permitCategories } from '../../../vacancies/formats/vacancy-draft.ts';
import {
  type CandidateDraft,
  emptyDraft,
  type OwnSkill,
  type PreviousStay,
  type ReadCandidate,
  type WorkedOccupation,
} from '../candidate-draft.ts';
import { readLanguages } from '../cells/cell-languages.ts';
import { readAvailability } from '../dates/availability.ts';
import { tellYearsOfNone } from './paired-cells.ts';
import { readCountries, splitCell, splitList } from '../cells/cell-values.ts';
import { readDesiredPay } from '../cells/desired-pay.ts';
import { readLicencesOf } from '../cells/driving-licences.ts';
import { remembered } from '../cells/remembered.ts';
import { readDateAt, readSheetDate } from '../dates/sheet-dates.ts';
import {
  type Cell,
  cellOf,
  type Cells,
  countriesIn,
  type Person,
  readPerson,
} from './sheet-person.ts';
import { readConsents } from './spreadsheet-consent.ts';
import { readWorkedYears, yearsBehind } from '../cells/worked-years.ts';

const ESCO = /^https?:\/\/data\.europa\.eu\/esco\//i;

/**
 * Reads one row of an agency's spreadsheet. `isPseudonymous` says that the sender withholds the
 * names.
 */
export function readRow(cells: Cells, isPseudonymous = false): ReadCandidate {
  const findings = new Findings();
  const cell = cellOf(cells);
  const person = readPerson(cells, isPseudonymous, findings);
  readYearsOfNone(cells, findings);
  const draft: CandidateDraft = {
    ...emptyDraft(person.reference),
    ...person,
    ...readAbilities(cell, findings),
    licences: readLicencesOf(issuerFor(person), cell('licences'), findings),
    ...readWishes(cell, findings),
    previousStays: readStays(cell('previous_stays'), findings),
    trainingProgramme: cell('training_programme') || null,
    consents: readConsents(cell, findings),
  };
  const { reference } = draft;
  return { draft: findings.rejected ? null : draft, findings: findings.list, reference };
}

/**
 * Returns the country that has most likely issued a licence: that of residence, or of the passport.
 */
const issuerFor = ({ residenceCountry, nationalities }: Person): string | null =>
  residenceCountry ?? (nationalities.length === 1 ? (nationalities[0] ?? null) : null);

/**
 * Reports years of work without an occupation. If the sheet has no column of occupations, that is
 * reported once elsewhere.
 */
function readYearsOfNone({ occupation, occupation_years = '' }: Cells, findings: Findings): void {
  if (occupation?.trim() !== '' || !/[1-9\u0661-\u0669]/.test(occupation_years)) return;
  tellYearsOfNone(occupation_years, findings);
}

function readAbilities(cell: Cell, findings: Findings): Partial<CandidateDraft> {
  // A program that took the column for numbers writes 4.0.
  const level = plainDigits(cell('education_level')).replace(/^(\d)[.,]0$/, '$1');
  const educationLevel = level === '' ? null : readLevel(level);
  if (level !== '' && educationLevel === null) {
    const at = { path: 'education_level', value: level };
    findings.drop(
      'education-level-unknown',
      at,
      'This level of education is not recognised. Write for example EQF-5 or ISCED-6.',
    );
  } else if (/^\d$/.test(level)) {
    const at = { path: 'education_level', value: level };
    findings.warn(
      'education-level-assumed',
      at,
      `Read as level ${level} of the EQF, but other scales count differently. Write EQF-${level}, or for example ISCED-6.`,
    );
  }
  return {
    occupations: readOccupations(cell, findings),
    skills: splitList(cell('skills')).map(readSkill),
    languages: readLanguages(cell('languages'), findings),
    educationLevel,
    educationField: readField(cell('education_field'), findings),
    qualifications: splitList(cell('qualifications')),
  };
}

const readLevel = cacheByText(parseEducationLevel);

const readSkill = cacheByText((skill): OwnSkill =>
  deepFreeze(ESCO.test(skill) ? { uri: skill, label: null } : { uri: null, label: skill }),
);

/**
 * Words that name no known field are kept as written: people can read them, the score ignores them.
 */
const readField = remembered((text: string, findings: Findings): string | null => {
  if (text === '') return null;
  const at = { path: 'education_field', value: text };
  const found = repairEducationField(text);
  if (!found)
    findings.warn(
      'education-field-unknown',
      at,
      'This field of study is not recognised, so only its words are kept. Write its ISCED-F code, such as 0913.',
    );
  else if (found.repaired)
    findings.warn(
      'education-field-repaired',
      at,
      `Read as ${found.code}, with the leading zero that was missing. Format the column as text.`,
    );
  return found?.code ?? text;
});

function readWishes(cell: Cell, findings: Findings): Partial<CandidateDraft> {
  return {
    desiredCountries: countriesIn.desired_countries(cell('desired_countries'), findings),
    desiredOccupations: splitTitles(cell('desired_occupations')),
    permitCategories: readCategories(cell('permit_categories'), findings),
    desiredPay: readDesiredPay(cell('desired_pay'), findings),
    availableFromOn: readAvailability(cell('available_from'), 'available_from', findings),
    availableUntilOn: readAvailability(cell('available_until'), 'available_until', findings),
  };
}

function readCategories(cell: string, findings: Findings): string[] {
  return splitCell(cell.toLowerCase()).flatMap((value) => {
    const known = permitCategories.find((category) => category === value);
    if (known) return [known];
    const at = { path: 'permit_categories', value };
    findings.drop(
      'permit-category-unknown',
      at,
      `This permit category is unknown. Write one or more of these: ${permitCategories.join(', ')}.`,
    );
    return [];
  });
}

/** Splits a list of titles, including `1. Soudeur 2. Plombier` on one line. */
const splitTitles = (text: string): string[] =>
  text === '' ? [] : splitList(text.replace(/(^|\s)\d{1,2}[.)]\s*(?=\p{L})/gu, ';'));

/**
 * Reads the occupations. The years and the last day belong to the first one, unless it states its
 * own years. Words are left to `occupationsByTitle`.
 */
function readOccupations(cell: Cell, findings: Findings): WorkedOccupation[] {
  const years = readWorkedYears(cell('occupation_years'), findings);
  const lastWorkedOn = readDateAt(cell('occupation_last_day'), 'occupation_last_day', findings);
  return splitTitles(cell('occupation')).map((text, index) => {
    const own = yearsBehind(text);
    if (index === 0 && own && years !== null && years !== own.years)
      tellYearsOfNone(cell('occupation_years'), findings);
    return {
      ...readOccupation(own?.title ?? text, findings),
      years: own?.years ?? (index === 0 ? years : null),
      ...(index === 0 && lastWorkedOn && { lastWorkedOn }),
    };
  });
}

const readOccupation = remembered(
  (text: string, findings: Findings): Omit<WorkedOccupation, 'years' | 'lastWorkedOn'> => {
    if (ESCO.test(text)) return { isco: null, esco: text, title: null };
    const at = { path: 'occupation', value: text };
    // Fewer than four digits before words are years, or a count.
    const [, code, title = null] =
      /^(\d[\d.]*|\d{4}(?=\P{L}))(?:[\s:,.–-]+(\p{L}.*))?$/u.exec(text) ?? [];
    if (code === undefined || (title !== null && !/^\d{4}$/.test(code)))
      return { isco: null, esco: null, title: text };
    const found = repairIscoCode(code);
    if (!found)
      findings.drop(
        'occupation-unknown',
        at,
        'This is not an ISCO-08 code. Write for example 7212.',
      );
    else if (found.repaired)
      findings.warn(
        'occupation-repaired',
        at,
        `This code is not in ISCO-08; read as ${found.code}. Check it.`,
      );
    return { isco: found?.code ?? null, esco: null, title };
  },
);

/** Reads stays written as `ES,2025-02-01,2025-06-15,Employer,2025-06-20`, separated by `;`. */
function readStays(cell: string, findings: Findings): PreviousStay[] {
  return splitList(cell).flatMap((value) => {
    const [place = '', from = '', to = '', employer = '', returned = ''] = value
      .split(',')
      .map((part) => part.trim());
    const [country] = readCountries(place, 'previous_stays', findings);
    const fromOn = readSheetDate(from);
    const toOn = readSheetDate(to);
    const returnedOn = readSheetDate(returned);
    // An unreadable return must not be taken for one that never happened.
    const isLost = (to !== '' && toOn === null) || (returned !== '' && returnedOn === null);
    const isTurned = fromOn !== null && toOn !== null && toOn < fromOn;
    if (country === undefined || fromOn === null || isLost || isTurned) {
      const at = { path: 'previous_stays', value };
      findings.drop(
        'stay-unreadable',
        at,
        'This stay cannot be read. Write country, start, end, employer and return: ES,2025-02-01,2025-06-15,Finca Alta,2025-06-20.',
      );
      return [];
    }
    return [{ country, fromOn, toOn, employer: employer || null, returnedOn }];
  });
}
