import { describe, expect, it } from '@jest/globals';
import { aCandidateFact, anEsco, aVacancyFact, TODAY } from '../facts.builders.ts';
import type { VacancyFacts } from '../facts.ts';
import { occupation } from './occupation.ts';
import type { EscoKnowledge, PartValue } from './part.ts';

/** Every occupation is the same as itself; a solar fitter is narrower than any other occupation. */
const related = anEsco({
  relationBetween: (asked, own) =>
    asked === own ? 'same' : own === 'esco:solar fitter' ? 'narrower' : null,
});

function occupationOf(
  asked: Pick<VacancyFacts, 'isco' | 'esco'>,
  own: { isco: string | null; esco: string | null },
  esco: EscoKnowledge = related,
): PartValue {
  const occupations = [{ ...own, years: null }];
  return occupation(aVacancyFact(asked), aCandidateFact({ occupations }), { on: TODAY, esco });
}

describe('the score of occupations', () => {
  it.each([
    ['7411', 1],
    ['7412', 0.7],
    ['7421', 0.4],
    ['7111', 0.15],
    ['2221', 0],
  ])('counts the ISCO digits in common: %s', (isco, value) => {
    expect(occupationOf({ isco: ['7411'], esco: [] }, { isco, esco: null }).value).toBe(value);
  });

  it.each([
    [null, 'esco:solar fitter', 0.95],
    ['7411', 'esco:solar fitter', 1],
    ['7412', 'esco:nurse', 0.7],
  ])('takes the closest of ISCO %s and %s', (isco, esco, value) => {
    const asked = { isco: ['7411'], esco: ['esco:electrician'] };
    expect(occupationOf(asked, { isco, esco }).value).toBe(value);
  });

  it('counts the essential skills in common if that gives more', () => {
    const shared = anEsco({ overlapBetween: (_, own) => (own === 'esco:roofer' ? 0.6 : 0) });
    const asked = { isco: ['7411'], esco: ['esco:electrician'] };
    const part = occupationOf(asked, { isco: '7121', esco: 'esco:roofer' }, shared);
    expect(part.value).toBeCloseTo(0.51);
    expect(part.detail).toBe('shared-skills 60');
  });
});
