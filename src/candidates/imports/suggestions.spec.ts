import { describe, expect, it } from '@jest/globals';
import { finding } from '../../platform/formats/finding.ts';
import { Suggestions } from './suggestions.ts';

describe('what may have been meant by a country', () => {
  it.each([
    ['Congolaise', 'CD / CG'],
    ['Coréenne', 'KR / KP'],
    ['Korean', 'KR / KP'],
    ['Marroc', 'MA Maroc'],
    ['Wakanda', null],
  ])('%s is %s', (value, meant) => {
    const found = finding('drop', 'country-unknown', { path: 'nationalities', value }, '');
    expect(new Suggestions().for(found)).toBe(meant);
  });
});
