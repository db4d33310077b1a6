import { workerData } from 'node:worker_threads';
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

/** By everybody in the snapshot, and everybody who changed since. */
export function decideInThread({ questions, changes }: ThreadTask): Batch {
  if (changes.version !== followed) engine.follow(changes.people, changes.ids);
  followed = changes.version;
  return decideOnAll(engine, questions);
}
