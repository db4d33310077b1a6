import { normaliseLanguage } from '../../../reference/languages/languages.ts';
import type { WordMeanings } from './word-meanings.ts';
import type { DatePart } from '../dates/date-parts.ts';
import { findLicence } from '../cells/driving-licences.ts';
import { type LanguageMode, modeWithin } from './language-modes.ts';
import { findNumbered, isFurtherName, likelyColumn, numberOf } from './numbered-columns.ts';
import { findOccupationCode } from '../cells/occupation-codes.ts';
import { isOfBirth, isOfOther, questionOf } from './other-people.ts';
import { ColumnRefused, findRefused } from './refused-columns.ts';
import {
  type Column,
  findColumn,
  findFurtherPart,
  findTitlesOfAnotherList,
  foldHeader,
  headerForms,
  isIdentityNumber,
  isMotherTongue,
} from './spreadsheet-columns.ts';
import { isOfElse } from './under-headings.ts';

export type HeaderWords = WordMeanings['headers'];

/** The meaning of a header. */
export interface HeaderMapping {
  header: string;
  /** Null for a column that is not read. */
  column: Column | null;
  /**
   * `known`: by our synonyms; `chosen`: by the agency, now or earlier; `again`: repeats an earlier
   * header; `counts`: counts the rows, as `N°` does; `unknown`: not understood.
   */
  how: 'known' | 'chosen' | 'again' | 'counts' | 'unknown';
  /** ISO 639-1, for a column of one language, whose cells are levels. */
  language?: string;
  /** Whether the column holds mother tongues. */
  native?: true;
  /** The category, for a column of one driving licence, whose cells say yes or no. */
  licence?: string;
  /** Whether it is a further name, which goes behind the first one of its column. */
  furtherPart?: true;
  /**
   * The number of one of several columns, such as 2 for `Métier 2`. Their values are read in this
   * order.
   */
  number?: number;
  /**
   * For `Niveau 1`, `Code CITP` or `Durée 1`: the header of the language or title that it is read
   * with.
   */
  besideOf?: string;
  /** For `Langue 1` or `Métier`: the header of its level or code. */
  beside?: string;
  /** For `Métier 1`: the header of the years worked in it. */
  yearsIn?: string;
  /** For a column of one language: the way in which it is known. */
  mode?: LanguageMode;
  /**
   * For `Langue 1`, or the first column of one language: the headers of how well it is read, spoken
   * and written.
   */
  modes?: Readonly<Partial<Record<LanguageMode, string>>>;
  /** For `Permis`: the header of the last day on which it holds. */
  validUntil?: string;
  /** Whether the cells are ISCO-08 codes. */
  ofCodes?: true;
  /** Whether codes in the column belong to another list than ISCO-08. Titles in words are read. */
  ofAnotherList?: true;
  /**
   * The unit of a bare number of experience, if the header states it or another column counts
   * months.
   */
  unit?: 'months' | 'years';
  /** The part of a date, for one of its three columns. */
  part?: DatePart;
  /** The possible column of an unknown header, for the agency to confirm once. */
  suggested?: Column;
  /**
   * Whether the agency says with this header that it withholds the names of the sheet on purpose.
   */
  pseudonym?: true;
  /** Whether the references are numbers of identity cards. */
  ofCards?: true;
  /** Whether the documents are passports, given as bare numbers. */
  ofPassports?: true;
  /** Whether the dates have the month first. */
  monthFirst?: true;
}

/**
 * Returns the language named by `Niveau de français`, `German level` or `niveau_anglais`; null for
 * any other header. Codes are too short to be certain.
 */
