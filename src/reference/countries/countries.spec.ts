import { describe, expect, it } from '@jest/globals';
import { normaliseCountry } from './countries.ts';

describe('an abbreviated country', () => {
  it.each([
    ['U.S.A.', 'US'],
    ['U.S.A', 'US'],
    ['r. d. c.', 'CD'],
    ['U.A.E.', 'AE'],
    ['U.K.', 'GB'],
    ['EE. UU.', 'US'],
  ])('is read without its dots: %s', (text, code) => {
    expect(normaliseCountry(text)).toBe(code);
  });

  it.each(['n.c.', 'N.R.', 'n.p.', 's.n.', 'S.A.', 'N.E.', 'Per.', 'M.A'])(
    'is not read if it may be other words: %s',
    (text) => {
      expect(normaliseCountry(text)).toBeNull();
    },
  );
});
