import { describe, expect, it } from '@jest/globals';
import { isStorable, wayToUnstorable } from './storable.ts';

describe('what PostgreSQL can store', () => {
  it.each(['', 'Fátima', 'فاطمة', '👩‍⚕️', '\u0001'])('is %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each(['\u0000', 'Ana\u0000', '\ud83d', 'a\udc69'])('is not %j', (text) => {
    expect(isStorable(text)).toBe(false);
  });

  it('is looked for in every value and every name', () => {
    expect(wayToUnstorable({ a: [{ b: 1 }, { c: ['x', '\u0000'] }] })).toEqual([
      'a',
      '1',
      'c',
      '1',
    ]);
    expect(wayToUnstorable({ a: { 'x\ud800': 1 } })).toEqual(['a']);
    expect(wayToUnstorable('\u0000')).toEqual([]);
    expect(wayToUnstorable({ a: [null, 1, true, { b: 'c' }] })).toBeNull();
  });
});
