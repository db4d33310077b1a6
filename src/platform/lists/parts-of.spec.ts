import { describe, expect, it } from '@jest/globals';
import { partsOf } from './parts-of.ts';

describe('splitting a list into parts', () => {
  it('gives every item in order with the position of its part, and the rest last', () => {
    expect([...partsOf(['a', 'b', 'c', 'd', 'e'], 2)]).toEqual([
      { from: 0, some: ['a', 'b'] },
      { from: 2, some: ['c', 'd'] },
      { from: 4, some: ['e'] },
    ]);
  });

  it('ends with a full part if nothing is left over', () => {
    expect([...partsOf([1, 2, 3, 4], 2)].map(({ some }) => some)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('gives no part of an empty list', () => {
    expect([...partsOf([], 2)]).toEqual([]);
  });
});
