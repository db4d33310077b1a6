import { onceEach } from '../../platform/formats/once-each.ts';
import { frozen } from '../../platform/formats/once-frozen.ts';
import { parseEducationLevel } from '../../reference/education/education.ts';
import { repairEducationField } from '../../reference/education/education-fields.ts';
import { foldWords, plainDigits } from '../../reference/fold-words.ts';
import { repairIscoCode } from '../../reference/isco/isco.ts';
import { Findings } from '../../vacancies/formats/findings.ts';
import { permitCategories } from '../../vacancies/formats/vacancy-draft.ts';
import { documentForm, documentKinds } from '../duplicates/mark-documents.ts';
import {
  type CandidateDraft,
  emptyDraft,
  type OwnSkill,
  type PreviousStay,
  type ReadCandidate,
  type WorkedOccupation,
} from './candidate-draft.ts';
import { readLanguages } from './cell-languages.ts';
import { readCountries, splitCell, unrounded } from './cell-values.ts';
import { readDesiredPay } from './desired-pay.ts';
import { readLicences } from './driving-licences.ts';
import { makeReference } from './made-reference.ts';
import { remembered } from './remembered.ts';
import { readDateAt, readSheetDate } from './sheet-dates.ts';
import { readConsents } from './spreadsheet-consent.ts';
import type { Column } from './spreadsheet-columns.ts';
import { readWorkedYears } from './worked-years.ts';

/** The cells of one row by the template's columns; those that are not there are empty. */
export type Cells = Partial<Record<Column, string>>;

type Person = Pick<
  CandidateDraft,
  | 'givenName' | 'familyName' | 'birthOn' | 'documents' | 'nationalities' | 'residenceCountry'
  | 'residenceRegion' | 'email' | 'phone' | 'residencePermits' | 'euFamilyMember'
>; // prettier-ignore

const ESCO = /^https?:\/\/data\.europa\.eu\/esco\//i;

/** One row of an agency's spreadsheet; `isPseudonymous`: of one whose sender withholds the names. */
export function readRow(cells: Cells, isPseudonymous = false): ReadCandidate {
  const findings = new Findings();
  const cell = (column: Column): string => cells[column]?.trim() ?? '';
  const person = readPerson(cells, cell, findings);
  if (!isPseudonymous && person.givenName === null && person.familyName === null)
    refuseNameless(cells, findings);
  const draft: CandidateDraft = {
    ...emptyDraft(readReference(cells, person, findings)),
    ...person,
    ...readAbilities(cell, findings),
    ...readWishes(cell, findings),
    previousStays: readStays(cell('previous_stays'), findings),
    trainingProgramme: cell('training_programme') || null,
    consents: readConsents(cell, findings),
  };
  return { draft: findings.rejected ? null : draft, findings: findings.list };
}

/**
 * In a sheet that has no column for it, one is made for whoever is named and has a date of birth; where there is
 * the column, an empty cell is a slip.
 */
function readReference(
  { reference, given_name = '', family_name = '' }: Cells,
  { birthOn, email, phone }: Person,
  findings: Findings,
): string {
  // One number, whichever digits it is written in.
  const own = plainDigits(reference?.trim() ?? '');
  if (isExample.test(own)) {
    const message = 'This row is an example, and nobody: leave it out.';
    findings.reject('row-of-example', { path: 'reference', value: own }, message);
  }
  if (own !== '') return readNumber(own, 'reference', findings);
  // As they were sent: a name that is tidied otherwise one day is still the same person's.
  const name = foldWords(`${given_name.trim()} ${family_name.trim()}`);
  if (reference === undefined && name !== '' && birthOn !== null) {
    const digits = phone?.replace(/\D/g, '').slice(-9) ?? null;
    return makeReference('sheet', [name, birthOn, email, digits], 'reference', findings);
  }
  // That the name is missing is said already: with it, one could be made.
  if (reference === undefined && name === '') return '';
  const message =
    'Each person needs a reference of yours, so that a later file can update them, or, in a table without a column for it, a date of birth.';
  findings.reject('reference-missing', { path: 'reference' }, message);
  return '';
}

/** `Ex. : R-0001`, as forms show under their header how they are filled in. */
const isExample = /^(?:ex|e\.g|p\.? ?ej)\.(?:\s*:|\s)|^(?:exemple|example|ejemplo|مثال)(?!\p{L})/iu;

/** A number that is a name: one that was rounded may be somebody else's. */
function readNumber(text: string, path: 'reference' | 'phone', findings: Findings): string {
  const number = unrounded(text);
  if (number !== null) return number;
  const at = { path, value: text };
  const message = 'The spreadsheet has rounded this number: format the column as text.';
  if (path === 'reference') findings.reject('number-rounded', at, message);
  else findings.drop('number-rounded', at, message);
  return '';
}

