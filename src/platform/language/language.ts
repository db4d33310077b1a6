/** The languages in which people are told things, ISO 639-1. */
export const languages = ['en', 'fr', 'es', 'ar'] as const;
export type Language = (typeof languages)[number];

/** What is said in English, in the others. */
export type InOthers = Readonly<Record<Exclude<Language, 'en'>, string>>;

/** What is said, in each language. */
export type InEach = Readonly<Record<Language, string>>;

/** Which way it is written, as HTML says it. */
export const directionOf = (language: Language): 'rtl' | 'ltr' =>
  language === 'ar' ? 'rtl' : 'ltr';

/** What `say` says, in each language. */
export function inEach<T>(say: (language: Language) => T): Readonly<Record<Language, T>> {
  return { en: say('en'), fr: say('fr'), es: say('es'), ar: say('ar') };
}

export function isLanguage(code: unknown): code is Language {
  return languages.some((language) => language === code);
}

/** The first of the caller's languages that we speak (RFC 9110, 12.5.4); English where it is none. */
export function languageOf(accepted = ''): Language {
  const wanted = accepted
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = /q=([\d.]+)/.exec(parameters.join(';'))?.[1];
      return { language: tag.split('-')[0] ?? '', quality: quality ? Number(quality) : 1 };
    })
    .toSorted((a, b) => b.quality - a.quality);
  return wanted.map(({ language }) => language).find(isLanguage) ?? 'en';
}
