import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { frozen } from './once-frozen.ts';
import { plainJson } from './plain-json.ts';

describe('plain data as JSON', () => {
  it('is the text that JSON.stringify gives, frozen or not, and when it is asked again', () => {
    fc.assert(
      fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
        const text = JSON.stringify(value);
        expect(plainJson(value)).toBe(text);
        frozen(value);
        expect([plainJson(value), plainJson(value)]).toEqual([text, text]);
      }),
    );
  });

  it('leaves out members without a value, and has no numbers that are none', () => {
    const value = { a: undefined, b: [undefined, Number.NaN, -0, 1e21, '\ud800 "\n"'] };
    expect(plainJson(value)).toBe(JSON.stringify(value));
  });
});
