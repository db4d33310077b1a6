import { foldHeader } from '../headers/spreadsheet-columns.ts';

/** The parts of a date, in the order in which they are joined. */
export const dateParts = ['day', 'month', 'year'] as const;
export type DatePart = (typeof dateParts)[number];

export interface FoundPart {
  part: DatePart;
  /** Whether the header itself says that it is about birth. */
  ofBirth: boolean;
}

const partWords = new Map<string, DatePart>(
  [
    ...['jour', 'day', 'dia', 'اليوم', 'يوم'].map((word) => [word, 'day'] as const),
    ...['mois', 'month', 'mes', 'الشهر', 'شهر'].map((word) => [word, 'month'] as const),
    ...['annee', 'year', 'ano', 'السنه', 'سنه', 'عام'].map((word) => [word, 'year'] as const),
  ],
); // prettier-ignore

const birthWords = new Set([
  'naissance', 'naiss', 'ne', 'nee', 'ddn', 'birth', 'born', 'dob', 'nacimiento', 'nac', 'nacim',
  'الميلاد', 'ميلاد', 'الازدياد', 'ازدياد', 'الولاده', 'ولاده', 'للميلاد',
]); // prettier-ignore

/** Words that say nothing beside the others. */
const idle = new Set([
  'de',
  'du',
  'la',
  'le',
  'l',
  'del',
  'of',
  'the',
  'e',
  'date',
  'fecha',
  'f',
  'تاريخ',
]);

/**
 * Returns the part of a date that a header names: `Jour`, `Année de naissance`, `Birth (month)`;
 * null for any other header.
 */
export function findDatePart(header: string): FoundPart | null {
  const words = foldHeader(header)
    .split(' ')
    .filter((word) => !idle.has(word));
  const parts = words.flatMap((word) => partWords.get(word) ?? []);
  const ofBirth = words.some((word) => birthWords.has(word));
  const [part] = parts;
  if (part === undefined || parts.length > 1) return null;
  return words.every((word) => partWords.has(word) || birthWords.has(word))
    ? { part, ofBirth }
    : null;
}

/** Returns whether the headers are the three parts of one date, each once. */
export function areOneDate(parts: readonly FoundPart[]): boolean {
  return parts.length === dateParts.length && new Set(parts.map(({ part }) => part)).size === 3;
}
