import { describe, expect, it } from '@jest/globals';
import type { PersonalRight } from '../../candidates/formats/candidate-draft.ts';
import { someFacts, TODAY } from '../facts.builders.ts';
import { assignTier, type Tier } from '../rules/tiers.ts';
import { rightsOn } from './personal-rights.ts';

type Person = Parameters<typeof rightsOn>[0];

const aRight = (
  kind: PersonalRight['kind'],
  known: Partial<PersonalRight> = {},
): PersonalRight => ({
  kind,
  country: null,
  fromOn: null,
  untilOn: null,
  ...known,
});

/** Returns the tier of a Moroccan without any other right, except as given. */
function tierOf(known: Partial<Person>, state = 'FR', on = TODAY): Tier {
  const person = {
    nationalities: ['MA'],
    residencePermits: [],
    euFamilyMember: false,
    rights: [],
    ...known,
  };
  const candidate = rightsOn(person, state, on);
  return assignTier(someFacts({ vacancy: { state }, candidate, state: { on } })).tier;
}

describe('a nationality with dates', () => {
  const naturalised = {
    nationalities: ['MA', 'ES'],
    rights: [aRight('nationality', { country: 'ES', fromOn: '2026-06-15' })],
  };

  it('counts from the day it was acquired', () => {
    expect(tierOf(naturalised, 'FR', '2026-06-15')).toBe('0');
    expect(tierOf(naturalised, 'FR', '2026-06-14')).toBe('3');
  });

  it('counts until the day it was lost', () => {
    const rights = [aRight('nationality', { country: 'ES', untilOn: '2026-06-14' })];
    const lost = { ...naturalised, rights };
    expect([tierOf(lost, 'FR', '2026-06-14'), tierOf(lost, 'FR', '2026-06-15')]).toEqual([
      '0',
      '3',
    ]);
  });

  it('leaves the other nationality as it is', () => {
    expect(
      rightsOn({ ...naturalised, residencePermits: [], euFamilyMember: false }, 'FR', '2020-01-01'),
    ).toMatchObject({ nationalities: ['MA'] });
  });
});

describe('a right of residence with dates', () => {
  const resident = {
    residencePermits: ['FR'],
    rights: [aRight('residence', { country: 'FR', fromOn: '2024-01-01', untilOn: '2026-06-30' })],
  };

  it('makes a Moroccan tier 1 for France within the dates, and tier 3 for Spain', () => {
    expect(tierOf(resident, 'FR', '2026-06-30')).toBe('1');
    expect(tierOf(resident, 'FR', '2026-07-01')).toBe('3');
    expect(tierOf(resident, 'ES', '2026-06-30')).toBe('3');
  });

  it('may hold in two periods', () => {
    const again = aRight('residence', { country: 'FR', fromOn: '2027-01-01' });
    const twice = { ...resident, rights: [...resident.rights, again] };
    const days = ['2026-06-30', '2026-09-01', '2027-01-01'];
    expect(days.map((on) => tierOf(twice, 'FR', on))).toEqual(['1', '3', '1']);
  });
});

describe('a family member of a citizen, with a Moroccan passport', () => {
  it('is tier 0 in every state while nothing limits it', () => {
    expect([tierOf({ euFamilyMember: true }), tierOf({ euFamilyMember: true }, 'ES')]).toEqual([
      '0',
      '0',
    ]);
  });

  it('is tier 0 where the right is stated, and as long as it lasts', () => {
    const rights = [aRight('family-member', { country: 'FR', untilOn: '2026-12-31' })];
    const person = { euFamilyMember: true, rights };
    expect(tierOf(person, 'FR', '2026-12-31')).toBe('0');
    expect(tierOf(person, 'FR', '2027-01-01')).toBe('3');
    expect(tierOf(person, 'ES', '2026-12-31')).toBe('3');
  });
});
