import { describe, expect, it } from '@jest/globals';
import { absenceOf } from './absence.ts';

const twelve = { months: 12, citation: 'Directive 2003/109/EC Art. 9(1)(c)' };

describe('the absence of a long-term resident', () => {
  it('may last twelve months in a row, with a warning three months before its end', () => {
    expect(absenceOf('2026-01-10', '2026-09-01', twelve)).toMatchObject({
      returnByOn: '2027-01-09',
      daysLeft: 130,
      warning: 'none',
    });
    expect(absenceOf('2026-01-10', '2026-11-24', twelve).warning).toBe('soon');
    expect(absenceOf('2026-01-10', '2027-01-09', twelve)).toMatchObject({
      daysLeft: 0,
      warning: 'soon',
    });
    expect(absenceOf('2026-01-10', '2027-01-10', twelve)).toMatchObject({
      daysLeft: 0,
      warning: 'lost',
    });
  });

  it('is right at month ends and in leap years', () => {
    expect(absenceOf('2028-02-29', '2028-03-01', twelve).returnByOn).toBe('2029-02-27');
    expect(absenceOf('2027-02-28', '2027-03-01', twelve).returnByOn).toBe('2028-02-27');
  });

  it('follows another period, such as the communication proposes for circular migrants', () => {
    expect(absenceOf('2026-01-10', '2026-09-01', { ...twelve, months: 36 }).returnByOn).toBe(
      '2029-01-09',
    );
  });
});
