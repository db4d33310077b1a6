import { describe, expect, it } from '@jest/globals';
import { aCandidateFact, aPressedSectorFact, aVacancyFact } from '../facts.builders.ts';
import type { PressedSectorFact } from '../facts.ts';
import { forbiddingSectors, lyingOfPerson, lyingOfVacancy } from './pressed-sector-scope.ts';

const sector = (scheme: PressedSectorFact['scheme'], code: string): PressedSectorFact =>
  aPressedSectorFact({ scheme, code });
const coversVacancy = (...facts: Parameters<typeof lyingOfVacancy>): boolean =>
  lyingOfVacancy(...facts) === 'inside';
const coversPerson = (...facts: Parameters<typeof lyingOfPerson>): boolean =>
  lyingOfPerson(...facts) === 'inside';
const work = aVacancyFact({ isco: ['7411'], esco: ['esco:electrician'], nace: 'F43.21' });

describe('a sector named by ISCO group', () => {
  it.each(['7', '74', '741', '7411'])('covers the work in it: %s', (code) => {
    expect(coversVacancy(sector('isco', code), work)).toBe(true);
    expect(coversPerson(sector('isco', code), aCandidateFact())).toBe(true);
  });

  it.each(['2', '41', '742', '7412'])('covers no other work: %s', (code) => {
    expect(coversVacancy(sector('isco', code), work)).toBe(false);
    expect(coversPerson(sector('isco', code), aCandidateFact())).toBe(false);
  });

  it('perhaps covers work and trades whose codes are missing or less exact', () => {
    const named = sector('isco', '2221');
    const trades = [{ isco: '22', esco: null, years: 4 }];
    const uncoded = [{ isco: null, esco: 'esco:nurse', years: 4 }];
    for (const isco of [['22'], ['9111', '2'], []]) {
      expect(lyingOfVacancy(named, aVacancyFact({ isco }))).toBe('perhaps');
    }
    expect(lyingOfVacancy(named, aVacancyFact({ isco: ['21', '7'] }))).toBe('outside');
    expect(lyingOfPerson(named, aCandidateFact({ trades }))).toBe('perhaps');
    expect(lyingOfPerson(named, aCandidateFact({ trades: uncoded }))).toBe('perhaps');
  });

  it('covers vacancies and candidates by any one of their occupations', () => {
    const isco = ['9111', '2221'];
    const trades = isco.map((code) => ({ isco: code, esco: null, years: null }));
    expect(coversVacancy(sector('isco', '22'), aVacancyFact({ isco }))).toBe(true);
    expect(coversPerson(sector('isco', '22'), aCandidateFact({ trades }))).toBe(true);
  });
});

describe('a sector named by NACE', () => {
  it.each(['F', 'F43', 'F43.2', 'F43.21', 'F4321'])('covers the work in it: %s', (code) => {
    expect(coversVacancy(sector('nace', code), work)).toBe(true);
  });

  it.each(['Q', 'F41', 'F43.3', 'F43.22'])('covers no other work: %s', (code) => {
    expect(coversVacancy(sector('nace', code), work)).toBe(false);
  });

  it('perhaps covers work whose sector is unknown or stated less exactly, but no candidate', () => {
    expect(lyingOfVacancy(sector('nace', 'F'), aVacancyFact({ nace: null }))).toBe('perhaps');
    expect(lyingOfVacancy(sector('nace', 'F43.2'), aVacancyFact({ nace: 'F' }))).toBe('perhaps');
    expect(lyingOfPerson(sector('nace', 'F'), aCandidateFact())).toBe('outside');
  });
});

describe('a sector named by ESCO occupation', () => {
  it('covers that occupation and no other', () => {
    expect(coversVacancy(sector('esco', 'esco:electrician'), work)).toBe(true);
    expect(coversPerson(sector('esco', 'esco:electrician'), aCandidateFact())).toBe(true);
    expect(coversVacancy(sector('esco', 'esco:elec'), work)).toBe(false);
    expect(coversPerson(sector('esco', 'esco:nurse'), aCandidateFact())).toBe(false);
  });
});

describe('a candidate in a pressed sector', () => {
  it('is counted by what they work or trained in, shared with employers or not', () => {
    expect(coversPerson(sector('isco', '74'), aCandidateFact({ occupations: [] }))).toBe(true);
    expect(coversPerson(sector('isco', '74'), aCandidateFact({ trades: [] }))).toBe(false);
  });

  it('is not counted by a trade that has no code', () => {
    const trades = [{ isco: null, esco: null, years: 9 }];
    expect(coversPerson(sector('isco', '7'), aCandidateFact({ trades }))).toBe(false);
    expect(coversPerson(sector('esco', 'esco:nurse'), aCandidateFact({ trades }))).toBe(false);
  });
});

describe('the sectors that forbid active matching', () => {
  const own = aPressedSectorFact();
  const foreign = aPressedSectorFact({ partnerCountry: 'SN' });
  const others = aPressedSectorFact({
    effects: ['no-favourable-treatment', 'no-direct-application'],
  });

  it("are those of the candidate's own countries", () => {
    expect(forbiddingSectors([foreign, own], aCandidateFact())).toEqual([own]);
    const dual = aCandidateFact({ nationalities: ['SN', 'MA'] });
    expect(forbiddingSectors([foreign, own], dual)).toEqual([foreign, own]);
  });

  it('are those named with that effect, because effects are switched separately', () => {
    expect(forbiddingSectors([others], aCandidateFact())).toEqual([]);
  });
});
