import { areOneDate, findDatePart } from '../dates/date-parts.ts';
import { type HeaderMapping, unknown } from './header-meaning.ts';
import { findMode, type LanguageMode } from './language-modes.ts';
import { findLevel, findNumbered, findYears, isLevel } from './numbered-columns.ts';
import { namesWithin } from './header-words.ts';
import {
  findColumn,
  foldHeader,
  isPseudonym,
  isSecond,
  mayCountRows,
} from './spreadsheet-columns.ts';
import type { Column } from './spreadsheet-columns.ts';
import { findValidity, mayEnd } from '../dates/valid-until.ts';

/** Returns what headers mean beside one another, in their order. */
export function meantTogether(each: readonly HeaderMapping[]): HeaderMapping[] {
  const ofPerson = ofOnePerson(withoutSeconds(withGivenName(withoutOthers(each))));
  return withPseudonym(
    withUnits(withDateParts(withYears(withCodes(withValidity(withModes(withLevels(ofPerson))))))),
  );
}

/**
 * `Lieu` behind a date of birth is the place of birth, and behind a date of issue the place of
 * issue. `Niveau` behind `Langue 1` is not a level of education.
 */
const withoutOthers = (meant: readonly HeaderMapping[]): HeaderMapping[] =>
  meant.map((one, at) => {
    const before = meant[at - 1];
    const isOther =
      (before !== undefined && isDated(before) && foldHeader(one.header) === 'lieu') ||
      (isNumberedLanguage(before) && isLevel(one.header));
    return isOther && one.how === 'known' ? unknown(one.header, null) : one;
  });

const isDated = ({ header, column }: HeaderMapping): boolean =>
  column === 'birth_date' || (column === null && issued.test(foldHeader(header)));

/** Matches what a place of issue stands behind: `Date de délivrance`, `CIN délivrée le`. */
const issued = /(?<!\p{L})(?:delivr|emis|issue|exped)/u;

const isNumberedLanguage = (one: HeaderMapping | undefined): boolean =>
  one?.column === 'languages' && one.number !== undefined;

/**
 * Drops a header that gives way to another of its column: `Nom de naissance` beside `Nom`, or
 * `Position` and `Métier (ROME)` beside `Métier`.
 */
function withoutSeconds(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const first = new Set<Column>();
  for (const one of meant) {
    const { header, column, furtherPart } = one;
    const isOther = furtherPart === true || canGiveWay(one) || mayCountRows(header);
    if (column !== null && !isOther) first.add(column);
  }
  return meant.map((one) => {
    const { header, column, how } = one;
    const givesWay = how === 'known' && column !== null && first.has(column) && canGiveWay(one);
    return givesWay ? { header, column: null, how: 'again' } : one;
  });
}

/**
 * If there is a `Nom 2`, `Prénom 2` may belong to another person too, and nothing tells which of
 * them is the candidate.
 */
function ofOnePerson(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const isOther = ({ how, suggested, header }: HeaderMapping): boolean =>
    how === 'unknown' && suggested === 'family_name' && findNumbered(header) === null;
  if (!meant.some(isOther)) return [...meant];
  return meant.map((one) =>
    one.how === 'known' && one.column === 'given_name' && findNumbered(one.header) !== null
      ? unknown(one.header, 'given_name')
      : one,
  );
}

/** Returns whether a header says that a bare number of experience counts months. */
export const countsMonths = (header: string): boolean =>
  ofMonths.test(foldHeader(header)) && !ofYears.test(foldHeader(header));

/** `Name` beside `Surname` is the given name, unless another column is. */
function withGivenName(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const has = (names: ReadonlySet<string>): boolean =>
    meant.some(({ header, how }) => how === 'known' && isNamed(header, names));
  const hasGiven = meant.some(({ column, furtherPart }) => column === 'given_name' && !furtherPart);
  if (hasGiven || !has(surnames)) return [...meant];
  return meant.map((one): HeaderMapping => {
    const isGiven = one.how === 'known' && isNamed(one.header, nameAlone);
    return isGiven ? { ...one, column: 'given_name' } : one;
  });
}

/** Returns whether a header is one of these names, alone or beside one that we do not know. */
function isNamed(header: string, names: ReadonlySet<string>): boolean {
  const known = namesWithin(header).filter((name) => findColumn(name) !== null);
  return (known.length > 0 ? known : [header]).every((name) => names.has(foldHeader(name)));
}

