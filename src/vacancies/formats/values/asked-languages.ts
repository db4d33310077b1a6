import { groupsOf } from '../../../platform/lists/groups-of.ts';
import { type CefrLevel, parseCefrLevel } from '../../../reference/languages/cefr.ts';
import { normaliseLanguage } from '../../../reference/languages/languages.ts';
import { highestLevel } from '../../../reference/languages/levels-by-dimension.ts';
import type { Findings, ReadValue } from '../../../platform/formats/findings.ts';
import type { AskedLanguage } from '../vacancy-draft.ts';

/**
 * Reads a language as ISO 639-1 in lower case, because feeds use either case, and three letters
 * too. Returns null if it is absent or unknown.
 */
export function readLanguage(at: ReadValue, findings: Findings): string | null {
  if (at.value === undefined || at.value === null || at.value.trim() === '') return null;
  const code = normaliseLanguage(at.value.trim());
  if (code === null)
    findings.drop(
      'language-unknown',
      at,
      'This language is not recognised, so it is left out. Write its ISO 639-1 code, such as fr.',
    );
  return code;
}

/** Reads languages, each once. */
export function readLanguages(values: readonly ReadValue[], findings: Findings): string[] {
  return [
    ...new Set(values.map((at) => readLanguage(at, findings)).filter((code) => code !== null)),
  ];
}

/**
 * Reads a CEFR level, A1 to C2 (Council of Europe, Common European Framework of Reference). Returns
 * null if it is absent or unknown.
 */
export function readLevel(at: ReadValue, findings: Findings): CefrLevel | null {
  const text = at.value?.trim().toUpperCase() ?? '';
  if (text === '' || text === 'NULL') return null;
  const level = parseCefrLevel(text);
  if (level === null)
    findings.drop(
      'level-unknown',
      at,
      'This level is not recognised, so it is left out. Write a level from A1 to C2.',
    );
  return level;
}

/**
 * Keeps each language once. If it is mentioned several times, required mentions come before others,
 * and among these the highest level wins. A wish can therefore neither raise nor remove a gate.
 */
export function eachLanguageOnce(
  asked: readonly AskedLanguage[],
  path: string,
  findings: Findings,
): AskedLanguage[] {
  return [...groupsOf(asked, ({ code }) => code)].flatMap(([code, mentions]) => {
    const needed = mentions.filter(({ required }) => required);
    const counted = needed.length > 0 ? needed : mentions;
    const highest = highestLevel(counted.flatMap(({ level }) => level ?? []));
    const stands = counted.find(({ level }) => level === highest);
    const said = new Set(mentions.map(({ level, required }) => `${level ?? ''} ${required}`));
    if (said.size > 1)
      findings.warn(
        'language-twice',
        { path, value: code },
        'This language is asked for several times in different ways. A requirement counts before a wish, and then the highest level.',
      );
    return stands ?? [];
  });
}
