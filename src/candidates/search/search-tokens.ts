import { cacheByText } from '../../platform/memory/cache-by-text.ts';
import { deepFreeze } from '../../platform/memory/cache-by-frozen-object.ts';
import { cefrLevels } from '../../reference/languages/cefr.ts';

/** Letters that Unicode does not decompose into a base and a mark. */
const wholeLetters: Record<string, string> = {
  ø: 'o',
  œ: 'oe',
  æ: 'ae',
  ß: 'ss',
  đ: 'd',
  ł: 'l',
  ı: 'i',
  þ: 'th',
  ð: 'd', // prettier-ignore
};

/** Words that say nothing of an occupation, in the languages of most titles. */
// prettier-ignore
export const emptyWords: readonly string[] = [
  'a', 'an', 'and', 'as', 'at', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with',
  'au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'ou', 'pour', 'un',
  'al', 'con', 'del', 'e', 'el', 'las', 'los', 'o', 'para', 'por', 'una', 'y',
  'das', 'der', 'die', 'im', 'mit', 'und', 'von', 'zur', 'di', 'da', 'do', 'och', 'og', 'i',
];

const emptyWordSet: ReadonlySet<string> = new Set(emptyWords);

/** The most words of a search. Further words narrow nothing that a person could mean. */
const MOST_WORDS = 10;
const LONGEST_TOKEN = 200;

const ascii = /^[\x20-\x7e]*$/;

/**
 * Returns the text in lower case, without accents and vowel points, with each run of white space as
 * one space.
 */
export function plain(text: string): string {
  if (ascii.test(text)) return text.toLowerCase().replace(/ {2,}/g, ' ').trim();
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[øœæßđłıþð]/g, (letter) => wholeLetters[letter] ?? letter)
    .replace(/\s+/g, ' ')
    .trim();
}

/**
 * Returns the words of a text in order, each once, without empty words unless there are no others.
 * The same text gives the same frozen list.
 */
export const wordsOf = cacheByText((text: string): readonly string[] => {
  const folded = plain(text);
  const words = folded
    .split(ascii.test(folded) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= LONGEST_TOKEN);
  const telling = words.filter((word) => !emptyWordSet.has(word));
  return deepFreeze([...new Set(telling.length > 0 ? telling : words)]);
});

/** Returns the words of a search, at most ten. */
export function askedWords(text: string): string[] {
  return wordsOf(text).slice(0, MOST_WORDS);
}

/**
 * Returns a skill as both sides write it: an ESCO URI as it is, a label in plain words. Quotation
 * marks, backslashes and control characters are removed, so that no engine has to escape them.
 */
export const skillToken = cacheByText((skill: string): string => {
  if (/^https?:\/\//.test(skill)) return skill.replace(/["'\\\s\p{C}]/gu, '');
  return plain(skill)
    .replace(/["'’\\\p{C}]/gu, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, LONGEST_TOKEN);
});

interface NamedSkill {
  uri: string | null;
  label: string | null;
}

/** Tokens by the skill object, as many candidates share one in memory. */
const tokensOf = new WeakMap<NamedSkill, readonly string[]>();

/** Returns all tokens of a candidate's skills: the URI and the label of each. */
export function skillTokens(skills: readonly NamedSkill[]): string[] {
  return skills.flatMap((skill) => {
    const known = tokensOf.get(skill) ?? [skill.uri, skill.label].flatMap(tokenIn);
    tokensOf.set(skill, known);
    return known;
  });
}

function tokenIn(text: string | null): string[] {
  return text ? [skillToken(text)] : [];
}

export const languageToken = (code: string, rank: number): string => `${code}:${rank}`;

/**
 * Returns `fr:4` (French at B2) as fr:1 ... fr:4, so that 'at least B1' is the single token fr:3.
 */
export const tokensUpTo = cacheByText((token: string): readonly string[] => {
  const [code = '', rank = ''] = token.split(':');
  return Array.from({ length: Number(rank) }, (_, index) => languageToken(code, index + 1));
});

/** Returns `fr` at rank 3 (B1) or better as fr:3 ... fr:6. */
export function tokensFrom(code: string, rank: number): string[] {
  const levels = cefrLevels.length - rank + 1;
  return Array.from({ length: levels }, (_, index) => languageToken(code, rank + index));
}

/** Returns `2221` as 2221, 222, 22, 2: a wider group contains a narrower one. */
export const iscoPrefixes = cacheByText((code: string): readonly string[] =>
  deepFreeze(Array.from({ length: code.length }, (_, index) => code.slice(0, code.length - index))),
);

/**
 * Returns the codes cut to `digits`, each once. Shorter codes say less than that and are left out.
 */
export function iscoAt(codes: readonly string[], digits: number): string[] {
  const long = codes.filter((code) => code.length >= digits);
  return [...new Set(long.map((code) => code.slice(0, digits)))];
}
