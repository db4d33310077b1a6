import { plainDigits } from '../../../reference/fold-words.ts';
import { namesWithin } from './header-words.ts';
import { type Column, findColumn, foldHeader, headerForms } from './spreadsheet-columns.ts';

/** A header with a number: `Métier 2`, `2e langue`, `المهنة ٢`. */
export interface NumberedHeader {
  column: Column;
  number: number;
}

/** Columns that hold several values, each of which may have a column of its own. */
const lists = new Set<Column>([
  ...(['occupation', 'skills', 'languages', 'qualifications', 'nationalities'] as const),
  ...(['licences', 'residence_permits', 'desired_countries', 'desired_occupations'] as const),
]);

/** Columns of which one value is kept, that of the first column which has one: another is no less right. */
const contacts = new Set<Column>(['phone', 'email']);

/** `Nom 2` may be another person; these are said of one. */
const furtherNames = new Map<string, Column>([
  ...['apellido', 'apellidos'].map((word) => [word, 'family_name'] as const),
  ...['prenom', 'nombre', 'first name', 'given name'].map((word) => [word, 'given_name'] as const),
]);

const levelWords = new Set(
  [
    ...['niveau', 'nivel', 'level', 'المستوى', 'مستوى', 'niveau langue', 'niveau de langue', 'niveau de la langue'],
    ...['nivel idioma', 'nivel de idioma', 'nivel del idioma', 'language level', 'level of language', 'مستوى اللغة'],
    ...['niveau cecr', 'niveau cecrl', 'cecr', 'cecrl', 'nivel mcer', 'mcer', 'cefr level', 'cefr'],
  ].map(foldHeader),
); // prettier-ignore

/** How long is of something only behind it. */
const durations = new Set(['durée', 'duración', 'duration', 'المدة', 'مدة'].map(foldHeader));

/** The `C2` of a note is no number. */
const behind = /^(.*?\p{L}(?:\p{L}|(?=\s)))(?:\s+(?:n|no))?\s*(\d{1,2})$/u;
const ordinalBefore = /^(\d{1,2})(?:er|ere|re|e|eme|nd|nde|st|rd|th|o|a)\s+(\p{L}.*)$/u;

/** `Autre langue`, `Double nationalité`, `الجنسية الثانية`: the second. */
const other =
  /^(?:double|autres?|seconde?|deuxieme|others?|dual|segund[oa]s?|otr[oa]s?) (\p{L}.*)$|^(\p{L}.*) (?:الثاني|الثانيه|اخري|الاخري|secondaires?|secundari[oa]s?|secondary)$/u;

/** The name of a header without its number, folded; null where it has none, from 1. */
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

/** The column of which a header holds one of several values; null for one that holds none, or may be something else. */
export function findNumbered(header: string): NumberedHeader | null {
  const { name = '', number = 0 } = numberBehind(header) ?? {};
  const column = number === 0 ? null : (furtherNames.get(name) ?? findColumn(name));
  const isCertain = column !== null && (lists.has(column) || contacts.has(column) || furtherNames.has(name));
  return isCertain ? { column, number } : null;
} // prettier-ignore

/** The number of a header that an agency has said to be of `column`. */
export function numberOf(header: string, column: Column): number | null {
  return lists.has(column) ? (numberBehind(header)?.number ?? null) : null;
}

/** Of `Niveau 2`, 2: the level of the second language where there is one. */
export function findLevel(header: string): number | null {
  const found = numberBehind(header);
  return found !== null && isLevel(found.name) ? found.number : null;
}

/** `Niveau` without a number. */
export function isLevel(header: string): boolean {
  const names = namesWithin(header);
  return (names.length > 0 ? names : [header]).every((name) =>
    headerForms(name).some((form) => levelWords.has(form)),
  );
}

/** `Années d'expérience` or `Durée` without a number. */
export const isYears = (header: string): boolean =>
  findColumn(header) === 'occupation_years' ||
  headerForms(header).some((form) => durations.has(form));

/** Of `Expérience 2`, 2: the years of the second occupation where there is one. */
export function findYears(header: string): number | null {
  const found = numberBehind(header);
  return found !== null && isYears(found.name) ? found.number : null;
}

/** Whether it is one name of several of one person, behind the first. */
export const isFurtherName = ({ column, number }: NumberedHeader): boolean =>
  number > 1 && (column === 'given_name' || column === 'family_name');

/** What a numbered header may be that is not certain: the column of its name. */
export function likelyColumn(header: string): Column | null {
  const { name = '' } = numberBehind(header) ?? {};
  const column = name === '' ? null : findColumn(name);
  return column === 'reference' ? null : column;
}

/** Whether of several columns the first is read that says something. */
export const isContact = (column: Column): boolean => contacts.has(column);

/** Whether a column of several values goes on in each of its headers. */
export const goesOn = (column: Column): boolean => lists.has(column);
