import { describe, expect, it } from '@jest/globals';
import { readSheetDate } from './sheet-dates.ts';

describe('a date in a spreadsheet', () => {
  it.each([
    ['03/04/1990', '1990-04-03'],
    ['1990/04/03', '1990-04-03'],
    ['03 / 04 / 1990', '1990-04-03'],
    ['03\u201104\u20111990', '1990-04-03'],
    ['3 avril 1990', '1990-04-03'],
    ['1er avril 1990', '1990-04-01'],
    ['3-avr.-1990', '1990-04-03'],
    ['12 Août 1988', '1988-08-12'],
    ['3 de abril de 1990', '1990-04-03'],
    ['3 de setiembre del 1990', '1990-09-03'],
    ['3 April 1990', '1990-04-03'],
    ['April 3, 1990', '1990-04-03'],
    ['٣ أبريل ١٩٩٠', '1990-04-03'],
    ['3 أفريل 1991', '1991-04-03'],
    ['3 كانون الثاني 1990', '1990-01-03'],
    ['32966', '1990-04-03'],
    ['3 avril 90', null],
    ['03/04/90', null],
    ['1990', null],
    ['vers 1990', null],
    ['31 avril 1990', null],
    ['12/13/1992', null],
  ])('%s is %s', (text, date) => {
    expect(readSheetDate(text)).toBe(date);
  });
});
