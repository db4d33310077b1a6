import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../vacancies/formats/findings.ts';
import { readCalendarDate, readNumber } from './cell-values.ts';

describe('a date in a cell', () => {
  it.each([
    ['17/05/1994', '1994-05-17'],
    ['17.5.1994', '1994-05-17'],
    ['1994-05-17', '1994-05-17'],
    ['1994-05-17 00:00:00', '1994-05-17'],
    ['1994-05-17T00:00:00.000Z', '1994-05-17'],
    ['17/05/1994 00:00', '1994-05-17'],
    ['١٧/٠٥/١٩٩٤', '1994-05-17'],
    ['۱۷/۰۵/۱۹۹۴', '1994-05-17'],
    ['31/02/1994', null],
    ['05/17/1994', null],
    ['17/05/94', null],
    ['mai 1994', null],
  ])('%s is %s', (text, date) => {
    expect(readCalendarDate(text)).toBe(date);
  });
});

describe('a number in a cell', () => {
  it.each([
    ['7,5', 7.5],
    ['7.5 ans', 7.5],
    ['٧٫٥', 7.5],
    ['61', null],
    ['beaucoup', null],
  ])('%s is %s', (text, number) => {
    expect(readNumber(text, 60, 'occupation_years', new Findings())).toBe(number);
  });
});
