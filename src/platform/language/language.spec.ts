import { describe, expect, it } from '@jest/globals';
import { languageOf } from './language.ts';

describe('the language of a caller', () => {
  it.each([
    [undefined, 'en'],
    ['', 'en'],
    ['ar-MA', 'ar'],
    ['de, fr;q=0.5', 'fr'],
    ['fr;q=0.5, es;q=0.9', 'es'],
    ['FR-ca', 'fr'],
    ['de', 'en'],
    ['*', 'en'],
  ])('follows the header Accept-Language %s: %s', (accepted, language) => {
    expect(languageOf(accepted)).toBe(language);
  });
});
