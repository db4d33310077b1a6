import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { TODAY } from '../facts.builders.ts';
import { anyVacancyWithLicences, anyPerson, each, someEsco } from './engine.builders.ts';
import type { EngineCandidate } from './engine-candidate.ts';
import { EngineState } from './engine-state.ts';

const stateOf = (people: readonly EngineCandidate[]): Promise<EngineState> =>
  EngineState.from(each(people), { on: TODAY, reference: 'none', esco: someEsco, seen: '7' });

const somePeople = fc.uniqueArray(anyPerson, { maxLength: 30, selector: ({ id }) => id });

describe('a state that follows changes', () => {
  it('proposes what a new state of the same people proposes', async () => {
    const check = async (
      vacancy: typeof anyVacancyWithLicences extends fc.Arbitrary<infer T> ? T : never,
      before: EngineCandidate[],
      changed: EngineCandidate[],
    ): Promise<void> => {
      const followed = await stateOf(before);
      // Every second person changes, and of these every fourth is gone; others are new.
      const again = before.filter((_, at) => at % 2 === 0);
      const now = again.flatMap(({ id }, at) => {
        const other = changed[at];
        return at % 4 === 3 || !other ? [] : [{ ...other, id }];
      });
      const newcomers = changed.slice(again.length);
      const present = [...now, ...newcomers];
      const ids = [...again, ...newcomers].map(({ id }) => id);
      followed.follow(present.slice(0, 3), ids.slice(0, 2));
      followed.follow(present, ids);
      const favoured = { associated: ['TR'], trained: present.slice(0, 2).map(({ id }) => id) };
      const look = { limit: 6, countries: ['MA', 'TR'], favoured };
      const unchanged = before.filter((_, at) => at % 2 === 1);
      const anew = await stateOf([...unchanged, ...present]);
      expect(followed.propose(vacancy, look).ready).toEqual(anew.propose(vacancy, look).ready);
    };
    await fc.assert(fc.asyncProperty(anyVacancyWithLicences, somePeople, somePeople, check), {
      numRuns: 500,
    });
  });

  it('names the day, the transaction and the number of its changes', async () => {
    const [one, other] = fc.sample(anyPerson, 2);
    if (!one || !other) throw new Error('no people');
    const state = await stateOf([one]);
    expect(state.name).toBe(`${TODAY} 7 +0`);
    state.follow([other], [other.id, one.id]);
    expect(state.name).toBe(`${TODAY} 7 +2`);
    expect(state.isOf(TODAY, 'none')).toBe(true);
    expect(state.isOf('2026-06-16', 'none')).toBe(false);
  });
});