type Cell = (column: Column) => string;

const countryCell = (path: Column): ((cell: string, findings: Findings) => string[]) =>
  remembered((cell, findings) => readCountries(cell, path, findings));

const countriesIn = {
  nationalities: countryCell('nationalities'),
  residence_country: countryCell('residence_country'),
  residence_permits: countryCell('residence_permits'),
  desired_countries: countryCell('desired_countries'),
};

function readPerson(cells: Cells, cell: Cell, findings: Findings): Person {
  const nationalities = countriesIn.nationalities(cell('nationalities'), findings);
  if (nationalities.length === 0) refuseStateless(cells.nationalities, findings);
  const [residenceCountry = null] = countriesIn.residence_country(
    cell('residence_country'),
    findings,
  );
  const givenName = cell('given_name').replace(address, '') || null;
  const familyName = cell('family_name').replace(address, '') || null;
  return {
    givenName,
    familyName,
    birthOn: readDateAt(cell('birth_date'), 'birth_date', findings),
    documents: readDocuments(cell('documents'), findings),
    nationalities,
    residenceCountry,
    residenceRegion: cell('residence_region') || null,
    email: cell('email') || null,
    phone: readNumber(plainPhone(cell('phone')), 'phone', findings) || null,
    residencePermits: countriesIn.residence_permits(cell('residence_permits'), findings),
    euFamilyMember: /^(1|yes|true|oui|vrai|si|sí|نعم)$/i.test(cell('eu_family_member')),
  };
}

/** A program that took the column for numbers has written `612345678.0`; from right to left the plus comes last. */
const plainPhone = (cell: string): string =>
  plainDigits(cell)
    .replace(/^(\d{6,})\.0$/, '$1')
    .replace(/^(\d[\d\s-]{6,})\+$/, '+$1');

/** How somebody is addressed tells their sex, which nobody may be selected by: it is no part of a name. */
const address =
  /^(?:m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|sr\.|sra\.?|srta\.?|السيدة|الآنسة)\s+(?=\p{L})/iu;

/** Nobody could tell who is meant, nor find them again under another reference. */
function refuseNameless({ family_name, given_name }: Cells, findings: Findings): void {
  const known = family_name ?? given_name;
  const path = family_name === undefined && given_name !== undefined ? 'given_name' : 'family_name';
  const at = { path, value: known ?? null };
  if (known === undefined) {
    findings.reject('name-column-missing', at, nameColumnMissing);
  } else findings.reject('name-missing', at, 'State the name of this person.');
}

const nameColumnMissing =
  'No column is understood as the name: name it so, or say which one it is. Where names are withheld on purpose, call the column of your references "pseudonym".';

/** `sent`: undefined where the sheet has no such column. */
function refuseStateless(sent: string | undefined, findings: Findings): void {
  const at = { path: 'nationalities', value: sent ?? null };
  if (sent === undefined) {
    const message =
      'No column is understood as the nationality: name it so, or say which one it is.';
    findings.reject('nationality-column-missing', at, message);
  } else findings.reject('nationality-missing', at, 'State at least one nationality, such as MA.');
}

/** `passport:AB123456;national-id:BE12345`; a value that is none is not repeated in what is said of it. */
function readDocuments(cell: string, findings: Findings): string[] {
  return splitList(cell).filter((value) => {
    if (documentForm.test(value)) return true;
    findings.drop('document-unreadable', { path: 'documents' }, documentAdvice);
    return false;
  });
}

const documentAdvice = `Write passport:AB123456; known are ${documentKinds.join(', ')}.`;

function readAbilities(cell: Cell, findings: Findings): Partial<CandidateDraft> {
  const level = cell('education_level');
  const educationLevel = level === '' ? null : readLevel(level);
  if (level !== '' && educationLevel === null) {
    const at = { path: 'education_level', value: level };
    findings.drop('education-level-unknown', at, 'Write EQF-5 or ISCED-6, for example.');
  }
  return {
    occupations: readOccupations(cell, findings),
    skills: splitList(cell('skills')).map(readSkill),
    languages: readLanguages(cell('languages'), findings),
    educationLevel,
    educationField: readField(cell('education_field'), findings),
    qualifications: splitList(cell('qualifications')),
    licences: readLicences(cell('licences'), findings),
  };
}

const readLevel = onceEach(parseEducationLevel);

const readSkill = onceEach((skill): OwnSkill =>
  frozen(ESCO.test(skill) ? { uri: skill, label: null } : { uri: null, label: skill }),
);

