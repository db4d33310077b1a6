import { normaliseLanguage } from '../../../reference/languages/languages.ts';
import type { AgencyWords } from './agency-words.ts';
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

export type HeaderWords = AgencyWords['headers'];

/** What a header was taken for. */
export interface HeaderMapping {
  header: string;
  /** null for a column that is not read. */
  column: Column | null;
  /**
   * `known`: a synonym of ours; `chosen`: by the agency, now or before; `again`: says what an earlier
   * header says; `counts`: the rows, as `N°` does; `unknown`: nobody knows.
   */
  how: 'known' | 'chosen' | 'again' | 'counts' | 'unknown';
  /** ISO 639-1, of a column of its own for one language, whose cells are levels. */
  language?: string;
  /** The languages in it are those that somebody grew up with. */
  native?: true;
  /** The category of a column of its own for one licence, whose cells say yes or no. */
  licence?: string;
  /** A second name: it stands behind the first one of its column. */
  furtherPart?: true;
  /** Of `Métier 2`, 2: one of several columns, whose values are read in this order. */
  number?: number;
  /** Of `Niveau 1`, `Code CITP` and `Durée 1`: the header of the language or the title beside which it is read. */
  besideOf?: string;
  /** Of `Langue 1` and `Métier`: the header of its level or its code. */
  beside?: string;
  /** Of `Métier 1`: the header of the years that were worked in it. */
  yearsIn?: string;
  /** Of a column of its own for one language: in which way that is known. */
  mode?: LanguageMode;
  /** Of `Langue 1`, or of the first column of one language: the headers of how well it is read, spoken, written. */
  modes?: Readonly<Partial<Record<LanguageMode, string>>>;
  /** Of `Permis`: the header of the last day on which that holds. */
  validUntil?: string;
  /** The cells in it are codes of ISCO-08. */
  ofCodes?: true;
  /** Codes in it are of another list than ISCO-08; titles in words are read. */
  ofAnotherList?: true;
  /** What a bare number of experience in it counts, where the header says so or another column counts months. */
  unit?: 'months' | 'years';
  /** One of three columns of a date. */
  part?: DatePart;
  /** What an unknown one may be: for the agency to say, once. */
  suggested?: Column;
  /** By which the agency says that it withholds the names of this sheet on purpose. */
  pseudonym?: true;
  /** The references in it are numbers of identity cards. */
  ofCards?: true;
  /** The documents in it are passports, whose numbers stand alone. */
  ofPassports?: true;
  /** The dates in it have the month first. */
  monthFirst?: true;
}

/** `Niveau de français`, `German level`, `niveau_anglais`: what is left names the language. Codes are too short to be sure. */
function languageOf(header: string): string | null {
  const name = header
    .replaceAll('_', ' ')
    .replace(/\(.*?\)/g, ' ')
    .replace(/\s+(?:niveau|nivel|level)\s*$/iu, '')
    .replace(/^\s*(?:niveau|nivel|level|مستوى)\s+(?:(?:de|en|in|of|du)\s+|d['’]\s*)?/iu, '')
    .trim();
  return name.length < 4 ? null : normaliseLanguage(name);
}

const wordsOfLanguage =
  /(?<!\p{L})(?:langues?|languages?|idiomas?|lenguas?|niveau|nivel|level|اللغ(?:ة|ات)|مستوى)(?!\p{L})/iu;

/** In brackets, as the answers of a form have it, or behind all: one alone, since several are an example. */
const oneBehind = /[([]\s*(\p{L}{4,})\s*[)\]]\s*$|^[^,;/([]*[\s:_-](\p{L}{4,})\s*$/u;

/** The language of `Which languages do you speak? [French]`, `Langues français`, `اللغة الإنجليزية`; null where words for it lack. */
export function findLanguage(header: string): string | null {
  if (!wordsOfLanguage.test(header.replaceAll('_', ' '))) return null;
  const [, inBrackets, behind] = oneBehind.exec(header) ?? [];
  return normaliseLanguage(inBrackets ?? behind ?? '');
}

/** The language of `Français (oral)`, `Niveau d'anglais écrit`, and the way in which it is known; null for any other header. */
export function findLanguageInMode(
  header: string,
): { language: string; mode: LanguageMode } | null {
  const { mode, rest } = modeWithin(header) ?? {};
  if (mode === undefined || rest === undefined) return null;
  const language = languageOf(headerForms(rest)[1]);
  return language === null ? null : { language, mode };
}

/**
 * What a header means alone, by what the agency taught and then by what everybody means.
 * @throws ColumnRefused for a column that nobody may be selected by
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

/** What somebody may have another of than where they were born. */
const livesIn = new Set<Column>(['nationalities', 'residence_country', 'residence_region']);

/** `identite/nom` of a survey is what `nom` is. */
function ofQuestion(header: string, words: HeaderWords): HeaderMapping {
  const asked = questionOf(header);
  if (asked === null) return unknown(header, likelyColumn(header));
  return asked.ofOther ? unknown(header, null) : { ...meaningOf(asked.name, words), header };
}

/** `Métier (secondaire)` and `Langue (2)` have their number in brackets, as `Métier 2` has it behind. */
function ofColumn(header: string, column: Column): HeaderMapping {
  const number = /[([]/.test(header) ? numberOf(header, column) : null;
  return {
    ...{ header, column, how: 'known' },
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

/** A header that nobody knows. */
export const unknown = (header: string, suggested: Column | null): HeaderMapping => ({
  ...{ header, column: null, how: 'unknown' },
  ...(suggested !== null && { suggested }),
});
