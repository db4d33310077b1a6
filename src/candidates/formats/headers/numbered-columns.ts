import { plainDigits } from '../../../reference/fold-words.ts';
import { namesWithin } from './header-words.ts';
import { type Column, findColumn, foldHeader, headerForms } from './spreadsheet-columns.ts';

/** A header with a number: `Métier 2`, `2e langue`, `المهنة ٢`. */
export interface NumberedHeader {
  column: Column;
  number: number;
}

/** Columns with several values, each of which may have a column of its own. */
const lists = new Set<Column>([
  ...(['occupation', 'skills', 'languages', 'qualifications', 'nationalities'] as const),
  ...(['licences', 'residence_permits', 'desired_countries', 'desired_occupations'] as const),
]);

/**
 * Columns of which one value is kept, from the first header that has one. Any other is just as
 * good.
 */
const contacts = new Set<Column>(['phone', 'email']);

/** Words for further names of the same person. `Nom 2`, by contrast, may be another person. */
const furtherNames = new Map<string, Column>([
  ...['apellido', 'apellidos'].map((word) => [word, 'family_name'] as const),
  ...['prenom', 'nombre', 'first name', 'given name'].map((word) => [word, 'given_name'] as const),
]);

const levelWords = new Set(
  [
    'niveau', 'nivel', 'level', 'المستوى', 'مستوى', 'niveau langue', 'niveau de langue', 'niveau de la langue',
    'nivel idioma', 'nivel de idioma', 'nivel del idioma', 'language level', 'level of language', 'مستوى اللغة',
    'niveau cecr', 'niveau cecrl', 'cecr', 'cecrl', 'nivel mcer', 'mcer', 'cefr level', 'cefr',
  ].map(foldHeader),
); // prettier-ignore

/** Words for a duration. They only mean something with the column that they belong to. */
const durations = new Set(['durée', 'duración', 'duration', 'المدة', 'مدة'].map(foldHeader));

/** Matches a number at the end. The `C2` of a note is not a number. */
const behind = /^(.*?\p{L}(?:\p{L}|(?=\s)))(?:\s+(?:n|no))?\s*(\d{1,2})$/u;
const ordinalBefore = /^(\d{1,2})(?:er|ere|re|e|eme|nd|nde|st|rd|th|o|a)\s+(\p{L}.*)$/u;

/** Matches words for a second one: `Autre langue`, `Double nationalité`, `الجنسية الثانية`. */
const other =
  /^(?:double|autres?|seconde?|deuxieme|others?|dual|segund[oa]s?|otr[oa]s?) (\p{L}.*)$|^(\p{L}.*) (?:الثاني|الثانيه|اخري|الاخري|secondaires?|secundari[oa]s?|secondary)$/u;

/**
 * Returns the name of a header without its number, folded, and the number from 1; null if it has no
 * number.
 */
export function numberBehind(header: string): { name: string; number: number } | null {
  for (const form of headerForms(plainDigits(header))) {
    const [, name, digits] = behind.exec(form) ?? [];
    const [, ordinal, named] = ordinalBefore.exec(form) ?? [];
    const number = Number(digits ?? ordinal ?? 0);
    if (number > 0) return { name: name ?? named ?? '', number };
    const [, before, arabic] = other.exec(form) ?? [];
    const second = before ?? arabic;
    if (second !== undefined) return { name: second, number: 2 };
  }
  return null;
}

/**
 * Returns the column of a numbered header that holds one of several values; null if it holds none
 * or may mean something else.
 */
export function findNumbered(header: string): NumberedHeader | null {
  const { name = '', number = 0 } = numberBehind(header) ?? {};
  const column = number === 0 ? null : (furtherNames.get(name) ?? findColumn(name));
  const isCertain = column !== null && (lists.has(column) || contacts.has(column) || furtherNames.has(name));
  return isCertain ? { column, number } : null;
} // prettier-ignore

/** Returns the number of a header that an agency has assigned to `column`, or null. */
export function numberOf(header: string, column: Column): number | null {
  return lists.has(column) ? (numberBehind(header)?.number ?? null) : null;
}

/**
 * Returns 2 for `Niveau 2`, the level of the second language if there is one; null for any other
 * header.
 */
export function findLevel(header: string): number | null {
  const found = numberBehind(header);
  return found !== null && isLevel(found.name) ? found.number : null;
}

/** Returns whether a header is `Niveau`, without a number. */
export function isLevel(header: string): boolean {
  const names = namesWithin(header);
  return (names.length > 0 ? names : [header]).every((name) =>
    headerForms(name).some((form) => levelWords.has(form)),
  );
}

/** Returns whether a header is `Années d'expérience` or `Durée`, without a number. */
export const isYears = (header: string): boolean =>
  findColumn(header) === 'occupation_years' ||
  headerForms(header).some((form) => durations.has(form));

/**
 * Returns 2 for `Expérience 2`, the years of the second occupation if there is one; null for any
 * other header.
 */
export function findYears(header: string): number | null {
  const found = numberBehind(header);
  return found !== null && isYears(found.name) ? found.number : null;
}

/** Returns whether a header holds a further name of the same person, to go behind the first. */
export const isFurtherName = ({ column, number }: NumberedHeader): boolean =>
  number > 1 && (column === 'given_name' || column === 'family_name');

/** Returns the column that an uncertain numbered header may be, by its name; null for none. */
export function likelyColumn(header: string): Column | null {
  const { name = '' } = numberBehind(header) ?? {};
  const column = name === '' ? null : findColumn(name);
  return column === 'reference' ? null : column;
}

/** Returns whether only the first filled one of several columns is read. */
export const isContact = (column: Column): boolean => contacts.has(column);

/** Returns whether the values of several columns are read together. */
export const goesOn = (column: Column): boolean => lists.has(column);
