import { describe, expect, it } from '@jest/globals';
import { partsOf } from './parts-of.ts';

describe('the parts of a list', () => {
  it('hold all of it in its order, with their places, the last one what is left', () => {
    expect([...partsOf(['a', 'b', 'c', 'd', 'e'], 2)]).toEqual([
      { from: 0, some: ['a', 'b'] },
      { from: 2, some: ['c', 'd'] },
      { from: 4, some: ['e'] },
    ]);
  });

  it('end with a full one where none is left over', () => {
    expect([...partsOf([1, 2, 3, 4], 2)].map(({ some }) => some)).toEqual([
      [1, 2],
      [3, 4],
    ]);
  });

  it('of an empty list are none', () => {
    expect([...partsOf([], 2)]).toEqual([]);
  });
});
