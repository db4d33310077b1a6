import { onceEach } from '../../platform/memory/once-each.ts';
import { frozen } from '../../platform/memory/once-frozen.ts';
import { cefrLevels } from '../../reference/languages/cefr.ts';

/** Letters that Unicode does not take apart into a base and a mark. */
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

/** Words that say nothing of an occupation in the languages that most titles are written in. */
export const emptyWords: readonly string[] = [
  ...['a', 'an', 'and', 'as', 'at', 'for', 'in', 'of', 'on', 'or', 'the', 'to', 'with'],
  ...['au', 'aux', 'd', 'de', 'des', 'du', 'en', 'et', 'l', 'la', 'le', 'les', 'ou', 'pour', 'un'],
  ...['al', 'con', 'del', 'e', 'el', 'las', 'los', 'o', 'para', 'por', 'una', 'y'],
  ...['das', 'der', 'die', 'im', 'mit', 'und', 'von', 'zur', 'di', 'da', 'do', 'och', 'og', 'i'],
];

const emptyWordSet: ReadonlySet<string> = new Set(emptyWords);

/** A search engine's ten words: what follows narrows nothing that a person could mean. */
const MOST_WORDS = 10;
const LONGEST_TOKEN = 200;

const ascii = /^[\x20-\x7e]*$/;

/** Lower case, without accents and vowel points, runs of white space as one space. */
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

/** The words of a text in their order, each once, without those that say nothing. The same list for the same text. */
export const wordsOf = onceEach((text: string): readonly string[] => {
  const folded = plain(text);
  const words = folded
    .split(ascii.test(folded) ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && word.length <= LONGEST_TOKEN);
  const telling = words.filter((word) => !emptyWordSet.has(word));
  return frozen([...new Set(telling.length > 0 ? telling : words)]);
});

/** The words of a search, at most ten. */
export function askedWords(text: string): string[] {
  return wordsOf(text).slice(0, MOST_WORDS);
}

/**
 * A skill as both sides write it: an ESCO URI as it is, a label in plain words. Quotation marks,
 * backslashes and control characters go, which no engine then has to escape.
 */
export const skillToken = onceEach((skill: string): string => {
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

/** Of skills as they are in memory, where many people have the same one. */
const tokensOf = new WeakMap<NamedSkill, readonly string[]>();

/** All that a person's skills are known by, as they stand: the URI and the label of each. */
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

/** `fr:4` (French at B2) as fr:1 ... fr:4, so that 'at least B1' is the one token fr:3. */
export const tokensUpTo = onceEach((token: string): readonly string[] => {
  const [code = '', rank = ''] = token.split(':');
  return Array.from({ length: Number(rank) }, (_, index) => languageToken(code, index + 1));
});

/** `fr` at rank 3 (B1) or better as fr:3 ... fr:6. */
export function tokensFrom(code: string, rank: number): string[] {
  const levels = cefrLevels.length - rank + 1;
  return Array.from({ length: levels }, (_, index) => languageToken(code, rank + index));
}

/** `2221` as 2221, 222, 22, 2: a wider group holds a narrower one. */
export const iscoPrefixes = onceEach((code: string): readonly string[] =>
  frozen(Array.from({ length: code.length }, (_, index) => code.slice(0, code.length - index))),
);

/** The codes cut to `digits`; shorter ones are left out, for they say less than that. */
export function iscoAt(codes: readonly string[], digits: number): string[] {
  const long = codes.filter((code) => code.length >= digits);
  return [...new Set(long.map((code) => code.slice(0, digits)))];
}
