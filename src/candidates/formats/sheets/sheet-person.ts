import { foldWords, plainDigits } from '../../../reference/fold-words.ts';
import type { Findings } from '../../../platform/formats/findings.ts';
import { documentForm, documentKinds } from '../../duplicates/mark-documents.ts';
import type { CandidateDraft } from '../candidate-draft.ts';
import {
  blanks,
  readCountries,
  saysNo,
  saysYes,
  splitList,
  unrounded,
} from '../cells/cell-values.ts';
import { firstOf, readEmail } from '../cells/contacts.ts';
import { makeReference } from '../made-reference.ts';
import { refuseLongReference } from '../reference-length.ts';
import { remembered } from '../cells/remembered.ts';
import { readDateAt, readSheetDate } from '../dates/sheet-dates.ts';
import type { Column } from '../headers/spreadsheet-columns.ts';
import { isOurExample } from '../headers/template-columns.ts';

/** The cells of one row by the template's columns; a missing column has no entry. */
export type Cells = Partial<Record<Column, string>>;

export type Person = Pick<
  CandidateDraft,
  | 'givenName' | 'familyName' | 'birthOn' | 'documents' | 'nationalities' | 'residenceCountry'
  | 'residenceRegion' | 'email' | 'phone' | 'residencePermits' | 'euFamilyMember'
>; // prettier-ignore

/** Returns the trimmed cell of a column, empty if there is none. */
export type Cell = (column: Column) => string;

export const cellOf =
  (cells: Cells): Cell =>
  (column) =>
    cells[column]?.trim() ?? '';

const countryCell = (path: Column): ((cell: string, findings: Findings) => string[]) =>
  remembered((cell, findings) => readCountries(cell, path, findings));

/** The readers of the countries in a cell, by column. */
export const countriesIn = {
  nationalities: countryCell('nationalities'),
  residence_country: countryCell('residence_country'),
  residence_permits: countryCell('residence_permits'),
  desired_countries: countryCell('desired_countries'),
};

/**
 * Reads the reference. If the sheet has no column for it, one is made for a candidate with a name
 * and a date of birth. If it has the column, an empty cell is a slip.
 */
function readReference(cells: Cells, { birthOn }: Person, findings: Findings): string {
  const { reference, given_name = '', family_name = '', email = '', phone = '' } = cells;
  // The same number, in whichever digits it is written.
  const own = plainDigits(reference?.trim() ?? '');
  const example = [own, family_name.trim(), given_name.trim()].find((one) => isExample.test(one));
  if (example !== undefined || isOurExample(cells)) {
    const path = example === undefined || example === own ? 'reference' : 'family_name';
    const message = 'This row is an example. Delete it.';
    findings.reject('row-of-example', { path, value: example ?? own }, message);
  }
  refuseLongReference(own, 'reference', findings);
  if (own !== '') return readNumber(own, 'reference', findings);
  // Uses the values as sent: if names are tidied differently one day, the candidate stays the same.
  const name = foldWords(`${given_name.trim()} ${family_name.trim()}`);
  if (reference === undefined && name !== '' && birthOn !== null) {
    const digits = numberIn(plainPhone(phone.trim()), 'phone')?.replace(/\D/g, '').slice(-9);
    const contact = [email.trim() || null, digits || null];
    return makeReference('sheet', [name, birthOn, ...contact], 'reference', findings);
  }
  // The missing name is already reported. With a name, a reference could be made.
  if (reference === undefined && name === '') return '';
  const message =
    'This person has no reference. Write that of your agency, such as R-0001; if the table has no column for references, write the date of birth.';
  findings.reject('reference-missing', { path: 'reference' }, message);
  return '';
}

/** `Ex. : R-0001`, `Exemple : Dupont`, as forms show below their header how to fill them in. */
const isExample = /^(?:ex|e\.g|p\.? ?ej)\.(?:\s*:|\s)|^(?:exemple|example|ejemplo|مثال)(?!\p{L})/iu;

/** Matches rounded digits, which become zeros once the number is formatted: `212612000000`. */
const roundedBefore = /^\d{5,7}0{6,}$/;

const numberIn = (text: string, path: 'reference' | 'phone'): string | null =>
  path === 'phone' && roundedBefore.test(text) ? null : unrounded(text);

