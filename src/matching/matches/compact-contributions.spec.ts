import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEsco, anyWorld } from '../facts.builders.ts';
import { matchVacancy } from '../match-vacancy.ts';
import { compactContributions } from './compact-contributions.ts';

describe('contributions', () => {
  it('are read as they were scored', () => {
    const check = (world: typeof anyWorld extends fc.Arbitrary<infer T> ? T : never): void => {
      const decisions = matchVacancy({ ...world, settled: new Set(), esco: anEsco() });
      for (const { score } of decisions) {
        const kept = JSON.stringify(compactContributions.to(score.contributions));
        expect(compactContributions.from(JSON.parse(kept) as never)).toEqual(score.contributions);
      }
    };
    fc.assert(fc.property(anyWorld, check), { numRuns: 200 });
  });
});
