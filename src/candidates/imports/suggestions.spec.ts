import { describe, expect, it } from '@jest/globals';
import { finding } from '../../platform/formats/finding.ts';
import { Suggestions } from './suggestions.ts';

describe('the suggestion for a country', () => {
  it.each([
    ['Congolaise', 'CD / CG'],
    ['Coréenne', 'KR / KP'],
    ['Korean', 'KR / KP'],
    ['Marroc', 'MA Maroc'],
    ['Wakanda', null],
  ])('turns %s into %s', (value, meant) => {
    const found = finding('drop', 'country-unknown', { path: 'nationalities', value }, '');
    expect(new Suggestions().for(found)).toBe(meant);
  });
});

describe('the suggestion for a date of the Hijra', () => {
  it.each([
    ['1410/05/12', '1989-12-11 (Umm al-Qura)'],
    ['١٥/٠٩/١٤٤٧هـ', '2026-03-04 (Umm al-Qura)'],
    ['12-05-1370', '1951-02-19 (Umm al-Qura) / 1991-08-03 (Solar Hijri)'],
    ['12 رمضان 1412', null],
    ['1410/13/01', null],
  ])('turns %s into %s', (value, meant) => {
    const found = finding('drop', 'date-of-hijra', { path: 'birth_date', value }, '');
    expect(new Suggestions().for(found)).toBe(meant);
  });
});
