import { describe, expect, it } from '@jest/globals';
import { isStorable, storable, wayToUnstorable } from './storable.ts';

describe('text that PostgreSQL can store', () => {
  it.each(['', 'Fátima', 'فاطمة', '👩‍⚕️', '\u0001'])('may be %j', (text) => {
    expect(isStorable(text)).toBe(true);
  });

  it.each(['\u0000', 'Ana\u0000', '\ud83d', 'a\udc69'])('is not %j', (text) => {
    expect(isStorable(text)).toBe(false);
  });

  it('is checked for in every value and every name', () => {
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

  it('is made from other text, and nothing else is changed', () => {
    const fine = { a: [null, 1, { b: '👩‍⚕️' }] };
    expect(storable(fine)).toBe(fine);
    const odd = { 'x\0': ['a\0b', { c: 'd\ud83d', e: null }], at: 1 };
    expect(storable(odd)).toEqual({ x: ['ab', { c: 'd\ufffd', e: null }], at: 1 });
  });
});
