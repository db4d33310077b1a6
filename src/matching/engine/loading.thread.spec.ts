import { types } from 'node:util';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runTypescript } from '../../../test/support/processes/run-typescript.ts';
import { copyLine } from '../../platform/database/copying/copy-line.ts';
import { runInThread, threadFile } from '../../platform/threads/run-in-thread.ts';
import { TODAY } from '../facts.builders.ts';
import { anyPerson, each } from './engine.builders.ts';
import { type Basis, type SharedState, shareState } from './shared-state.ts';

const basis: Basis = { on: TODAY, reference: 'none', seen: '7' };

/** Yields people as COPY sends them, in pieces that end anywhere. */
async function* copied(people: readonly unknown[], length: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(people.map((person) => copyLine([JSON.stringify(person)])).join(''));
  for (let at = 0; at < bytes.length; at += length) {
    yield await Promise.resolve(Uint8Array.from(bytes.subarray(at, at + length)));
  }
}

describe('a thread that lays out people', () => {
  it('gives the same state as the main thread, whatever letters the texts have', async () => {
    const people = fc
      .sample(anyPerson, { numRuns: 200, seed: 3 })
      .map((person, at) => ({ ...person, skills: [{ uri: null, label: `"\\${at}\n سباك é` }] }));
    const found = runInThread<SharedState, null, never, never>(
      threadFile('./loading.thread', import.meta.url),
      {
        data: basis,
        input: copied(people, 1_001),
        answer: () => Promise.reject(new Error('not asked')),
        nodeArguments: runTypescript,
      },
    );
    const here = await shareState(each(people), basis);
    for await (const state of found) {
      expect(state.words).toEqual(here.words);
      expect(state.people.values).toEqual(here.people.values);
      expect(state).toEqual(here);
      expect(types.isSharedArrayBuffer(state.snapshot.records.items.buffer)).toBe(true);
    }
    expect.assertions(4);
  }, 60_000);
});
