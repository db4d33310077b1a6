import { describe, expect, it } from '@jest/globals';
import { discloseCount, roundDownToTens } from './disclosure.ts';

describe('a count of people as it is told to somebody who sees none of them', () => {
  it('is withheld below ten, and otherwise in full tens', () => {
    expect([0, 9, 10, 19, 20].map(discloseCount)).toEqual([null, null, 10, 10, 20]);
  });

  it('is rounded towards zero, also where it takes back what was counted', () => {
    expect([-13, -3, 3, 13].map((count) => roundDownToTens(count) + 0)).toEqual([-10, 0, 0, 10]);
  });
});
