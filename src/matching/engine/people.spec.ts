import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { anyPerson } from './engine.builders.ts';
import { ListedPeople, PackedPeople } from './people.ts';

describe('people in memory', () => {
  it('are known as they were read, each by their number', () => {
    const check = (people: Parameters<PackedPeople['push']>[0][]): void => {
      const packed = new PackedPeople();
      for (const person of people) packed.push(person);
      const listed = new ListedPeople(people);
      for (const number of people.keys()) {
        expect(packed.person(number)).toEqual(listed.person(number));
      }
    };
    fc.assert(fc.property(fc.array(anyPerson, { maxLength: 20 }), check));
  });

  it('may take more room than a page', () => {
    const packed = new PackedPeople();
    const [person] = fc.sample(anyPerson, 1);
    if (!person) throw new Error('nobody');
    const large = { ...person, residenceRegion: 'é'.repeat(9 << 20) };
    const everybody = [person, large, large, person];
    for (const one of everybody) packed.push(one);
    for (const [number, { residenceRegion }] of everybody.entries()) {
      expect(packed.person(number).candidate.residenceRegion === residenceRegion).toBe(true);
    }
  });
});
