import { describe, expect, it } from '@jest/globals';
import {
  countryName,
  isTierZeroCountry,
  normaliseCountry,
  tierZeroCountries,
} from './countries/countries.ts';
import { parseEducationLevel } from './education/education.ts';
import { iscoDistance, iscoGroups, iscoTitle, repairIscoCode } from './isco/isco.ts';
import { cefrRank } from './languages/cefr.ts';
import { languageName, normaliseLanguage } from './languages/languages.ts';
import { listNace, naceTitle, normaliseNace } from './nace/nace.ts';

describe('countries', () => {
  it.each([
    ['EL', 'GR'],
    ['uk', 'GB'],
    ['MAR', 'MA'],
    ['Maroc', 'MA'],
    ['Norge', 'NO'],
    ['المغرب', 'MA'],
    ['España', 'ES'],
    ['xk', 'XK'],
    ['XX', 'XX'],
  ])('reads %s as %s', (text, code) => {
    expect(normaliseCountry(text)).toBe(code);
  });

  it('refuses what is no country', () => {
    expect(normaliseCountry('Atlantis')).toBeNull();
    expect(normaliseCountry('')).toBeNull();
  });

  it('knows whose citizens move freely', () => {
    expect(tierZeroCountries).toHaveLength(31);
    expect(['CH', 'LI', 'NO', 'IS', 'FR'].every(isTierZeroCountry)).toBe(true);
    expect(['GB', 'TR', 'MA', 'XK'].some(isTierZeroCountry)).toBe(false);
    expect(countryName('MA', 'fr')).toBe('Maroc');
  });
});

describe('languages', () => {
  it.each([
    ['NO', 'no'],
    ['nob', 'no'],
    ['fra', 'fr'],
    ['ger', 'de'],
    ['en-GB', 'en'],
    ['arabe', 'ar'],
    ['Deutsch', 'de'],
  ])('reads %s as %s', (text, code) => {
    expect(normaliseLanguage(text)).toBe(code);
  });

  it('refuses what is no language', () => {
    expect(normaliseLanguage('zz')).toBeNull();
    expect(languageName('fr')).toBe('French');
    expect(cefrRank('b2')).toBe(4);
    expect(cefrRank('native')).toBe(0);
  });
});

describe('ISCO-08', () => {
  it('has all its groups', () => {
    const count = (digits: number): number =>
      iscoGroups.filter(({ code }) => code.length === digits).length;
    expect([1, 2, 3, 4].map(count)).toEqual([10, 43, 130, 436]);
    expect(iscoTitle('7212')).toBe('Welders and flamecutters');
  });

  it.each([
    ['7411', '7411', false],
    ['7411.11', '7411', true],
    ['2223', '2221', true],
    ['2224', '3412', true],
    ['3439', '3435', true],
    ['331', '331', false],
    ['7499', '74', true],
  ])('reads %s as %s', (code, group, repaired) => {
    expect(repairIscoCode(code)).toEqual({ code: group, repaired });
  });

  it('tells how far two groups are apart', () => {
    expect([
      iscoDistance('2221', '2221'),
      iscoDistance('2221', '2222'),
      iscoDistance('2221', '222'),
    ]).toEqual([0, 1, 1]);
    expect(iscoDistance('2221', '7212')).toBe(4);
    expect(repairIscoCode('x')).toBeNull();
  });
});

describe('NACE', () => {
  it.each([
    ['F43.2.1', 'F43.21'],
    ['C33.1.7', 'C33.17'],
    ['B9.1.0', 'B09.10'],
    ['43.21', 'F43.21'],
    ['33.170', 'C33.17'],
    ['F', 'F'],
    ['4321', 'F43.21'],
  ])('reads %s as %s', (text, code) => {
    expect(normaliseNace(text)).toBe(code);
  });

  it('has titles and refuses nonsense', () => {
    expect(naceTitle('F43.21')).toBe('Electrical installation');
    expect(listNace().length).toBe(22 + 87);
    expect(normaliseNace('ZZ')).toBeNull();
  });
});

describe('levels of education', () => {
  it.each([
    ['EQF-5', 5],
    ['6', 6],
    ['ISCED-6', 6],
    ['ISCED 2011 3', 4],
    ['ISCED 9', null],
    ['master', null],
  ])('reads %s as EQF %s', (text, level) => {
    expect(parseEducationLevel(text)).toBe(level);
  });
});
