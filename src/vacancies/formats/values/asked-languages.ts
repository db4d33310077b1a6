import { type CefrLevel, parseCefrLevel } from '../../../reference/languages/cefr.ts';
import { normaliseLanguage } from '../../../reference/languages/languages.ts';
import type { Findings, ReadValue } from './findings.ts';
import type { AskedLanguage } from '../vacancy-draft.ts';

/** ISO 639-1 in lower case; feeds write either case, and three letters. */
export function readLanguage(at: ReadValue, findings: Findings): string | null {
  if (at.value === undefined || at.value === null || at.value.trim() === '') return null;
  const code = normaliseLanguage(at.value.trim());
  if (code === null)
    findings.drop('language-unknown', at, 'No language of ISO 639; it is left out.');
  return code;
}

/** The languages, each once. */
export function readLanguages(values: readonly ReadValue[], findings: Findings): string[] {
  return [
    ...new Set(values.map((at) => readLanguage(at, findings)).filter((code) => code !== null)),
  ];
}

/** The CEFR level A1 to C2 (Council of Europe, Common European Framework of Reference). */
export function readLevel(at: ReadValue, findings: Findings): CefrLevel | null {
  const text = at.value?.trim().toUpperCase() ?? '';
  if (text === '' || text === 'NULL') return null;
  const level = parseCefrLevel(text);
  if (level === null) findings.drop('level-unknown', at, 'Levels are A1 to C2; it is left out.');
  return level;
}

/** Each language once, with the first level named; a second mention only adds what was missing. */
export function eachLanguageOnce(asked: readonly AskedLanguage[]): AskedLanguage[] {
  const byCode = new Map<string, AskedLanguage>();
  for (const one of asked) {
    const known = byCode.get(one.code);
    const levels = known && known.level !== null ? known : one;
    byCode.set(one.code, { ...levels, required: (known ?? one).required });
  }
  return [...byCode.values()];
}
