import i18next from 'i18next';
import { countryName, normaliseCountry } from '../../reference/countries/countries.ts';
import { normaliseLanguage } from '../../reference/languages/languages.ts';
import type { Reason } from '../rules/rule.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import { spanish } from './spanish.ts';

export const reasonLanguages = ['en', 'fr', 'es'] as const;
export type ReasonLanguage = (typeof reasonLanguages)[number];

/** To whom a decision is told; the person themselves in words of their own. */
export const audiences = ['employer', 'agency', 'ministry', 'candidate'] as const;
export type Audience = (typeof audiences)[number];

interface Telling {
  language: ReasonLanguage;
  audience: Audience;
}

const sentences = i18next.createInstance({
  resources: {
    en: { reasons: english },
    fr: { reasons: french },
    es: { reasons: spanish },
  },
  fallbackLng: 'en',
  defaultNS: 'reasons',
  keySeparator: false,
  nsSeparator: false,
  initAsync: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
  missingInterpolationHandler: () => '?',
});
void sentences.init();

/** The reason as one sentence, in English and about the person unless told otherwise. */
export function reasonSentence(
  { code, params }: Reason,
  { language, audience }: Telling = { language: 'en', audience: 'agency' },
): string {
  const named = Object.entries(params).map(([name, value]) => [
    name,
    inWords(name, value, language),
  ]);
  const replace = Object.fromEntries(named) as Record<string, string | number>;
  const context = audience === 'candidate' ? audience : '';
  return sentences.t(code, { replace, context, lng: language });
}

const languages = {
  fr: new Intl.DisplayNames('fr', { type: 'language' }),
  es: new Intl.DisplayNames('es', { type: 'language' }),
};

/** For the test that every code has its sentence. */
export function hasSentence(code: string): boolean {
  return sentences.exists(code);
}

/** What our shipped law says of a rule that nobody has recorded yet; citations of acts stay as they are. */
const byDefault = 'precautionary default until the ministry records its rule';
const defaults = {
  en: byDefault,
  fr: 'règle de précaution, tant que le ministère n’a pas enregistré la sienne',
  es: 'norma de precaución, mientras el ministerio no registre la suya',
};

/** Countries and languages by their names in the language of the sentence. */
function inWords(name: string, value: string | number, language: ReasonLanguage): string | number {
  const text = String(value);
  if (name === 'country' || name === 'state') {
    return countryName(normaliseCountry(text) ?? text, language);
  }
  if (name === 'citation') return text.replace(byDefault, defaults[language]);
  if (name !== 'language') return value;
  const code = normaliseLanguage(text);
  return (language !== 'en' && code && languages[language].of(code)) || text;
}
