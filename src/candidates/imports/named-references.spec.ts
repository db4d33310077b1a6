import { describe, expect, it } from '@jest/globals';
import { NamedReferences } from './named-references.ts';

describe('the names under references', () => {
  it('are compared when a reference is sent again, however many lie between', () => {
    const named = new NamedReferences();
    const many = Array.from({ length: 100_000 }, (_, at) => `R-${at}`);
    expect(many.filter((reference) => named.put(reference, `Alami ${reference}`))).toEqual([]);
    const told = many.filter((reference, at) =>
      named.put(reference, at % 1_000 === 7 ? 'Tazi Omar' : `Alami ${reference}`),
    );
    expect(told).toHaveLength(100);
    expect(told[1]).toBe('R-1007');
  });

  it('are compared with those of the previous row: the third with the second', () => {
    const named = new NamedReferences();
    const sent = ['Alami', 'Tazi', 'Tazi', 'Alami'].map((name) => named.put('R-1', name));
    expect(sent).toEqual([false, true, false, true]);
    expect(named.put('', 'Alami')).toBe(false);
  });
});
