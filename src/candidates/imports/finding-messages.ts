import type { CandidateImportError } from './candidate-import.entity.ts';
import { arabic, french, spanish } from './finding-translations.ts';

const translations: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  fr: french,
  es: spanish,
  ar: arabic,
};

/** The first of the caller's languages that we speak (RFC 9110, 12.5.4); English where it is none. */
export function languageOf(accepted = ''): string {
  const wanted = accepted
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = /q=([\d.]+)/.exec(parameters.join(';'))?.[1];
      return { language: tag.split('-')[0] ?? '', quality: quality ? Number(quality) : 1 };
    })
    .toSorted((a, b) => b.quality - a.quality);
  const spoken = wanted.find(({ language }) => language === 'en' || language in translations);
  return spoken?.language ?? 'en';
}

/** What is wrong, in that language; a code that has no translation is said in English. */
export function sayFinding(
  { code, message }: Pick<CandidateImportError, 'code' | 'message'>,
  language: string,
): string {
  return translations[language]?.[code] ?? message;
}
