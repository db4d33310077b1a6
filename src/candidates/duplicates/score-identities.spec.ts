import { describe, expect, it } from '@jest/globals';
import { blockKeysOf } from './block-keys.ts';
import type { Identity } from './identity.ts';
import { IDENTITY_THRESHOLD, scoreIdentities } from './score-identities.ts';

const known: Identity = {
  givenName: 'Mohamed',
  familyName: 'Tahiri',
  birthOn: '1960-07-23',
  nationalities: ['MA'],
  residenceRegion: null,
  email: null,
  phone: '+212 611 22 33 44',
  documents: [],
};

const scoreWith = (one: Partial<Identity>, other: Partial<Identity>): number =>
  scoreIdentities({ ...known, ...one }, { ...known, ...other }).score;

const yearOnly = { birthOn: '1960-01-01' };
const unreached = { phone: null };

describe('a date of birth of which only the year is known', () => {
  it('counts for less than a whole one', () => {
    const whole = scoreWith(unreached, unreached);
    const year = scoreWith({ ...unreached, ...yearOnly }, { ...unreached, ...yearOnly });
    expect(year).toBeLessThan(whole);
    expect(year).toBeGreaterThanOrEqual(IDENTITY_THRESHOLD);
    const near = { ...unreached, ...yearOnly, familyName: 'Taherti' };
    expect(scoreWith({ ...unreached, ...yearOnly }, near)).toBeLessThan(IDENTITY_THRESHOLD);
  });

  it('does not contradict a whole date of that year, which a telephone number then confirms', () => {
    expect(scoreWith(yearOnly, {})).toBeGreaterThanOrEqual(IDENTITY_THRESHOLD);
    expect(scoreWith({ ...unreached, ...yearOnly }, unreached)).toBeLessThan(IDENTITY_THRESHOLD);
    expect(scoreWith(yearOnly, { birthOn: '1961-07-23' })).toBeLessThan(IDENTITY_THRESHOLD);
  });

  it('gives a key of name and date together, because so many people have it', () => {
    const person = { ...known, ...yearOnly };
    expect(blockKeysOf(person)).toContainEqual(expect.stringMatching(/^born 1960-01-01 \S+ \S+$/));
    expect(blockKeysOf(known)).not.toContainEqual(expect.stringMatching(/^born \S+ \S+ \S+$/));
  });
});

describe('a pair of people of one family', () => {
  it.each([
    ['father and son of one name', {}, { birthOn: '1988-02-11' }],
    ['twins', { givenName: 'Karim' }, { givenName: 'Salma' }],
  ])('counts as two people: %s', (_, one, other) => {
    expect(scoreWith(one, other)).toBeLessThan(IDENTITY_THRESHOLD);
  });
});
