import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { aCandidateFact, anEsco, aVacancyFact, TODAY } from '../facts.builders.ts';
import { educationField } from '../values.builders.ts';
import { education, fieldReach } from './education.ts';
import type { PartValue } from './part.ts';

type Side = [level: number | null, field?: string];

function educationOf([ownLevel, ownField]: Side, [level, field]: Side): PartValue {
  const vacancy = aVacancyFact({ educationLevel: level, ...(field && { educationField: field }) });
  const own = { educationLevel: ownLevel, educationField: ownField ?? null };
  return education(vacancy, aCandidateFact(own), { on: TODAY, esco: anEsco() });
}

describe('the score of education', () => {
  it.each([
    ['0713', '0713', 1],
    ['0713', '071', 1],
    ['0713', '07', 1],
    ['0714', '0713', 0.9],
    ['071', '0713', 0.9],
    ['0732', '0713', 0.75],
    ['0732', '071', 0.75],
    ['07', '0713', 0.75],
    ['0913', '0713', 0.5],
    ['10', '01', 0.5],
  ])('gives the field %s for %s a share of %d of the level', (own, asked, value) => {
    expect(fieldReach(own, asked)).toBe(value);
    expect(educationOf([4, own], [4, asked]).value).toBe(value);
    expect(educationOf([3, own], [4, asked]).value).toBe(0.5 * value);
  });

  it('says what it is based on', () => {
    expect(educationOf([3, '0732'], [4, '0713']).detail).toBe('level-and-field 3 4 0732 0713');
    expect(educationOf([3, '0732'], [4]).detail).toBe('level 3 4');
  });

  it('is that of the level alone if one side names no field', () => {
    expect(educationOf([4], [4, '0713']).value).toBe(1);
    expect(educationOf([3, '0913'], [4]).value).toBe(0.5);
  });

  it('does not count without a level on both sides', () => {
    expect(educationOf([4, '0713'], [null, '0713'])).toMatchObject({
      value: null,
      silent: 'vacancy',
    });
    expect(educationOf([null, '0713'], [4, '0713'])).toMatchObject({
      value: null,
      silent: 'person',
    });
  });

  it('is never above that of the level', () => {
    const level = fc.integer({ min: 1, max: 8 });
    const check = (own: number, asked: number, ownField: string, askedField: string): void => {
      const alone = educationOf([own], [asked]).value ?? 0;
      expect(educationOf([own, ownField], [asked, askedField]).value).toBeLessThanOrEqual(alone);
    };
    fc.assert(fc.property(level, level, educationField, educationField, check));
  });
});
