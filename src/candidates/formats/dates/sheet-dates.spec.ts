import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { read, said } from '../read-candidates.builders.ts';
import { readDateAt, readSheetDate } from './sheet-dates.ts';

describe('a date in a spreadsheet', () => {
  it.each([
    ['03/04/1990', '1990-04-03'],
    ['3.IV.1990', '1990-04-03'],
    ['3 iv 1990', '1990-04-03'],
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
    ['03 04 1990', '1990-04-03'],
    ['3 avril 90', null],
    ['03/04/90', null],
    ['1990', null],
    ['vers 1990', null],
    ['31 avril 1990', null],
    ['12/13/1992', null],
  ])('reads %s as %s', (text, date) => {
    expect(readSheetDate(text)).toBe(date);
  });
});

describe('a year of two digits', () => {
  it.each([
    ['birth_date', '17/05/94', '1994-05-17'],
    ['birth_date', '17-mai-94', '1994-05-17'],
    ['birth_date', '١٧/٠٥/٩٤', '1994-05-17'],
    ['birth_date', '17/05/04', '2004-05-17'],
    ['birth_date', '17/05/15', null],
    ['birth_date', '94-05-17', null],
    ['birth_date', '31/02/94', null],
    ['available_from', '15-janv-27', '2027-01-15'],
    ['available_from', '15/01/94', null],
    ['consent_given_on', '01/09/26', null],
  ])('is read if only one century is possible: %s %s is %s', (path, text, date) => {
    const findings = new Findings();
    expect(readDateAt(text, path, findings)).toBe(date);
    expect(findings.list.map(({ code }) => code)).toEqual(date === null ? ['date-unreadable'] : []);
    for (const { message } of findings.list) expect(message).toContain('does not exist');
  });

  it('follows the month if that comes first in others of its column', async () => {
    const rows = ['R-1,A,MA,5/17/94', 'R-2,B,MA,5/6/94'];
    const records = await read(['Ref,Name,Nationality,DOB', ...rows].join('\n'));
    expect(records.map(({ draft }) => draft?.birthOn)).toEqual(['1994-05-17', '1994-05-06']);
    expect(said(records, 'warn')).toContain('2 birth_date date-month-first');
  });
});
