import { foldWords } from '../../reference/fold-words.ts';
import type { Found } from './opening.ts';

/**
 * Returns the title in each language as sorted words, without the single letters of (m/f), H/F or
 * m/w/d.
 */
export function plainTitles({
  title,
  language,
  translations,
}: Pick<Found, 'title' | 'language' | 'translations'>): Map<string, string> {
  const told = [
    [language, title],
    ...Object.entries(translations).map(([code, text]) => [code, text.title]),
  ];
  return new Map(
    told.map(([code = '', words]) => {
      const plain = foldWords(words ?? '')
        .split(' ')
        .filter((word) => word.length > 1);
      return [code, plain.toSorted().join(' ')];
    }),
  );
}
