import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Verdict } from '../rules/rule.ts';
import { VerdictLists } from './verdict-lists.ts';

const params = fc.dictionary(fc.constantFrom('state', 'until'), fc.constantFrom('FR', 'SE', 3), {
  noNullPrototype: true,
});
const verdict = fc
  .record({
    verdict: fc.constantFrom('pass' as const, 'exclude' as const),
    reason: fc.record({ code: fc.constantFrom('open', 'consented'), params }),
  })
  .map((one): Verdict => ({ rule: 'rule', basis: 'act', ...one }));

describe('lists of verdicts', () => {
  it('have the same hash alone as after any other lists', () => {
    const lists = fc.array(fc.array(verdict, { maxLength: 3 }), { maxLength: 8 });
    const check = (all: Verdict[][]): void => {
      const gathered = new VerdictLists();
      const hashes = all.map((verdicts) => gathered.add({ verdicts }));
      expect(hashes).toEqual(all.map((verdicts) => new VerdictLists().add({ verdicts })));
      expect(new Set(gathered.list().map(({ hash }) => hash))).toEqual(new Set(hashes));
    };
    fc.assert(fc.property(lists, check), { numRuns: 500 });
  });
});
