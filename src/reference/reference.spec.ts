import { describe, expect, it } from '@jest/globals';
import {
  countryName,
  isTierZeroCountry,
  normaliseCountry,
  tierZeroCountries,
} from './countries/countries.ts';
import { parseEducationLevel } from './education/education.ts';
import {
  educationFields,
  educationFieldTitle,
  parseEducationField,
  repairEducationField,
} from './education/education-fields.ts';
import { iscoDistance, iscoGroups, iscoTitle, repairIscoCode } from './isco/isco.ts';
import { cefrRank } from './languages/cefr.ts';
import { languageName, normaliseLanguage } from './languages/languages.ts';
import { listNace, naceTitle, normaliseNace } from './nace/nace.ts';

describe('everyday names of languages', () => {
  it.each([
    ['Castillan', 'es'],
    ['Quichua', 'qu'],
    ['Flamand', 'nl'],
    ['Arabe littéraire', 'ar'],
    ['Pilipino', 'tl'],
  ])('recognises %s', (text, code) => {
    expect(normaliseLanguage(text)).toBe(code);
  });
});

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
    ['Maroc (1)', 'MA'],
    ['جمهوريه التشيك', 'CZ'],
    ['الجزاير', 'DZ'],
  ])('reads %s as %s', (text, code) => {
    expect(normaliseCountry(text)).toBe(code);
  });

  it('refuses what is no country', () => {
    expect(normaliseCountry('Atlantis')).toBeNull();
    expect(normaliseCountry('')).toBeNull();
    expect(normaliseCountry('212')).toBeNull();
  });

  it('knows the 31 countries whose citizens move freely', () => {
    expect(tierZeroCountries).toHaveLength(31);
    expect(['CH', 'LI', 'NO', 'IS', 'FR'].every(isTierZeroCountry)).toBe(true);
    expect(['GB', 'TR', 'MA', 'XK'].some(isTierZeroCountry)).toBe(false);
    expect(countryName('MA', 'fr')).toBe('Maroc');
  });
});

describe('codes and levels of languages', () => {
  it.each([
    ['NO', 'no'],
    ['nob', 'no'],
    ['fra', 'fr'],
    ['ger', 'de'],
    ['en-GB', 'en'],
    ['arabe', 'ar'],
    ['Deutsch', 'de'],
    ['العربيه', 'ar'],
    ['الإنجليزيه', 'en'],
  ])('reads %s as %s', (text, code) => {
    expect(normaliseLanguage(text)).toBe(code);
  });

  it('refuses an unknown code, names languages and ranks levels', () => {
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
    ['110', '0110', true],
    ['310', '0310', true],
    ['3439', '3435', true],
    ['331', '331', false],
    ['7499', '74', true],
  ])('reads %s as %s', (code, group, repaired) => {
    expect(repairIscoCode(code)).toEqual({ code: group, repaired });
  });

  it('measures how far two groups are apart, and refuses unknown codes', () => {
    expect([
      iscoDistance('2221', '2221'),
      iscoDistance('2221', '2222'),
      iscoDistance('2221', '222'),
    ]).toEqual([0, 1, 1]);
    expect(iscoDistance('2221', '7212')).toBe(4);
    expect(repairIscoCode('x')).toBeNull();
    expect(repairIscoCode('9999')).toBeNull();
    expect(repairIscoCode('72')).toEqual({ code: '72', repaired: false });
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
    ['45.32', 'G45.32'],
  ])('reads %s as %s', (text, code) => {
    expect(normaliseNace(text)).toBe(code);
  });

  it.each([
    ['Q86.1.0', 'R86.1.0', '86.10', 'R86.10'],
    ['J62', 'K62', '62', 'K62'],
    ['U99', 'V99', '99', 'V99'],
  ])('reads %s of Rev. 2, %s of Rev. 2.1 and %s as %s', (rev2, rev21, digits, code) => {
    expect([rev2, rev21, digits].map(normaliseNace)).toEqual([code, code, code]);
  });

  it.each(['ZZ', 'Q87.1.0.A', 'A86', 'S86.10', '34', '00'])('refuses %s', (text) => {
    expect(normaliseNace(text)).toBeNull();
  });

  it('lists each division under its section of Rev. 2.1', () => {
    const codes = listNace().map(({ code }) => code);
    expect(codes.length).toBe(22 + 87);
    expect(codes.slice(codes.indexOf('R'), codes.indexOf('S'))).toEqual(['R', 'R86', 'R87', 'R88']);
  });

  it('has titles', () => {
    expect(naceTitle('F43.21')).toBe('Electrical installation');
  });
});

describe('fields of education', () => {
  it('has all fields of ISCED-F 2013, each below another', () => {
    const lengths = educationFields.map(({ code }) => code.length);
    const count = (wanted: number): number => lengths.filter((one) => one === wanted).length;
    expect([2, 3, 4].map(count)).toEqual([11, 29, 80]);
    for (const { code } of educationFields.filter((field) => field.code.length > 2))
      expect(educationFieldTitle(code.slice(0, -1))).not.toBeNull();
  });

  it.each([
    ['0913', '0913'],
    [' ISCED-F 2013: 0913 ', '0913'],
    ['isced-f 073', '073'],
    ['http://data.europa.eu/snb/isced-f/07', '07'],
    ['Nursing and midwifery', '0913'],
    ['Law', '0421'],
    ['0910', '091'],
    ['0788', '07'],
    ['1099', '10'],
    ['9999', null],
    ['0718', '071'],
    ['0717', null],
    ['913', null],
    ['09130', null],
    ['Génie civil', null],
    ['', null],
  ])('reads %j as %j', (text, code) => {
    expect(parseEducationField(text)).toBe(code);
  });

  it.each([
    ['913', '0913'],
    ['91', '091'],
    ['910', '091'],
  ])('restores the zero that %s has lost in a table', (cell, code) => {
    expect(repairEducationField(cell)).toEqual({ code, repaired: true });
  });

  it('repairs no other code of a table', () => {
    expect(repairEducationField('1013')).toEqual({ code: '1013', repaired: false });
    expect(repairEducationField('777')).toBeNull();
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
