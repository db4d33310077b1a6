import { describe, expect, it } from '@jest/globals';
import { countryOfPeople } from './demonyms.ts';

describe('a nationality in words', () => {
  it.each([
    ['Marocaine', 'MA'],
    ['marroquíes', 'MA'],
    ['مغربية', 'MA'],
    ['Moroccan', 'MA'],
    ['Tunisienne', 'TN'],
    ['تونسي', 'TN'],
    ['مصرى', 'EG'],
    ['التونسية', 'TN'],
    ['Sénégalaises', 'SN'],
    ['senegalesa', 'SN'],
    ['peruana', 'PE'],
    ['colombianas', 'CO'],
    ['ivoirienne', 'CI'],
    ['nigérienne', 'NE'],
    ['nigériane', 'NG'],
    ['Española', 'ES'],
    ['ألمانية', 'DE'],
    ['سعودية', 'SA'],
    ['Saoudienne', 'SA'],
    ['Irlandaise', 'IE'],
    ['Greek', 'GR'],
    ['Kosovares', 'XK'],
    ['centrafricaine', 'CF'],
    ['Sierra-Léonaise', 'SL'],
    ['أرمينية', 'AM'],
    ['congolaise (RDC)', 'CD'],
    ['congolaise', null],
    ['Maroc', null],
    ['', null],
  ])('is read from %s as %s', (text, code) => {
    expect(countryOfPeople(text)).toBe(code);
  });
});
