import { workerData } from 'node:worker_threads';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { giveWay } from '../../platform/threads/give-way.ts';
import { OccupationGraph, type GraphRows } from '../../reference/occupation-graph.ts';
import { EngineState, type StateChanges } from '../engine/engine-state.ts';
import type { SharedState } from '../engine/shared-state.ts';
import { decideOnAll } from './decide.ts';
import type { Batch } from './decided-batch.ts';
import type { Questions } from './question.ts';

/** What a thread is started with. */
export interface ThreadData {
  state: SharedState;
  esco: GraphRows;
}

/** What it is asked. */
export interface ThreadTask {
  questions: Questions;
  changes: StateChanges;
}

giveWay();

const { state, esco } = workerData as ThreadData;
const engine = new EngineState(state, new OccupationGraph(esco));
let followed = 0;

/** By everybody in the snapshot, and everybody who changed since; the pool gets a Batch. */
export function decideInThread({ questions, changes }: ThreadTask): ReturnType<typeof move> {
  if (changes.version !== followed) engine.follow(changes.people, changes.ids);
  followed = changes.version;
  return handedOver(decideOnAll(engine, questions));
}

/** Lines change hands without a copy. */
function handedOver(batch: Batch): ReturnType<typeof move> {
  const buffers = [batch.matches.common, batch.matches.own, batch.inputs.lines].map(
    ({ buffer }) => buffer,
  );
  return move({ [transferableSymbol]: buffers, [valueSymbol]: batch });
}
