import { describe, expect, it } from '@jest/globals';
import { toldMembers } from './told-members.ts';

describe('a body without members that say nothing', () => {
  it('lacks each member that is null, however deep', () => {
    const body = { a: null, b: { c: null, d: 0 }, e: [{ f: null, g: false }], h: '' };
    expect(toldMembers(body)).toEqual({ b: { d: 0 }, e: [{ g: false }], h: '' });
  });

  it('keeps null in a list, so that places keep their numbers', () => {
    expect(toldMembers({ isco: [null, '2221'] })).toEqual({ isco: [null, '2221'] });
  });

  it('keeps anything that is not plain JSON as it is', () => {
    const bytes = Buffer.from('null');
    expect(toldMembers(bytes)).toBe(bytes);
    expect(toldMembers(null)).toBeNull();
  });
});
