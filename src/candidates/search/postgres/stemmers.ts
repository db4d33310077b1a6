/** The stemmers that PostgreSQL 15 brings, by ISO 639-1. */
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

/** The languages of agencies and of ISCO titles, which anybody's titles may be written in. */
const always = ['ar', 'en', 'es', 'fr'];

/** For a search, whose language nobody states. */
export const allStemmers: readonly string[] = [...new Set(Object.values(byLanguage))];

/** Those of each set of languages: the same list each time, which whoever remembers words may go by. */
const sets = new Map<string, readonly string[]>();
const mostKept = 1_000;

/** For a person's titles: they are written in a language that the person, or the agency, knows. */
export function stemmersFor(languageTokens: readonly string[]): readonly string[] {
  const own = languageTokens.filter((token) => token.endsWith(':1')).toSorted();
  const key = own.join();
  const before = sets.get(key);
  if (before !== undefined) return before;
  const codes = [...always, ...own.map((token) => token.split(':')[0] ?? '')];
  const found = codes.map((code) => byLanguage[code]).filter((stemmer) => stemmer !== undefined);
  const stemmers = [...new Set(found)];
  if (sets.size > mostKept) sets.clear();
  sets.set(key, stemmers);
  return stemmers;
}
