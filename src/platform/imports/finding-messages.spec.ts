import { describe, expect, it } from '@jest/globals';
import { failureSayings } from './failure-sayings.ts';
import { sayFailure } from './finding-messages.ts';

const failure = { code: 'csv-quote-unclosed', message: 'A quote is never closed', about: '3' };

describe('why a file could not be read', () => {
  it.each([
    ['fr', /guillemet ouvert à la ligne 3/],
    ['es', /abierta en la línea 3/],
    ['ar', /السطر 3/],
    ['en', /^A quote/],
  ] as const)('is said in the language of %s', (language, said) => {
    expect(sayFailure({ failure }, language).failure.message).toMatch(said);
  });

  it('is said of the same codes in every language', () => {
    const [first = [], ...others] = Object.values(failureSayings).map((said) => Object.keys(said));
    for (const codes of others) expect(codes).toEqual(first);
  });
});
