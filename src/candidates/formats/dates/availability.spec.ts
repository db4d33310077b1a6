import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { readAvailability } from './availability.ts';

describe('the date on which a candidate is available', () => {
  it.each([
    ['01/2027', '2027-01-01'],
    ['dès 01/2027', '2027-01-01'],
    ['À partir de mars 2027', '2027-03-01'],
    ['à partir du 15/03/2027', '2027-03-15'],
    ['Desde el 15 de marzo de 2027', '2027-03-15'],
    ['Marzo 2027', '2027-03-01'],
    ['Jan. 2027', '2027-01-01'],
    ['2027-03', '2027-03-01'],
    ['مارس ٢٠٢٧', '2027-03-01'],
  ])('starts on the first day of a month: %s', (cell, on) => {
    const findings = new Findings();
    expect(readAvailability(cell, 'available_from', findings)).toBe(on);
    expect(findings.list).toEqual([]);
  });

  it.each([
    ['02/2028', '2028-02-29'],
    ["jusqu'à fin mars 2027", '2027-03-31'],
    ['hasta el 15/03/2027', '2027-03-15'],
    ['until December 2027', '2027-12-31'],
  ])('ends on the last day of a month: %s', (cell, on) => {
    expect(readAvailability(cell, 'available_until', new Findings())).toBe(on);
  });

  it.each(['ASAP', 'Ya', 'de inmediato'])(
    'is left empty without a finding if it means at once: %s',
    (cell) => {
      const findings = new Findings();
      expect(readAvailability(cell, 'available_from', findings)).toBeNull();
      expect(findings.list).toEqual([]);
    },
  );

  it.each(['2027', 'après mars 2027', '2 weeks notice', '13/2027'])(
    'is asked about: %s',
    (cell) => {
      const findings = new Findings();
      expect(readAvailability(cell, 'available_from', findings)).toBeNull();
      expect(findings.list).toMatchObject([{ code: 'date-unreadable', value: cell }]);
    },
  );
});
