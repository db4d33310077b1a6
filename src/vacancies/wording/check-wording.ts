import { plainText } from '../formats/values/sanitise-html.ts';
import type { VacancyDraft } from '../formats/vacancy-draft.ts';
import type { Ground } from './wish.ts';
import { wishes } from './wishes.ts';

/** A wish that the law forbids, with its place and its wording. */
export interface UnlawfulWish {
  /** JSON pointer. */
  path: string;
  ground: Ground;
  /** ISO 639-1 language of the wording. */
  language: string;
  phrase: string;
}

/** Forms that name both sexes or neither, and so express no wish. */
const neutral = [
  /\(\s*(?:[mfwhdxnid]|mf|gn)(?:\s*[/|,*]\s*(?:[mfwhdxnid]|gn|div\.?))+\s*\)/giu,
  /(?<!\p{L})[hmf]\s*\/\s*[hmf](?:\s*\/\s*[dx])?(?!\p{L})/giu,
  /(?:homme|femme|hombre|mujer|uomo|donna|frau|mann|herr|dame|man|woman|male|female)e?s?\s*(?:\/|\bou\b|\bet\b|\bo\b|\by\b|\be\b|\boder\b|\bund\b|\bor\b|\band\b)\s*(?:homme|femme|hombre|mujer|uomo|donna|frau|mann|herr|dame|man|woman|male|female)(?:es|s)?/giu,
  /(?:women and men|men and women|femmes et hommes|hommes et femmes|mujeres y hombres|hombres y mujeres|frauen und männer|männer und frauen|donne e uomini|uomini e donne)/giu,
];

const wholeWords = (forms: readonly string[], flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${forms.join('|')})(?![\\p{L}\\p{N}])`, flags);

const patterns = wishes.map(({ language, ground, forms }) => ({
  language,
  ground,
  pattern: wholeWords(forms, 'giu'),
}));

/** All wishes in one pattern, because most texts contain none and need only this one search. */
const anyWish = wholeWords(
  wishes.flatMap(({ forms }) => forms),
  'iu',
);

/**
 * Returns the wishes in a text that the law forbids. Lawful forms such as (m/f/d) or H/F are not
 * among them.
 */
export function unlawfulWishes(text: string): Omit<UnlawfulWish, 'path'>[] {
  const plain = plainText(text).normalize('NFC').replace(/\s+/gu, ' ');
  const read = neutral.reduce((rest, form) => rest.replace(form, ' · '), plain);
  if (!anyWish.test(read)) return [];
  const found = patterns.flatMap(({ language, ground, pattern }) =>
    [...read.matchAll(pattern)].map(([phrase]) => ({ ground, language, phrase: phrase.trim() })),
  );
  const key = ({ ground, phrase }: { ground: Ground; phrase: string }) => `${ground} ${phrase}`;
  return [...new Map(found.map((wish) => [key(wish), wish])).values()];
}

/**
 * Returns the unlawful wishes anywhere in a vacancy, except for those that an appeal has cleared.
 */
export function unlawfulWishesOf(
  draft: VacancyDraft,
  isCleared: (phrase: string) => boolean,
): UnlawfulWish[] {
  const texts: [path: string, text: string][] = [
    ['/title', draft.title],
    ['/description', draft.description],
    ['/howToApply', draft.howToApply ?? ''],
    ...draft.skills.map(({ label }, index): [string, string] => [
      `/skills/${index}/label`,
      label ?? '',
    ]),
    ...Object.entries(draft.translations).flatMap(([language, { title, description }]) => [
      [`/translations/${language}/title`, title] as [string, string],
      [`/translations/${language}/description`, description] as [string, string],
    ]),
  ];
  return texts.flatMap(([path, text]) =>
    unlawfulWishes(text)
      .filter(({ phrase }) => !isCleared(phrase))
      .map((wish) => ({ path, ...wish })),
  );
}

/** Returns the key of a cleared phrase in a state (ISO 3166-1 alpha-2); case does not matter. */
export function clearedKey(state: string, phrase: string): string {
  return `${state} ${phrase.toLowerCase()}`;
}
