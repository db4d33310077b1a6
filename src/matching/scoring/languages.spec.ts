import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCandidateFact, anEsco, aVacancyFact, TODAY } from '../facts.builders.ts';
import type { LanguageFact } from '../facts.ts';
import { languages } from './languages.ts';
import type { PartValue } from './part.ts';

/** Returns the score for French at B1 in every dimension, asked for and known, except as given. */
function languagesOf(own: Partial<LanguageFact>, asked: Partial<LanguageFact>): PartValue {
  const vacancy = aVacancyFact({ wishedLanguages: [{ code: 'fr', rank: 3, ...asked }] });
  const candidate = aCandidateFact({ languages: [{ code: 'fr', rank: 3, ...own }] });
  return languages(vacancy, candidate, { on: TODAY, esco: anEsco() });
}

describe('the score of languages', () => {
  it('counts by dimension, with the overall level required in each', () => {
    expect(languagesOf({ rank: 1, ranks: [3, 4, 6, 3, 1] }, {})).toMatchObject({
      value: 260 / 300,
      detail: 'languages 0 1',
      lacks: ['fr:writing:3'],
    });
    expect(languagesOf({ rank: 3, ranks: [3, 4, 6, 3, 3] }, {})).toMatchObject({
      value: 1,
      lacks: [],
    });
  });

  it('counts what a vacancy asks for by dimension in that dimension', () => {
    const speaking = { rank: 4, ranks: [4, 2, 4, 4, 1] };
    expect(languagesOf({ rank: 2 }, speaking)).toMatchObject({
      value: (3 * 0.5 + 2) / 5,
      lacks: ['fr:listening:4', 'fr:spokenInteraction:4', 'fr:spokenProduction:4'],
    });
    expect(languagesOf({ rank: 1, ranks: [4, 2, 4, 4, 1] }, speaking).value).toBe(1);
  });

  it('reports the language as a whole if every dimension falls short', () => {
    expect(languagesOf({ rank: 1 }, {})).toMatchObject({ value: 1 / 3, lacks: ['fr:3'] });
    expect(languagesOf({ code: 'es' }, {})).toMatchObject({ value: 0, lacks: ['fr:3'] });
  });

  it('is the same without dimensions as with the overall level in each', () => {
    const rank = fc.integer({ min: 1, max: 6 });
    fc.assert(
      fc.property(rank, rank, (own, asked) => {
        const inEach = languagesOf({ rank: own, ranks: Array(5).fill(own) }, { rank: asked });
        expect(languagesOf({ rank: own }, { rank: asked })).toEqual(inEach);
        expect(inEach.value).toBeCloseTo(Math.min(1, own / asked), 12);
      }),
    );
  });
});
