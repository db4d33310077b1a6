import type { Language } from '../../platform/language/language.ts';
import { normaliseCountry } from '../../reference/countries/countries.ts';
import { normaliseLanguage } from '../../reference/languages/languages.ts';
import { ALL_WORK } from '../rules/pressed-sector-scope.ts';
import type { Reason } from '../rules/rule.ts';
import { citationIn } from './citations.ts';
import { countryIn, languageIn } from './names.ts';
import { sayings } from './sayings.ts';

/** The readers of a decision. Candidates are addressed in sentences of their own. */
export const audiences = ['employer', 'agency', 'ministry', 'candidate'] as const;
export type Audience = (typeof audiences)[number];

interface Telling {
  language: Language;
  audience: Audience;
}

/** Returns the reason as one sentence; by default in English and about the candidate. */
export function reasonSentence(
  { code, params }: Reason,
  { language, audience }: Telling = { language: 'en', audience: 'agency' },
): string {
  const named = Object.entries(params).map(([name, value]) => [
    name,
    inWords(name, value, language),
  ]);
  const context = audience === 'candidate' ? audience : '';
  return sayings.say(code, language, {
    params: Object.fromEntries(named) as Reason['params'],
    context,
  });
}

/** Returns the names of countries, languages and acts in the language; other values unchanged. */
function inWords(name: string, value: string | number, language: Language): string | number {
  const text = String(value);
  if (name === 'country' || name === 'state') {
    return countryIn(normaliseCountry(text) ?? text, language);
  }
  if (name === 'citation') return citationIn(text, language);
  if (name === 'sector' && text === ALL_WORK) return sayings.say('all-work', language);
  return name === 'language' ? languageIn(normaliseLanguage(text) ?? text, language) : value;
}
