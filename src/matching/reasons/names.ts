import type { Language } from '../../platform/language/language.ts';
import { countryName } from '../../reference/countries/countries.ts';
import { languageName } from '../../reference/languages/languages.ts';
import { sayings } from './sayings.ts';

const namesOf = (type: 'region' | 'language') => ({
  fr: new Intl.DisplayNames('fr', { type }),
  es: new Intl.DisplayNames('es', { type }),
  ar: new Intl.DisplayNames('ar', { type }),
});
const countries = namesOf('region');
const languages = namesOf('language');

/**
 * Returns the name of a country, or its code if it has none. `code`: ISO 3166-1 alpha-2, XX for
 * stateless.
 */
export function countryIn(code: string, language: Language): string {
  if (code === 'XX') return sayings.say('stateless', language);
  if (language === 'en' || !/^[A-Z]{2}$/.test(code)) return countryName(code);
  return countries[language].of(code) ?? code;
}

/** Returns the name of a language, or its code if it has none. `code`: ISO 639-1. */
export function languageIn(code: string, language: Language): string {
  if (language === 'en' || !/^[a-z]{2,3}$/.test(code)) return languageName(code);
  return languages[language].of(code) ?? code;
}
