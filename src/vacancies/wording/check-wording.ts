import { plainText } from '../formats/values/sanitise-html.ts';
import type { VacancyDraft } from '../formats/vacancy-draft.ts';
import type { Ground } from './wish.ts';
import { wishes } from './wishes.ts';

/** A wish that law forbids, where it stands and in its own words. */
export interface UnlawfulWish {
  /** JSON pointer. */
  path: string;
  ground: Ground;
  /** ISO 639-1 of the wording. */
  language: string;
  phrase: string;
}

/** Forms that name both sexes, or none, and so wish for neither. */
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

/** Hardly any text holds a wish: one look for all of them tells. */
const anyWish = wholeWords(
  wishes.flatMap(({ forms }) => forms),
  'iu',
);

/** The wishes in a text that law forbids; lawful forms such as (m/f/d) or H/F are none. */
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

/** Those anywhere in a vacancy, but for those that an appeal has cleared. */
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

/** How a phrase that an appeal has cleared is known in a state, without regard to case. */
export function clearedKey(state: string, phrase: string): string {
  return `${state} ${phrase.toLowerCase()}`;
}
