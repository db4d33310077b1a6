import { afterAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { runTypescript } from '../../../test/support/processes/run-typescript.ts';
import { Config } from '../../platform/config/config.ts';
import { OccupationGraph } from '../../reference/occupation-graph.ts';
import type { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { anyVacancyWithLicences, anyPerson, each } from '../engine/engine.builders.ts';
import { EngineState } from '../engine/engine-state.ts';
import { aStateFact, TODAY } from '../facts.builders.ts';
import type { Batch } from './decided-batch.ts';
import { Deciders } from './deciders.service.ts';
import type { Questions } from './question.ts';

const catalogue = {
  graph: () => Promise.resolve(OccupationGraph.empty),
} as unknown as OccupationCatalogue;

const some = <T>(of: fc.Arbitrary<T>, count: number, seed: number): T[] =>
  fc.sample(of, { numRuns: count, seed });

const questions: Questions = {
  vacancies: some(anyVacancyWithLicences, 60, 7).map((vacancy, at) => ({
    vacancy: { ...vacancy, id: `00000000-0000-7000-8000-0000000000${at + 10}` },
    organisationId: '00000000-0000-7000-8000-000000000001',
    state: aStateFact(),
    eligibleCountries: ['MA', 'TR'],
    dealtWith: [],
    trained: [],
    foundByTitle: null,
    askedAt: new Date('2026-06-15T08:00:00Z'),
  })),
  versions: { rules: '1', weights: '1', law: 1, reference: 'none', snapshot: 'one' },
};

const textOf = (lines: Uint8Array): string => Buffer.from(lines).toString('utf8');

/** Removes the ids of rows, which are new each time; everything else must be the same. */
function told({ matches, inputs, ...batch }: Batch): object {
  const own = textOf(matches.own).split('\n');
  return {
    ...batch,
    inputs: { ...inputs, lines: textOf(inputs.lines) },
    common: textOf(matches.common),
    own: own.map((line) => line.split('\t').toSpliced(1, 1)),
  };
}

describe('a deciding thread', () => {
  const options = { threadArguments: runTypescript };
  const threads = new Deciders(new Config({ ...options, matchingThreads: 1 }), catalogue);
  const here = new Deciders(new Config({ ...options, matchingThreads: 0 }), catalogue);
  afterAll(() => threads.onApplicationShutdown());

  it('decides as the main thread does, and follows changes of people', async () => {
    const people = some(anyPerson, 300, 1);
    const engine = await EngineState.from(each(people), {
      on: TODAY,
      reference: 'none',
      esco: OccupationGraph.empty,
      seen: '7',
    });
    const before = told(await threads.decide(engine, questions));
    expect(before).toEqual(told(await here.decide(engine, questions)));

    const gone = people.slice(0, 100).map(({ id }) => id);
    const come = some(anyPerson, 50, 2);
    engine.follow(come, [...gone, ...come.map(({ id }) => id)]);
    const after = told(await threads.decide(engine, questions));
    expect(after).toEqual(told(await here.decide(engine, questions)));
    expect(after).not.toEqual(before);
  }, 120_000);
});
