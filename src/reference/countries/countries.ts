import countries from 'i18n-iso-countries';
import { readTable } from '../csv-table.ts';
import { foldArabicYa } from '../fold-words.ts';

/** The member states of the European Union, ISO 3166-1 alpha-2. */
const memberStates = [
  'AT', 'BE', 'BG', 'CY', 'CZ', 'DE', 'DK', 'EE', 'ES', 'FI', 'FR', 'GR', 'HR', 'HU',
  'IE', 'IT', 'LT', 'LU', 'LV', 'MT', 'NL', 'PL', 'PT', 'RO', 'SE', 'SI', 'SK',
] as const; // prettier-ignore

/**
 * The countries whose citizens move freely: EU, EEA (Agreement of 1992) and Switzerland (Agreement
 * of 1999).
 */
export const tierZeroCountries: readonly string[] = [...memberStates, 'IS', 'LI', 'NO', 'CH'];

/**
 * Codes met in practice that are not ISO: Eurostat's for Greece and the United Kingdom, and
 * abbreviations that people use.
 */
const written: Readonly<Record<string, string>> = {
  EL: 'GR',
  UK: 'GB',
  CAR: 'CF',
  DRC: 'CD',
  EAU: 'AE',
  EEUU: 'US',
  KSA: 'SA',
  RCA: 'CF',
  RCI: 'CI',
  RDC: 'CD',
  RSA: 'ZA',
  UAE: 'AE',
};

/**
 * Further codes: ISO 3166 reserves XX for users, here for stateless people, and XK is in general
 * use for Kosovo.
 */
const further: Readonly<Record<string, string>> = { XX: 'Stateless', XK: 'Kosovo' };

/** The languages in which a country's name is understood. */
const readable = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'ar', 'sv', 'no', 'nb'];

/** `Maroc (1)`, with the number of a note, is Morocco. */
const fold = (text: string): string => foldArabicYa(text.replace(/\p{N}+/gu, ' '));

const byName = new Map<string, string>();
for (const language of readable.filter((known) => countries.langs().includes(known))) {
  for (const [code, names] of Object.entries(countries.getNames(language, { select: 'all' }))) {
    for (const name of names) byName.set(fold(name), code);
  }
}
byName.set('norge', 'NO');
// Names that people write in English, French, Spanish and Arabic, if no list above has them. Names
// that two countries share (`Corée`) are left out, and so is Northern Ireland, whose people are
// British, Irish or both.
for (const [code = '', names = ''] of readTable(new URL('./country-names.csv', import.meta.url)))
  for (const name of names.split('|')) byName.set(fold(name), code);
for (const [code, name] of Object.entries(further)) byName.set(fold(name), code);

/**
 * Returns the ISO 3166-1 alpha-2 code of a code (2 or 3 letters) or a name; null for anything else.
 * Numbers are refused: 212 is Dominica in ISO 3166-1, and the dialling code of Morocco.
 */
export function normaliseCountry(text: string): string | null {
  const code = withoutDots(text.trim().toUpperCase());
  if (/^\d/.test(code)) return null;
  const known = written[code] ?? code;
  if (known in further || countries.isValid(known)) {
    return known.length === 2 ? known : (countries.toAlpha2(known) ?? null);
  }
  return byName.get(fold(text)) ?? null;
}

/**
 * Removes dots from codes such as `U.S.A.` and `R.D.C.`; `n.c.`, `S.A.` and `Per.` abbreviate other
 * words.
 */
function withoutDots(text: string): string {
  const plain = text.replace(/(?<=\p{L})\.\s*/gu, '');
  return plain in written || /^(?:\p{L}\.\s*){2}\p{L}\.?$/u.test(text) ? plain : text;
}

/** Returns the name in `language` (ISO 639-1), else in English, else the code. */
export function countryName(code: string, language = 'en'): string {
  return (
    further[code] ?? countries.getName(code, language) ?? countries.getName(code, 'en') ?? code
  );
}

/** Returns whether a country, ISO 3166-1 alpha-2, is a member state of the European Union. */
export function isMemberState(code: string): boolean {
  return (memberStates as readonly string[]).includes(code);
}

/** Returns whether the citizens of a country, ISO 3166-1 alpha-2, move freely. */
export function isTierZeroCountry(code: string): boolean {
  return tierZeroCountries.includes(code);
}

/** Returns every country with its English name, in the order of the codes. */
export function listCountries(): { code: string; name: string }[] {
  const codes = [...Object.keys(countries.getAlpha2Codes()), ...Object.keys(further)];
  return [...new Set(codes)].toSorted().map((code) => ({ code, name: countryName(code) }));
}