const nameAlone = new Set(['name']);
const surnames = new Set(['surname', 'surnames', 'last name', 'lastname', 'family name']);

const canGiveWay = ({ header, ofAnotherList }: HeaderMapping): boolean =>
  ofAnotherList === true || isSecond(header);

const ofYears = /(?<!\p{L})(?:ans?|annees?|years?|anos?|سنوات|سنه|اعوام)(?!\p{L})/u;
const ofMonths = /(?<!\p{L})(?:mois|months?|meses|اشهر|شهور|شهر)(?!\p{L})/u;

/** Marks experience in months, alone or beside a column of years: 36 months are three years. */
function withUnits(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const ofFirst = meant.filter((one) => one.column === 'occupation_years' && !one.besideOf);
  const months = ofFirst.find(({ header }) => countsMonths(header));
  if (!months) return [...meant];
  const years = ofFirst.find(({ header }) => !countsMonths(header));
  return meant.map((one): HeaderMapping => {
    if (one === months) return { ...one, unit: 'months' };
    return one === years ? { ...one, unit: 'years' } : one;
  });
}

/** A pseudonym beside names is only one more name. Without names it is the reference. */
function withPseudonym(meant: readonly HeaderMapping[]): HeaderMapping[] {
  if (meant.some(({ column }) => column === 'given_name' || column === 'family_name'))
    return [...meant];
  const hasOther = meant.some((one) => one.column === 'reference' && !mayCountRows(one.header));
  return meant.map((one): HeaderMapping => {
    const { header } = one;
    if (one.how !== 'unknown' || !isPseudonym(header)) return one;
    if (hasOther) return { header, column: null, how: 'again', pseudonym: true };
    return { header, column: 'reference', how: 'known', pseudonym: true };
  });
}

/** Pairs each numbered language with the level of the same number. */
function withLevels(meant: readonly HeaderMapping[]): HeaderMapping[] {
  // If an unnumbered level follows a numbered language, the places are unclear. The number of
  // another level may only tell repeated names apart.
  const isUnclear = meant.some(
    ({ header }, at) => isLevel(header) && isNumberedLanguage(meant[at - 1]),
  );
  if (isUnclear) return [...meant];
  const pairs = meant.flatMap(({ header, how }): Pair[] => {
    const number = how === 'unknown' ? findLevel(header) : null;
    const language = meant.find((one) => one.column === 'languages' && one.number === number);
    return number === null || !language ? [] : [{ header, of: language }];
  });
  return paired(meant, pairs);
}

/** Pairs `Oral 1` and `Écrit 1` with the language of the same number, as `Niveau 1` is. */
function withModes(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const found = meant.flatMap(({ header, how }): ModeOf[] => {
    const { mode, number = null } = (how === 'unknown' ? findMode(header) : null) ?? {};
    const of = meant.find((one) => one.column === 'languages' && one.number === number);
    return mode === undefined || number === null || !of ? [] : [{ header, mode, of }];
  });
  const each = [...found, ...ofOneLanguage(meant)];
  return meant.map((one): HeaderMapping => {
    const { header } = one;
    const own = each.find((mode) => mode.header === header && mode.of !== one);
    if (own) return { header, column: 'languages', how: 'known', besideOf: own.of.header };
    const modes: HeaderMapping['modes'] = Object.fromEntries(
      each.filter(({ of }) => of === one).map(({ mode, header: at }) => [mode, at] as const),
    );
    return one.column === 'languages' && each.length > 0 ? { ...one, modes } : one;
  });
}

/** Pairs `Français (oral)` and `Français (écrit)`: the first of them speaks for all. */
const ofOneLanguage = (meant: readonly HeaderMapping[]): ModeOf[] =>
  meant.flatMap(({ header, language, mode }) => {
    const of = meant.find((one) => one.language === language && one.mode !== undefined);
    return mode === undefined || !of ? [] : [{ header, mode, of }];
  });

/** A header of how a language is known, and the header of that language. */
interface ModeOf {
  header: string;
  mode: LanguageMode;
  of: HeaderMapping;
}