/** Words that name no field are kept as they are: a person reads them, the score does not. */
const readField = remembered((text: string, findings: Findings): string | null => {
  if (text === '') return null;
  const at = { path: 'education_field', value: text };
  const found = repairEducationField(text);
  if (!found)
    findings.warn('education-field-unknown', at, 'Write its code, such as 0913 (ISCED-F).');
  else if (found.repaired) findings.warn('education-field-repaired', at, `Read as ${found.code}.`);
  return found?.code ?? text;
});

/** Skills and qualifications may hold commas and slashes themselves. */
function splitList(text: string): string[] {
  if (text === '') return [];
  return text
    .split(/[;|؛\r\n]/)
    .map((value) => value.trim())
    .filter(Boolean);
}

function readWishes(cell: Cell, findings: Findings): Partial<CandidateDraft> {
  return {
    desiredCountries: countriesIn.desired_countries(cell('desired_countries'), findings),
    desiredOccupations: splitTitles(cell('desired_occupations')),
    permitCategories: readCategories(cell('permit_categories'), findings),
    desiredPay: readDesiredPay(cell('desired_pay'), findings),
    availableFromOn: readDateAt(cell('available_from'), 'available_from', findings),
    availableUntilOn: readDateAt(cell('available_until'), 'available_until', findings),
  };
}

function readCategories(cell: string, findings: Findings): string[] {
  return splitCell(cell.toLowerCase()).flatMap((value) => {
    const known = permitCategories.find((category) => category === value);
    if (known) return [known];
    const at = { path: 'permit_categories', value };
    findings.drop('permit-category-unknown', at, `Known are: ${permitCategories.join(', ')}.`);
    return [];
  });
}

/** As a list, `1. Soudeur 2. Plombier` of one line too. */
const splitTitles = (text: string): string[] =>
  text === '' ? [] : splitList(text.replace(/(^|\s)\d{1,2}[.)]\s*(?=\p{L})/gu, ';'));

/** The years and their end belong to the first occupation. Words are left for occupationsByTitle. */
function readOccupations(cell: Cell, findings: Findings): WorkedOccupation[] {
  const years = readWorkedYears(cell('occupation_years'), findings);
  const lastWorkedOn = readDateAt(cell('occupation_last_day'), 'occupation_last_day', findings);
  return splitTitles(cell('occupation')).map((text, index) => ({
    ...readOccupation(text, findings),
    years: index === 0 ? years : null,
    ...(index === 0 && lastWorkedOn && { lastWorkedOn }),
  }));
}

/** A code that was brought nearer to a group must keep so many digits. */
const leastRepaired = 3;

const readOccupation = remembered(
  (text: string, findings: Findings): Omit<WorkedOccupation, 'years' | 'lastWorkedOn'> => {
    if (ESCO.test(text)) return { isco: null, esco: text, title: null };
    const at = { path: 'occupation', value: text };
    // Fewer digits before words are years, or count.
    const [, code, title = null] =
      /^(\d[\d.]*|\d{4}(?=\P{L}))(?:[\s:,.–-]+(\p{L}.*))?$/u.exec(text) ?? [];
    if (code === undefined || (title !== null && !/^\d{4}$/.test(code)))
      return { isco: null, esco: null, title: text };
    const near = repairIscoCode(code);
    // Of what is left of `9999` it is only known that it is work.
    const found = near?.repaired && near.code.length < leastRepaired ? null : near;
    if (!found) findings.drop('occupation-unknown', at, 'This is no ISCO-08 code.');
    else if (found.repaired) findings.warn('occupation-repaired', at, `Read as ${found.code}.`);
    return { isco: found?.code ?? null, esco: null, title };
  },
);

/** `ES,2025-02-01,2025-06-15,Employer,2025-06-20` for each stay, separated by `;`. */
function readStays(cell: string, findings: Findings): PreviousStay[] {
  return splitList(cell).flatMap((value) => {
    const [place = '', from = '', to = '', employer = '', returned = ''] = value
      .split(',')
      .map((part) => part.trim());
    const [country] = readCountries(place, 'previous_stays', findings);
    const fromOn = readSheetDate(from);
    const toOn = readSheetDate(to);
    const returnedOn = readSheetDate(returned);
    // A return that cannot be read must not pass for one that never was.
    const isLost = (to !== '' && toOn === null) || (returned !== '' && returnedOn === null);
    if (country === undefined || fromOn === null || isLost) {
      const at = { path: 'previous_stays', value };
      findings.drop('stay-unreadable', at, 'Write ES,2025-02-01,2025-06-15,Employer,2025-06-20.');
      return [];
    }
    return [{ country, fromOn, toOn, employer: employer || null, returnedOn }];
  });
}
