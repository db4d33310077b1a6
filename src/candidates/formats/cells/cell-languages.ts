import type { Findings } from '../../../platform/formats/findings.ts';
import { type CefrLevel, cefrRank, parseCefrLevel } from '../../../reference/languages/cefr.ts';
import { normaliseLanguage } from '../../../reference/languages/languages.ts';
import { cefrDimensions } from '../../../reference/languages/levels-by-dimension.ts';
import { foldArabicYa } from '../../../reference/fold-words.ts';
import { addLanguage, levelsIn, type OwnLanguage, type OwnLevels } from '../candidate-draft.ts';
import { blanks, splitCell } from './cell-values.ts';
import { remembered } from './remembered.ts';

/**
 * Matches a language and behind it a level, five levels in the order of the dimensions, or two
 * levels between which it lies.
 */
const levelsBehind =
  /^(.*?)[\s:(=–—-]+((?:[ABC][12][\s+-]+){4}[ABC][12]|[ABC][12](?:[-/][ABC][12]|\+)?)\)?$/i;

/**
 * Matches what may come between a language and its level: a word for the level, or the diploma that
 * proves it.
 */
const wordOfLevel =
  /[\s:(=–—-]+(?:niveau|nivel|level|المستوى|مستوى|delf|dalf|tcf|tef|dele|siele|goethe|telc|celi|cils|plida)\s*$/iu;

/** `lu, parlé et écrit` is a single statement about a language. */
const mode = 'lue?|parlée?|écrite?|comprise?|leído|hablado|escrito|read|spoken|written';
const betweenModes = new RegExp(`(?<!\\p{L})(${mode})\\s*[,/]\\s*(?=(?:${mode})(?!\\p{L}))`, 'giu');

/** The longest value in characters. A longer one is a story, not a language with its level. */
const longest = 200;

/** Matches the words for a mother tongue, the only words for a level that are exact. */
const native =
  /(?:langue maternelle|l maternelle|(?<!\p{L})l ?m(?!\p{L})|maternelle|natif|native|mother tongue|lengua materna|idioma materno|nativo|nativa|materno|materna|اللغه الام|لغه الام|لغه ام)/u;

/**
 * The levels behind words that people use of themselves. They are suggested and never taken, as a
 * level is a gate.
 */
const said: readonly (readonly [CefrLevel, RegExp])[] = [
  ['C2', /bilingue|bilingual|ثنائي اللغه/],
  ['C1', /courant|couramment|fluent|fluido|avance|avanzado|advanced|excellent|excelente|tres bon|tres bien|very good|muy bueno|muy bien|جيد جدا|ممتاز|متقدم|بطلاقه/],
  ['B2', /\b(bon|bonne|bien|good|bueno|buena)\b|جيد/],
  ['B1', /moyen|moyenne|intermediaire|intermedio|intermediate|medio|متوسط/],
  ['A1', /debutant|notions|elementaire|basique|basico|basic|beginner|principiante|mauvais|ضعيف|مبتد/],
]; // prettier-ignore

/**
 * Reads languages with their levels: `fr:B2;es:A2`, or a language with its level in brackets or
 * after a blank. `fr:C1-C1-B2-B2-B1` gives listening, reading, spoken interaction, spoken
 * production and writing. `français B1/B2` is the lower of the two, and `arabe (langue maternelle)`
 * is C2. Drops a value that cannot be read.
 */
export const readLanguages = remembered((cell: string, findings: Findings): OwnLanguage[] => {
  const languages: OwnLanguage[] = [];
  // A slash separates two levels or two languages.
  const apart = betweenLevels(cell.replace(blanks, ' '))
    .replace(/\s[-–]\s+(?=\p{L}{3,}\s*[:(])|\s\+\s+(?=\p{L}{3})/gu, ';')
    .replace(/\([^)]*(?:\)|$)/g, (beside) =>
      beside.endsWith(')') ? beside.replace(/[,;/،]/g, ' ') : beside,
    )
    .replace(betweenModes, '$1 ');
  for (const value of splitCell(apart)) {
    const [, name = '', written = ''] = partsOf(value);
    const levels = levelsOf(written);
    const code = languageOf(withoutSaid(name.replace(wordOfLevel, '')));
    if (levels && addLanguage(languages, code, levels)) continue;
    dropLanguage(value, findings);
  }
  return languages;
});

function dropLanguage(value: string, findings: Findings): void {
  findings.drop(
    'language-unreadable',
    { path: 'languages', value },
    'This language or its level cannot be read. Write for example fr:B2;es:A2, with a level from A1 to C2.',
  );
}

/**
 * Joins languages with the levels of the column beside them: `Français:B2;Arabe:C2`. If the numbers
 * of languages and levels differ, the languages are returned alone and are dropped later with a
 * question. If the languages have levels of their own, these win, and a different level in the
 * column is reported.
 */
export function besideLevels(languages: string, levels: string, findings: Findings): string {
  const named = splitCell(languages);
  const each = splitCell(betweenLevels(levels));
  if (languages.includes(':')) {
    const own = betweenLevels(languages).toUpperCase();
    if (!each.every((level) => own.includes(level.toUpperCase()))) dropLanguage(levels, findings);
    return languages;
  }
  if (named.length < 2) return `${languages}:${levels}`;
  if (named.length !== each.length) return languages;
  return named.map((name, at) => `${name}:${each[at] ?? ''}`).join(';');
}

/**
 * Returns whether a cell holds nothing but levels of languages: `B2`, `B1/B2`, `courant`,
 * `langue maternelle`.
 */
export function saysLevels(cell: string): boolean {
  const folded = foldArabicYa(cell);
  return splitCell(betweenLevels(cell)).every(
    (part) =>
      levelsOf(part) !== null || native.test(folded) || said.some(([, form]) => form.test(folded)),
  );
}

/** Returns the level if the cell is a level, or the lower if it is two; null for any other cell. */
export const oneLevel = (cell: string): CefrLevel | null =>
  /^\s*[ABC][12]\s*(?:[/+-]\s*(?:[ABC][12]\s*)?)?$/i.test(cell)
    ? (levelsOf(cell)?.level ?? null)
    : null;

/**
 * Returns the word for the lowest level among words that people use of themselves, or an empty text
 * for none.
 */
export function lowestSaid(words: readonly string[]): string {
  const rankOf = (word: string): number =>
    said.findIndex(([level, form]) => level === oneLevel(word) || form.test(foldArabicYa(word)));
  return words.toSorted((one, other) => rankOf(other) - rankOf(one))[0] ?? '';
}

const betweenLevels = (cell: string): string =>
  cell.replace(/([ABC][12])\s*\/\s*(?=[ABC][12])/gi, '$1-');

/**
 * Turns `Inglés: básico` of `Inglés: básico (A2)` into `Inglés`, as the level says more than the
 * word for it.
 */
function withoutSaid(name: string): string {
  const [language = '', word = ''] =
    /^(\p{L}+)[\s:(–-]+(\p{L}[\p{L}\s]*)$/u.exec(name)?.slice(1) ?? [];
  return word !== '' && said.some(([, form]) => form.test(foldArabicYa(word))) ? language : name;
}

const partsOf = (value: string): string[] =>
  value.length > longest ? [] : (levelsBehind.exec(value) ?? nativeTongue(value));

function nativeTongue(value: string): string[] {
  const folded = foldArabicYa(value);
  if (!native.test(folded)) return [];
  return ['', folded.replace(native, ' ').trim(), 'C2'];
}

function levelsOf(written: string): OwnLevels | null {
  const levels = written.split(/[\s+/-]+/).flatMap((word) => parseCefrLevel(word) ?? []);
  const [level, second] = levels;
  if (level === undefined) return null;
  if (levels.length === 2 && second !== undefined)
    return { level: cefrRank(level) <= cefrRank(second) ? level : second };
  if (levels.length === 1) return { level };
  return levelsIn(Object.fromEntries(cefrDimensions.map((name, at) => [name, levels[at]])));
}

/** Shortened names of languages that are not their codes. */
const inShort = new Map([
  ...['ang', 'angl', 'ing', 'eng'].map((word) => [word, 'en'] as const),
  ...['franç', 'franc', 'fran', 'fr'].map((word) => [word, 'fr'] as const),
  ...['esp', 'cast'].map((word) => [word, 'es'] as const),
  ...['all', 'allem', 'alem'].map((word) => [word, 'de'] as const),
  ...['ital', 'it'].map((word) => [word, 'it'] as const),
  ...['arab', 'ar'].map((word) => [word, 'ar'] as const),
  ...['port', 'portug'].map((word) => [word, 'pt'] as const),
]);

/**
 * Returns the code of a language, or the name if it is unknown. An Arabic adjective lacks the
 * article of the language's name, and may be masculine.
 */
function languageOf(name: string): string {
  const written = name.trim();
  const feminine = written.replace(/ه$/, 'ة');
  const short = inShort.get(written.toLowerCase().replace(/\.$/, ''));
  const forms = [short ?? written, feminine, `ال${written}`, `ال${feminine}`, `ال${written}ة`];
  for (const form of forms) {
    const code = normaliseLanguage(form);
    if (code !== null) return code;
  }
  return written;
}

/** Returns `fr:C1` for `Français: courant`, or null if the language or the level is missing. */
export function languageMeant(value: string): string | null {
  const words = foldArabicYa(value).split(' ');
  const code = words.map(languageOf).find((word) => /^[a-z]{2}$/.test(word));
  const written = value.toUpperCase().match(/\b[ABC][12]\b/g) ?? [];
  const inWords = said.find(([, form]) => form.test(words.join(' ')))?.[0];
  const level = written.length === 0 ? inWords : written.length === 1 ? written[0] : undefined;
  return code === undefined || level === undefined ? null : `${code}:${level}`;
}