/** Reads a number that identifies a person. If it was rounded, it may be another person's. */
function readNumber(text: string, path: 'reference' | 'phone', findings: Findings): string {
  const number = numberIn(text, path);
  if (number !== null) return number;
  const at = { path, value: text };
  const message =
    'The spreadsheet has rounded this number. Format the column as text and type the number again.';
  if (path === 'reference') findings.reject('number-rounded', at, message);
  else findings.drop('number-rounded', at, message);
  return '';
}

/**
 * Reads the identity of the candidate in a row. `isPseudonymous` says that the sender withholds the
 * names.
 */
export function readPerson(
  cells: Cells,
  isPseudonymous: boolean,
  findings: Findings,
): Person & Pick<CandidateDraft, 'reference'> {
  const person = readFacts(cells, findings);
  if (!isPseudonymous && person.givenName === null && person.familyName === null)
    refuseNameless(cells, findings);
  refuseCouples(cells, findings);
  return { ...person, reference: readReference(cells, person, findings) };
}

function readFacts(cells: Cells, findings: Findings): Person {
  const cell = cellOf(cells);
  const nationalities = countriesIn.nationalities(cell('nationalities'), findings);
  if (nationalities.length === 0) refuseStateless(cells.nationalities, findings);
  const lives = countriesIn.residence_country(cell('residence_country'), findings);
  const [residenceCountry = null, ...others] = lives;
  if (others.length > 0) {
    const at = { path: 'residence_country', value: cell('residence_country') };
    findings.drop(
      'residence-several',
      at,
      'Several countries of residence are given, so only the first is kept. Write one.',
    );
  }
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
    email: readEmail(cell('email'), findings),
    phone: readPhone(cell('phone'), findings),
    residencePermits: countriesIn.residence_permits(cell('residence_permits'), findings),
    euFamilyMember: readYes(cell('eu_family_member'), findings),
  };
}

/**
 * Returns whether the candidate is a family member of an EU citizen. The right comes before all
 * others, so an unclear value grants nothing and is reported.
 */
function readYes(value: string, findings: Findings): boolean {
  if (saysYes(value)) return true;
  if (value !== '' && !saysNo(value) && value !== '0')
    findings.drop(
      'yes-or-no-unclear',
      { path: 'eu_family_member', value },
      'This is neither yes nor no. Write yes or no.',
    );
  return false;
}

/** Matches what a single number does not contain. */
const between = /[\p{L}/;|,\r\n]| [-–] /u;

/** The fewest digits of a telephone number. Subscribers of small islands have five. */
const SHORTEST = 5;

/** Returns the number of digits dialled, however the country is written. */
const lengthOf = (number: string): number =>
  plainDigits(number).replace(/\D/g, '').replace(/^00/, '').length;

/**
 * Returns whether the parts are numbers of their own. A slash inside one number (`0049221/1234567`)
 * leaves parts that are short or differ in length.
 */
function areNumbers(parts: readonly string[]): boolean {
  const [first = 0, ...others] = parts.map(lengthOf);
  return first >= 8 && others.every((length) => length >= 8 && Math.abs(length - first) <= 3);
}

/**
 * Reads the first telephone number. A number may contain blanks and dashes; words or a slash
 * separate it from the next.
 */
function readPhone(cell: string, findings: Findings): string | null {
  if (cell !== '' && lengthOf(cell) < SHORTEST) {
    const at = { path: 'phone', value: cell };
    findings.drop(
      'phone-unreadable',
      at,
      'This phone number cannot be read. Write it as +212612345678.',
    );
    return null;
  }
  if (!between.test(cell)) return readNumber(plainPhone(cell), 'phone', findings) || null;
  const numbers = cell.replace(blanks, ' ').split(/[/;|,\r\n]| (?:ou|or|o|et|and|y|أو|و|[-–]) /u);
  const one = areNumbers(numbers)
    ? firstOf(cell, numbers, 'phone', findings)
    : cell.replace(/[\r\n]+/g, ' ');
  return readNumber(plainPhone(one), 'phone', findings) || null;
}

/**
 * Undoes `612345678.0` and `612345678,00`, from a program that took the column for numbers, and a
 * plus at the end, where it lands from right to left.
 */
