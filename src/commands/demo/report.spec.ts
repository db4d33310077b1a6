import { describe, expect, it } from '@jest/globals';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { writeFaults, writeReport } from './report.ts';

describe('the report of the demonstration', () => {
  const vacancy = { title: 'Cook', locations: [], state: 'ES', isco: ['5120'], positions: 1 };
  const reportOn = (today: string): string =>
    writeReport(
      { ...vacancy, applyUntilOn: null, validUntilOn: '2026-12-31' } as unknown as Vacancy,
      [],
      new Map(),
      today,
    );

  it('names each fault once, with its column, its value and the number of its rows', () => {
    const fault = { severity: 'drop', code: 'country-unknown', suggestion: 'MA', message: 'No.' };
    const at = { columnName: 'nationalities', header: 'Pays', value: 'Marok' };
    const items = [
      { ...fault, ...at, count: 3, firstRow: 2 },
      { ...fault, ...at, header: null, value: null, count: 1, firstRow: 5 },
    ];
    expect(writeFaults({ items, left: 7 })).toEqual([
      '  3 rows from row 2 on, Pays "Marok": No.',
      '  row 5, nationalities: No.',
      '     and 7 more faults',
    ]);
  });

  it('says of a vacancy whose last day is past that it is over, not that nobody does such work', () => {
    expect(reportOn('2027-01-01')).toContain('No longer open: its last day was 2026-12-31.');
    expect(reportOn('2026-12-31')).toContain('No candidates in this field of work.');
  });
});
