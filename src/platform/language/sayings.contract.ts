import { describe, expect, it } from '@jest/globals';
import { type Language, languages } from './language.ts';
import type { Forms, Sayings } from './speaker.ts';

type AnySayings = Sayings<string, string>;

const translated = languages.filter((language) => language !== 'en');
const counts = [...Array.from({ length: 250 }, (_, count) => count), 0.5, 1.5, 5.25];

/** English words that occur in none of our other languages. */
export const englishWords =
  /\b(the|of|and|is|are|was|were|for|with|your|you|has|have|from|until|would|this|that)\b/i;

/**
 * Returns the first Latin letters in an Arabic text that no isolate sets apart, or null if there
 * are none. Without an isolate, the text around them may change places (UAX #9).
 */
export function strayLatin(arabic: string): RegExpExecArray | null {
  const isolated = /\u2068[^\u2068\u2069]*\u2069/g;
  let rest = arabic;
  while (rest.search(isolated) >= 0) rest = rest.replaceAll(isolated, '');
  return /[A-Za-z]+/.exec(rest);
}

function placesIn(saying: string): string[] {
  return [...new Set([...saying.matchAll(/\{\w+\}/g)].map(([place]) => place))].toSorted();
}

/** Tests that the sayings of a feature are complete, and the same in every language. */
export function behavesLikeSayings(all: Readonly<Record<Language, AnySayings>>): void {
  describe.each(translated)('in %s', (language) => {
    const { sentences, counted } = all[language];

    it('translates every sentence of the English, with the same placeholders', () => {
      expect(Object.keys(sentences).toSorted()).toEqual(Object.keys(all.en.sentences).toSorted());
      for (const [code, english] of Object.entries(all.en.sentences)) {
        const saying = sentences[code] ?? '';
        expect([code, placesIn(saying)]).toEqual([code, placesIn(english)]);
        if (/\w/.test(english)) expect([code, saying]).not.toEqual([code, english]);
      }
    });

    it('contains no English word', () => {
      for (const [code, saying] of Object.entries(sentences)) {
        const words = saying.replaceAll(/\{\w+\}/g, '');
        expect([code, words]).toEqual([code, expect.not.stringMatching(englishWords)]);
      }
    });

    it('counts the same things as the English', () => {
      expect(Object.keys(counted).toSorted()).toEqual(Object.keys(all.en.counted).toSorted());
    });
  });

  it.each(languages)('has a form for every count in %s', (language) => {
    const rules = new Intl.PluralRules(language);
    const missing = Object.entries<Forms>(all[language].counted).flatMap(([name, forms]) =>
      counts
        .map((count) => rules.select(count))
        .filter((form) => !forms[form])
        .map((form) => name + form),
    );
    expect(missing).toEqual([]);
  });

  it('sets Latin letters apart in Arabic', () => {
    const { sentences, counted } = all.ar;
    const forms = Object.values<Forms>(counted).flatMap((known) => Object.values(known));
    for (const saying of [...Object.values(sentences), ...forms]) {
      expect([saying, strayLatin(saying.replaceAll(/\{\w+\}/g, ''))]).toEqual([saying, null]);
    }
  });
}
