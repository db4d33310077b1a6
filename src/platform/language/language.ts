import type { Request } from 'express';

/** The languages in which the API answers, ISO 639-1. */
export const languages = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof languages)[number];

/** The translations of an English text. */
export type InOthers = Readonly<Record<Exclude<Language, 'en'>, string>>;

/** A text in each language. */
export type InEach = Readonly<Record<Language, string>>;

/** Returns the direction of writing, as the `dir` of HTML names it. */
export const directionOf = (language: Language): 'rtl' | 'ltr' =>
  language === 'ar' ? 'rtl' : 'ltr';

/** Calls `say` once for each language and returns what it gave. */
export function inEach<T>(say: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: say('en'), fr: say('fr'), es: say('es'), ar: say('ar') };
}

export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language === code);
}

/**
 * Returns the first language of ours among those of Accept-Language, by weight and then in the
 * order written; English if there is none. A language of a region counts as the language (RFC 4647,
 * 3.4). If Express is given our languages, it prefers `fr` to an earlier `ar-MA`.
 */
export function languageOf(request: Pick<Request, 'acceptsLanguages'>): Language {
  const accepted = request.acceptsLanguages().map((tag) => tag.toLowerCase().split('-')[0]);
  return accepted.find(isLanguage) ?? 'en';
}
