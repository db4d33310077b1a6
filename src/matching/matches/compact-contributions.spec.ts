import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anEsco, anyWorld } from '../facts.builders.ts';
import { matchVacancy } from '../match-vacancy.ts';
import { compactContributions } from './compact-contributions.ts';

describe('stored contributions', () => {
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

  it('are read as they were stored while details were in English', () => {
    const kept = [
      ['skills', 'no skills on record', 'person'],
      ['education', 'EQF 3 for 4', 0.5, 25, 50],
      ['languages', '0 of 1 languages', 0.5, 50, 100, ['fr:3']],
    ];
    expect(compactContributions.from(kept as never)).toMatchObject([
      { part: 'skills', value: null, silent: 'person', points: 0, of: 0, lacks: [] },
      { part: 'education', detail: 'EQF 3 for 4', value: 0.5, points: 25, of: 50, lacks: [] },
      { part: 'languages', detail: '0 of 1 languages', lacks: ['fr:3'], silent: null },
    ]);
  });
});