function languageOf(header: string): string | null {
  const name = header
    .replaceAll('_', ' ')
    .replace(/\(.*?\)/g, ' ')
    .replace(/\s+(?:niveau|nivel|level|proficiency)\s*$/iu, '')
    .replace(/^\s*(?:niveau|nivel|level|مستوى)\s+(?:(?:de|en|in|of|du)\s+|d['’]\s*)?/iu, '')
    .trim();
  return name.length < 4 ? null : normaliseLanguage(name);
}

const wordsOfLanguage =
  /(?<!\p{L})(?:langues?|languages?|idiomas?|lenguas?|niveau|nivel|level|proficiency|اللغ(?:ة|ه|ات)|مستوى)(?!\p{L})/iu;

/**
 * Matches one word in brackets, as web forms put answers, or at the end. Several words are only an
 * example.
 */
const oneBehind = /[([]\s*(\p{L}{4,})\s*[)\]]\s*$|^[^,;/([]*[\s:_-](\p{L}{4,})\s*$/u;

/**
 * Returns the language of `Which languages do you speak? [French]`, `Langues français`,
 * `اللغة الإنجليزية`. Null if the header lacks a word such as "language" or "level", or a known
 * language.
 */
export function findLanguage(header: string): string | null {
  if (!wordsOfLanguage.test(header.replaceAll('_', ' '))) return null;
  const [, inBrackets, behind] = oneBehind.exec(header) ?? [];
  return normaliseLanguage(inBrackets ?? behind ?? '');
}

/**
 * Returns the language and mode of `Français (oral)` or `Niveau d'anglais écrit`; null for any
 * other header.
 */
export function findLanguageInMode(
  header: string,
): { language: string; mode: LanguageMode } | null {
  const { mode, rest } = modeWithin(header) ?? {};
  if (mode === undefined || rest === undefined) return null;
  const language = languageOf(headerForms(rest)[1]);
  return language === null ? null : { language, mode };
}

/**
 * Returns the meaning of a single header, first by the agency's words and then by the common ones.
 * @throws ColumnRefused for a column with a fact that must not decide who is selected
 */
export function meaningOf(header: string, words: HeaderWords): HeaderMapping {
  const what = findRefused(header);
  if (what !== null) throw new ColumnRefused(header, what);
  const chosen = words.get(foldHeader(header));
  if (chosen !== undefined) return chosenFor(header, chosen);
  const code = findOccupationCode(header);
  if (code !== null) return ofCodes(header, code);
  if (isOfOther(header) && findColumn(header) !== 'eu_family_member') return unknown(header, null);
  const inMode = findLanguageInMode(header);
  if (inMode !== null) return { header, column: 'languages', how: 'known', ...inMode };
  const named = findLanguage(header);
  if (named !== null) return { header, column: 'languages', how: 'known', language: named };
  const titles = findTitlesOfAnotherList(header);
  if (titles !== null) return { header, column: titles, how: 'known', ofAnotherList: true };
  const column = findColumn(header);
  if (column === 'reference' && isIdentityNumber(header))
    return { header, column, how: 'known', ofCards: true };
  if (column === 'documents' && passport.test(header))
    return { header, column, how: 'known', ofPassports: true };
  if (column !== null && isOfBirth(header) && livesIn.has(column)) return unknown(header, null);
  if (column !== null) return ofColumn(header, column);
  const further = findFurtherPart(header);
  if (further !== null) return { header, column: further, how: 'known', furtherPart: true };
  const language = languageOf(header);
  if (language !== null) return { header, column: 'languages', how: 'known', language };
  const licence = findLicence(header);
  if (licence !== null) return { header, column: 'licences', how: 'known', licence };
  const numbered = findNumbered(header);
  if (numbered === null) return ofQuestion(header, words);
  const { number } = numbered;
  const known = { header, column: numbered.column, how: 'known' } as const;
  return isFurtherName(numbered) ? { ...known, furtherPart: true } : { ...known, number };
}

/** The columns that may differ from the place of birth. */
const livesIn = new Set<Column>(['nationalities', 'residence_country', 'residence_region']);

/** Reads a survey's question: `identite/nom` means what `nom` does. */
function ofQuestion(header: string, words: HeaderWords): HeaderMapping {
  const asked = questionOf(header);
  if (asked === null) return unknown(header, likelyColumn(header));
  const isElse = asked.ofOther || asked.groups.some((group) => isOfElse(group, asked.name));
  return isElse ? unknown(header, null) : { ...meaningOf(asked.name, words), header };
}

/**
 * Reads the number in brackets of `Métier (secondaire)` and `Langue (2)`; `Métier 2` has it at the
 * end.
 */
function ofColumn(header: string, column: Column): HeaderMapping {
  const number = /[([]/.test(header) ? numberOf(header, column) : null;
  return {
    header,
    column,
    how: 'known',
    ...(isMotherTongue(header) && { native: true }),
    ...(number !== null && { number }),
  };
}

function chosenFor(header: string, column: Column | null): HeaderMapping {
  const number = column === null ? null : numberOf(header, column);
  return { header, column, how: 'chosen', ...(number !== null && { number }) };
}

function ofCodes(header: string, number: number): HeaderMapping {
  const known = { header, column: 'occupation', how: 'known', ofCodes: true } as const;
  return number === 0 ? known : { ...known, number };
}

const passport = /pass(?:e?port)|pasaporte|جواز/i;

/** Returns the mapping of a header that is not understood. */
export const unknown = (header: string, suggested: Column | null): HeaderMapping => ({
  header,
  column: null,
  how: 'unknown',
  ...(suggested !== null && { suggested }),
});
