import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../platform/database/new-id.ts';
import { TODAY } from '../../facts.builders.ts';
import { anyPerson } from '../engine.builders.ts';
import { SnapshotBuilder } from '../snapshot/snapshot-builder.ts';
import { Vocabulary } from '../snapshot/vocabulary.ts';
import { GateBits, isSet } from './gate-bits.ts';

const people = fc.sample(anyPerson, { numRuns: 40, seed: 1 });

function gatesOf(): GateBits {
  const vocabulary = new Vocabulary();
  const builder = new SnapshotBuilder(vocabulary, TODAY);
  for (const person of people) builder.add(person);
  return new GateBits(builder.build(), vocabulary);
}

describe('the gates of a snapshot', () => {
  it('forget the lists of trained candidates that were asked for longest ago, and make them again', () => {
    const gates = gatesOf();
    const listed = people.slice(0, 3).map(({ id }) => id);
    const first = gates.listed(listed);
    expect(gates.listed(listed)).toBe(first);
    for (let other = 0; other < 1_000; other += 1) gates.listed([newId()]);
    const again = gates.listed(listed);
    expect(again).not.toBe(first);
    expect(again).toEqual(first);
  });

  it('still combine a gate that was forgotten meanwhile', () => {
    const gates = gatesOf();
    const listed = gates.listed(people.map(({ id }) => id));
    for (let other = 0; other < 1_000; other += 1) gates.listed([newId()]);
    expect(gates.passingAll([listed, gates.without(gates.listed([]))])).toEqual(listed);
    expect(isSet(gates.without(listed), 0)).toBe(false);
  });

  it('refuse bits of another snapshot', () => {
    const foreign = gatesOf().listed([]);
    const gates = gatesOf();
    expect(() => gates.without(foreign)).toThrow('another snapshot');
    expect(() => gates.passingAll([foreign])).toThrow('another snapshot');
  });
});
