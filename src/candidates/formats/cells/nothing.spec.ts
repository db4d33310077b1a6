import { describe, expect, it } from '@jest/globals';
import { saysNothing } from './nothing.ts';

describe('a cell that says nothing', () => {
  it.each([
    '-',
    '--',
    '/',
    '...',
    'néant',
    'N/A',
    'n.a.',
    'NA',
    'sin datos',
    'Ninguno',
    'لا يوجد',
    'S/D',
  ])('may be %s', (cell) => {
    expect(saysNothing(cell, 'phone')).toBe(true);
  });

  it.each(['', 'Nada', 'Nour', '0', 'non', 'no', '+212', 'all', '*'])('is not %s', (cell) => {
    expect(saysNothing(cell, 'given_name')).toBe(false);
  });

  it('is not NA in a column of countries, in which it means Namibia', () => {
    expect(saysNothing('NA', 'nationalities')).toBe(false);
    expect(saysNothing('N/A', 'nationalities')).toBe(true);
  });
});
