import { describe, expect, it } from '@jest/globals';
import { version } from 'uuid';
import { newId } from './new-id.ts';

describe('new identifiers', () => {
  it('are of version 7, all different, in the order in which they were made', () => {
    const ids = Array.from({ length: 5_000 }, newId);
    expect(new Set(ids.map((id) => version(id)))).toEqual(new Set([7]));
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.toSorted()).toEqual(ids);
  });
});
