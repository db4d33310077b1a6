import { describe, expect, it } from '@jest/globals';
import { shareOf } from './adding-up.ts';
import { partNames } from './weights.ts';

const parts = [...partNames.keys()];
const sets = Array.from({ length: 1 << parts.length }, (_, known) => known);
const isIn = (known: number, part: number): boolean => (known & (1 << part)) !== 0;

describe('the shares of the known parts', () => {
  it('add up to 1000, whichever are known', () => {
    for (const known of sets.slice(1))
      expect(parts.reduce((sum, part) => sum + shareOf(known, part), 0)).toBe(1000);
  });

  // The bounds of the engine depend on this: treating a part as known, and as full, never lowers a
  // score.
  it('never grow when one more is known', () => {
    const grown = sets.flatMap((known) =>
      parts
        .filter((more) => !isIn(known, more))
        .flatMap((more) =>
          parts.filter(
            (part) =>
              isIn(known, part) && shareOf(known | (1 << more), part) > shareOf(known, part),
          ),
        ),
    );
    expect(grown).toEqual([]);
  });
});
