import { lowestSaid, oneLevel } from '../cells/cell-languages.ts';
import { numberBehind } from './numbered-columns.ts';
import { foldHeader, headerForms } from './spreadsheet-columns.ts';

/**
 * The ways of knowing a language. A table may have a column for each: `Langue 1`, `Lu`, `Écrit`,
 * `Parlé`.
 */
export type LanguageMode = 'heard' | 'read' | 'spoken' | 'written';

const modes = new Map<string, LanguageMode>(
  (
    [
      ['heard', ['compris', 'comprise', 'compréhension', 'compréhension orale', 'listening', 'understood', 'comprensión', 'comprensión auditiva', 'الاستماع', 'فهم']],
      ['read', ['lu', 'lue', 'lecture', 'read', 'reading', 'leído', 'lectura', 'قراءة', 'القراءة']],
      ['spoken', ['oral', 'parlé', 'parlée', 'expression orale', 'niveau oral', 'niveau à l’oral', 'à l’oral', 'spoken', 'speaking', 'hablado', 'expresión oral', 'nivel oral', 'شفهي', 'شفوي', 'محادثة', 'المحادثة']],
      ['written', ['écrit', 'écrite', 'expression écrite', 'niveau écrit', 'à l’écrit', 'written', 'writing', 'escrito', 'expresión escrita', 'nivel escrito', 'كتابي', 'كتابة', 'الكتابة']],
    ] as const
  ).flatMap(([mode, words]) => words.map((word) => [foldHeader(word), mode] as const)),
); // prettier-ignore

/**
 * Returns the mode of `Oral` or `Écrit 2`. The language is the one with that number, or, if
 * `number` is null, the one before it. Null for any other header.
 */
export function findMode(header: string): { mode: LanguageMode; number: number | null } | null {
  const numbered = numberBehind(header);
  const forms = numbered === null ? headerForms(header) : [numbered.name];
  const mode = forms.map((form) => modes.get(form)).find((one) => one !== undefined);
  return mode === undefined ? null : { mode, number: numbered?.number ?? null };
}

/**
 * Returns the mode before or behind the name of a language (`Français (oral)`,
 * `Expression écrite anglais`), and the other words, folded. Null for a header without a mode.
 */
export function modeWithin(header: string): { mode: LanguageMode; rest: string } | null {
  const words = foldHeader(header).split(' ');
  if (words.length < 2 || words.length > 14) return null;
  for (const count of [2, 1]) {
    const [first, last] = [words.slice(0, count).join(' '), words.slice(-count).join(' ')];
    const behind = modes.get(last);
    if (behind !== undefined) return { mode: behind, rest: words.slice(0, -count).join(' ') };
    const before = modes.get(first);
    if (before !== undefined) return { mode: before, rest: words.slice(count).join(' ') };
  }
  return null;
}

/** Returns whether a header is a mode, with or without a number. */
export const isMode = (header: string): boolean => findMode(header) !== null;

/**
 * Returns what the cells of one language say by mode, as a single cell would: `C1-C1-B2-B2-B1` if
 * each is a CEFR level. Listening and speaking default to each other, and so do reading and
 * writing; otherwise the lowest level is used. If some are other words, returns the word for the
 * lowest level. Empty for none.
 */
export function levelOfModes(said: Readonly<Partial<Record<LanguageMode, string>>>): string {
  const words = Object.values(said).filter((word) => word !== '');
  const levels = words.flatMap((word) => oneLevel(word) ?? []);
  if (words.length === 0 || levels.length < words.length) return lowestSaid(words);
  const of = (mode: LanguageMode): string | null => oneLevel(said[mode] ?? '');
  const spoken = of('spoken') ?? of('heard');
  const written = of('written') ?? of('read');
  const [least = ''] = levels.toSorted();
  return [of('heard') ?? spoken, of('read') ?? written, spoken, spoken, written]
    .map((level) => level ?? least)
    .join('-');
}
