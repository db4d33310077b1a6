import languages from '@cospired/i18n-iso-languages';
import { foldArabicYa } from '../fold-words.ts';

/** The languages in which names of languages are understood. */
const readable = ['en', 'fr', 'es', 'de', 'it', 'pt', 'nl', 'pl', 'ar', 'sv', 'no'];

/** Both written forms of Norwegian count as the language that a vacancy calls Norwegian. */
const oneLanguage: Readonly<Record<string, string>> = { nb: 'no', nn: 'no' };

const fold = (text: string): string => foldArabicYa(text.replace(/\(.*\)/, ''));

const byName = new Map<string, string>();
for (const language of readable.filter((known) => languages.langs().includes(known))) {
  for (const [code, names] of Object.entries(languages.getNames(language))) {
    for (const name of names.split(/[;,/]/)) byName.set(fold(name), code);
  }
}

/** Names, folded, that people use and the lists lack. */
const called: Readonly<Record<string, string>> = {
  ar: 'arabe classique|arabe standard|arabe litteraire|arabe estandar|modern standard arabic',
  bn: 'bangla',
  bs: 'bosniaque',
  es: 'castellano|castillan',
  fa: 'farsi',
  ff: 'pulaar|poular',
  ht: 'kreyol|creole haitien',
  nl: 'flamand|flemish|hollandais|neerlandes',
  qu: 'quichua|kichwa',
  ro: 'moldave|moldovan|moldavo',
  si: 'sinhala|cinghalais|cingales',
  sw: 'kiswahili',
  tl: 'pilipino',
  zh: 'mandarin|chinois mandarin|chino mandarin',
};
for (const [code, names] of Object.entries(called))
  for (const name of names.split('|')) byName.set(name, code);

const toAlpha2 = (code: string): string | undefined =>
  code.length === 2 ? code : (languages.alpha3TToAlpha2(code) ?? languages.alpha3BToAlpha2(code));

/**
 * Returns the ISO 639-1 code, in lower case, of a code or a name; null for anything else. Codes are
 * ISO 639-1 or 639-2 in any case, with or without a region. Names are read in several languages.
 * Bokmål and Nynorsk become `no`.
 */
export function normaliseLanguage(text: string): string | null {
  const [code = ''] = text.trim().toLowerCase().split(/[-_]/);
  const short = /^[a-z]{2,3}$/.test(code) ? toAlpha2(code) : undefined;
  const known = short && languages.isValid(short) ? short : byName.get(fold(text));
  return known === undefined ? null : (oneLanguage[known] ?? known);
}

/** Returns the English name, else the code. For other languages see `languageIn` in matching. */
export function languageName(code: string): string {
  return languages.getName(code, 'en') ?? code;
}

/** Returns every language with its English name, in the order of the codes. */
export function listLanguages(): { code: string; name: string }[] {
  return Object.entries(languages.getNames('en'))
    .map(([code, name]) => ({ code, name }))
    .toSorted((a, b) => a.code.localeCompare(b.code));
}
