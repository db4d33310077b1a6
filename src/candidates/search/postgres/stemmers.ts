import { cacheByText } from '../../../platform/memory/cache-by-text.ts';

/** The stemmers of PostgreSQL 15, by ISO 639-1 code. */
const byLanguage: Record<string, string> = {
  ar: 'arabic_stem',
  da: 'danish_stem',
  de: 'german_stem',
  el: 'greek_stem',
  en: 'english_stem',
  es: 'spanish_stem',
  fi: 'finnish_stem',
  fr: 'french_stem',
  hu: 'hungarian_stem',
  it: 'italian_stem',
  lt: 'lithuanian_stem',
  nb: 'norwegian_stem',
  nl: 'dutch_stem',
  nn: 'norwegian_stem',
  no: 'norwegian_stem',
  pt: 'portuguese_stem',
  ro: 'romanian_stem',
  ru: 'russian_stem',
  sr: 'serbian_stem',
  sv: 'swedish_stem',
  tr: 'turkish_stem',
};

/** The languages of agencies and of ISCO titles; any candidate's titles may be written in them. */
const always = ['ar', 'en', 'es', 'fr'];

/** The stemmers for a search, whose language is not stated. */
export const allStemmers: readonly string[] = [...new Set(Object.values(byLanguage))];

/** Returns the same list each time for the same languages, so that callers can use it as a key. */
const stemmersOf = cacheByText((codes: string): readonly string[] => {
  const found = [...always, ...codes.split(',')].map((code) => byLanguage[code]);
  return [...new Set(found.filter((stemmer) => stemmer !== undefined))];
});

const stemmersBy = cacheByText((tokens: string) => {
  const codes = tokens.split(',').map((token) => token.split(':')[0] ?? '');
  return stemmersOf(codes.toSorted().join());
});

/**
 * Returns the stemmers for a candidate's titles. These are in a language that the candidate, or the
 * agency, knows.
 */
export const stemmersFor = (languageTokens: readonly string[]): readonly string[] =>
  stemmersBy(languageTokens.join());
