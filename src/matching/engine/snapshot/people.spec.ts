import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPerson } from '../engine.builders.ts';
import type { EngineCandidate } from '../engine-candidate.ts';
import { ListedPeople, PackedPeople, PeoplePacker } from './people.ts';

function packed(people: readonly EngineCandidate[]): PackedPeople {
  const packer = new PeoplePacker();
  for (const person of people) packer.push(person);
  return new PackedPeople(packer.share());
}

describe('the people in memory', () => {
  it('are known as they were read, each by their number', () => {
    const check = (people: EngineCandidate[]): void => {
      const known = packed(people);
      const listed = new ListedPeople(people);
      for (const number of people.keys()) {
        expect(known.person(number)).toEqual(listed.person(number));
      }
    };
    fc.assert(fc.property(fc.array(anyPerson, { maxLength: 20 }), check));
  });

  it('may take more room than a page', () => {
    const [person] = fc.sample(anyPerson, 1);
    if (!person) throw new Error('nobody');
    const large = { ...person, residenceRegion: 'é'.repeat(9 << 20) };
    const everybody = [person, large, large, person];
    const known = packed(everybody);
    for (const [number, { residenceRegion }] of everybody.entries()) {
      expect(known.person(number).candidate.residenceRegion === residenceRegion).toBe(true);
    }
  });
});
