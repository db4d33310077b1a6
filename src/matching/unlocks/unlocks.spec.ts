import { describe, expect, it } from '@jest/globals';
import { aCandidateFact, anEsco, aVacancyFact } from '../facts.builders.ts';
import type { LanguageFact } from '../facts.ts';
import type { Language } from '../../platform/language/language.ts';
import { toldUnlock } from './told-unlock.ts';
import { lacksOne, type ExaminedVacancy, unlocksOf } from './unlocks.ts';

const asking = (...requiredLanguages: LanguageFact[]): ExaminedVacancy => ({
  vacancy: aVacancyFact({ requiredLanguages }),
  candidate: aCandidateFact({ languages: [{ code: 'fr', rank: 2 }] }),
  consented: true,
});
const fr = (rank: number): LanguageFact => ({ code: 'fr', rank });
const told = (looked: ExaminedVacancy[], language: Language = 'en'): string[] =>
  unlocksOf(looked.filter((one) => lacksOne(one, anEsco()))).map(
    (unlock) => toldUnlock(unlock, language).sentence,
  );

describe('what would open more vacancies', () => {
  it('is a language at a level, counted for every vacancy that asks for that level or less', () => {
    expect(told([asking(fr(3)), asking(fr(3)), asking(fr(4)), asking(fr(2))])).toEqual([
      'French B2 would open 3 more vacancies.',
      'French B1 would open 2 more vacancies.',
    ]);
  });

  it('is not a language if another one is missing too', () => {
    expect(told([asking(fr(3), { code: 'de', rank: 1 })])).toEqual([]);
  });

  it('names the missing dimensions if the others reach the level', () => {
    const writesLittle = aCandidateFact({
      languages: [{ code: 'fr', rank: 2, ranks: [4, 4, 3, 2, 2] }],
    });
    const toldTo = (...ranks: number[]): string[] =>
      told(ranks.map((rank) => ({ ...asking(fr(rank)), candidate: writesLittle })));
    expect(toldTo(3, 4, 5)).toEqual([
      'French C1 would open 3 more vacancies.',
      'French B2 in spoken interaction, spoken production and writing would open 2 more vacancies.',
      'French B1 in spoken production and writing would open 1 more vacancy.',
    ]);
  });

  it('is a consent if the languages suffice', () => {
    const unconsented = { ...asking(fr(2)), consented: false };
    expect(told([unconsented, { ...asking(fr(5)), consented: false }])).toEqual([
      'Consent to be matched in France would open 1 more vacancy.',
    ]);
  });

  it('is nothing in another field of work', () => {
    const far = { ...asking(fr(3)), vacancy: aVacancyFact({ isco: ['2221'], esco: [] }) };
    expect(told([far])).toEqual([]);
  });
});