/**
 * Pairs codes with the titles of the same number, or else with the nearest, of work or of wishes,
 * preferring those before them. Codes right behind an unknown header may belong to that, so they
 * are only suggested.
 */
function withCodes(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const free = new Set(meant.filter(holdsTitles));
  const pairs = meant.flatMap((one, at): Pair[] => {
    if (!one.ofCodes) return [];
    const isOf = (other: HeaderMapping): boolean => free.has(other) && other.number === one.number;
    const of = meant.slice(0, at).findLast(isOf) ?? meant.slice(at).find(isOf);
    if (of) free.delete(of);
    return of ? [{ header: one.header, of }] : [];
  });
  return paired(meant, pairs).map((one, at, all) => {
    const isAlone = one.ofCodes === true && one.besideOf === undefined && one.how === 'known';
    return isAlone && all[at - 1]?.how === 'unknown' ? unknown(one.header, 'occupation') : one;
  });
}

const holdsTitles = (one: HeaderMapping): boolean =>
  holdsWork(one) || (!one.ofCodes && one.column === 'desired_occupations');

/**
 * Pairs each numbered occupation with the years of the same number. The first occupation need not
 * have a number.
 */
function withYears(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const pairs = meant.flatMap(({ header, how }): Pair[] => {
    const number = how === 'unknown' ? findYears(header) : null;
    const of = meant.find((one) => holdsWork(one) && (one.number ?? 1) === number);
    return number === null || !of ? [] : [{ header, of }];
  });
  return paired(meant, pairs, 'yearsIn');
}

/**
 * Pairs licences and permits with their last day of validity, which is right behind them or names
 * them.
 */
function withValidity(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const pairs = meant.flatMap(({ header, how }, at): Pair[] => {
    const column = how === 'unknown' ? findValidity(header) : undefined;
    if (column === undefined) return [];
    const before = meant[at - 1];
    const of = column === null ? before : meant.find((one) => one.column === column);
    return of && mayEnd(of.column) ? [{ header, of }] : [];
  });
  return paired(meant, pairs, 'validUntil');
}

const holdsWork = ({ column, ofCodes }: HeaderMapping): boolean =>
  !ofCodes && column === 'occupation';

/** A header, and the one that it is read with. */
interface Pair {
  header: string;
  of: HeaderMapping;
}

function paired(
  meant: readonly HeaderMapping[],
  pairs: readonly Pair[],
  as: 'beside' | 'yearsIn' | 'validUntil' = 'beside',
): HeaderMapping[] {
  const asideOf = new Map(pairs.map(({ header, of }) => [header, of]));
  const besides = new Map(pairs.map(({ header, of }) => [of.header, header]));
  return meant.map((one): HeaderMapping => {
    const { header } = one;
    const of = asideOf.get(header);
    const column = as === 'yearsIn' ? 'occupation_years' : (of?.column ?? null);
    if (of) return { header, column, how: 'known', besideOf: of.header };
    const beside = besides.get(header);
    return beside === undefined ? one : { ...one, [as]: beside };
  });
}

/**
 * Joins three columns into a date of birth, if at least one says that it is about birth, or the
 * agency has said so of one. Otherwise it is only suggested: it may be the day on which the
 * candidate came.
 */
function withDateParts(meant: readonly HeaderMapping[]): HeaderMapping[] {
  const found = meant.flatMap((one) => {
    const part = one.how === 'again' ? null : findDatePart(one.header);
    const ofBirth = part?.ofBirth === true || (one.how === 'chosen' && one.column === 'birth_date');
    return part === null ? [] : [{ ...part, ofBirth, header: one.header }];
  });
  const partOf = new Map(found.map(({ header, part }) => [header, part]));
  const isElse = ({ header, column }: HeaderMapping): boolean =>
    column === 'birth_date' && !partOf.has(header);
  if (!areOneDate(found) || meant.some(isElse)) return [...meant];
  const isOfBirth = found.some(({ ofBirth }) => ofBirth);
  return meant.map((one): HeaderMapping => {
    const part = partOf.get(one.header);
    if (part === undefined) return one;
    if (!isOfBirth) return unknown(one.header, 'birth_date');
    const how = one.how === 'chosen' ? 'chosen' : 'known';
    return { header: one.header, column: 'birth_date', how, part };
  });
}
