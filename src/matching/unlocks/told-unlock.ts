import type { Language } from '../../platform/language/language.ts';
import { countryIn, languageIn } from '../reasons/names.ts';
import { sayings } from '../reasons/sayings.ts';
import { dimensionsIn } from '../reasons/told-contribution.ts';
import type { Unlock } from './unlocks.ts';

export interface ToldUnlock extends Unlock {
  /** The unlock in one sentence. */
  sentence: string;
}

/** Returns the unlock with its sentence in the given language. */
export function toldUnlock(unlock: Unlock, language: Language): ToldUnlock {
  return { ...unlock, sentence: sentenceOf(unlock, language) };
}

function sentenceOf(unlock: Unlock, language: Language): string {
  const { kind, code, level, dimensions, vacancies } = unlock;
  if (kind === 'consent') {
    const params = { state: countryIn(code, language), vacancies };
    return sayings.say('unlock-consent', language, { params });
  }
  const params = { language: languageIn(code, language), level: level ?? '', vacancies };
  if (dimensions.length === 0) return sayings.say('unlock-language', language, { params });
  const partly = { ...params, dimensions: dimensionsIn(dimensions, language) };
  return sayings.say('unlock-language-partly', language, { params: partly });
}