const plainPhone = (cell: string): string =>
  plainDigits(cell)
    .replace(/^(\d{6,})[.,]00?$/, '$1')
    .replace(/^(\d[\d\s-]{6,})\+$/, '+$1');

/**
 * Matches a form of address. It tells the sex, which must not decide who is selected, and is not
 * part of the name.
 */
const address =
  /^(?:mr?\.?\s?\/\s?m(?:me|lle|rs)\.?|sr\.?\s?\/\s?sra\.?|m\.|mr\.?|mme\.?|mlle\.?|mrs\.?|ms\.?|sr\.|sra\.?|srta\.?|السيدة|الآنسة)\s+(?=\p{L})/iu;

/**
 * Rejects a row without a name: the person could be neither identified nor found again under
 * another reference.
 */
function refuseNameless({ family_name, given_name }: Cells, findings: Findings): void {
  const known = family_name ?? given_name;
  const path = family_name === undefined && given_name !== undefined ? 'given_name' : 'family_name';
  const at = { path, value: known ?? null };
  if (known === undefined) {
    findings.reject('name-column-missing', at, nameColumnMissing);
  } else findings.reject('name-missing', at, 'The name of this person is missing. Write it.');
}

const couple =
  /(?<!\p{L})(?:et|and|with|avec|y|con|\+|&|و)\s*(?:(?:son|sa|his|her|su)\s+)?(?:[ée]pou(?:se|x)|femme|(?<=son\s+)mari|conjointe?|wife|husband|spouse|espos[ao]|marido|mujer|زوجته|زوجها)(?!\p{L})|^\s*(?:m|mr|sr)\.?\s*(?:et|and|y|&)\s*(?:mme|mrs|sra)(?!\p{L})/iu;

const eachDate = /(?<!\d)(?:\d{1,2}([./-])\d{1,2}\1(?:19|20)\d\d|(?:19|20)\d\d-\d{2}-\d{2})(?!\d)/g;
const betweenDates = /^(?:[\s/;,&+|–-]|(?<!\p{L})(?:et|and|y|و)(?!\p{L}))*$/u;

/** Returns whether a cell holds two birthdays and nothing else, as `17/05/1990 / 18/06/1991`. */
function areTwoBirthdays(cell: string): boolean {
  const text = plainDigits(cell);
  const days = new Set((text.match(eachDate) ?? []).map(readSheetDate));
  return days.size > 1 && betweenDates.test(text.replace(eachDate, ''));
}

/** Rejects a row with two people: facts about one would be taken for the other's. */
function refuseCouples(cells: Cells, findings: Findings): void {
  const { family_name = '', given_name = '', birth_date = '' } = cells;
  if (birth_date.length < 80 && areTwoBirthdays(birth_date)) {
    const at = { path: 'birth_date', value: birth_date };
    findings.reject('people-several', at, 'This row holds two people. Give each of them a row.');
  }
  const both = [family_name, given_name].find((name) => name.includes(' ') && couple.test(name));
  if (both === undefined) return;
  const at = { path: both === family_name ? 'family_name' : 'given_name', value: both };
  findings.reject('people-several', at, 'This row holds two people. Give each of them a row.');
}

const nameColumnMissing =
  'No column is recognised as the name. Call it "Family name" or say once which it is; if you withhold names on purpose, call the column of your references "Pseudonym".';

/** Rejects a row without a nationality. `sent` is undefined if the sheet has no such column. */
function refuseStateless(sent: string | undefined, findings: Findings): void {
  const at = { path: 'nationalities', value: sent ?? null };
  if (sent === undefined) {
    const message =
      'No column is recognised as the nationality. Call it "Nationality" or say once which it is.';
    findings.reject('nationality-column-missing', at, message);
  } else
    findings.reject(
      'nationality-missing',
      at,
      'No nationality can be read. Write at least one, such as MA.',
    );
}

/**
 * Reads `passport:AB123456;national-id:BE12345`. The finding for any other value does not repeat
 * it.
 */
function readDocuments(cell: string, findings: Findings): string[] {
  return splitList(cell).filter((value) => {
    if (documentForm.test(value)) return true;
    findings.drop('document-unreadable', { path: 'documents' }, documentAdvice);
    return false;
  });
}

const documentAdvice = `This document cannot be read. Write for example passport:AB123456; the kinds are ${documentKinds.join(', ')}.`;
