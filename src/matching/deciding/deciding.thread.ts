import { workerData } from 'node:worker_threads';
import { giveWay } from '../../platform/threads/give-way.ts';
import { handedOver } from '../../platform/threads/handed-over.ts';
import { OccupationGraph, type GraphRows } from '../../reference/occupation-graph.ts';
import { EngineState, type StateChanges } from '../engine/engine-state.ts';
import type { SharedState } from '../engine/shared-state.ts';
import { decideOnAll } from './decide.ts';
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

/** By everybody in the snapshot, and everybody who changed since; the pool gets a Batch, its lines without a copy. */
export function decideInThread({ questions, changes }: ThreadTask): ReturnType<typeof handedOver> {
  if (changes.version !== followed) engine.follow(changes.people, changes.ids);
  followed = changes.version;
  const batch = decideOnAll(engine, questions);
  const { matches, inputs } = batch;
  const lines = [matches.common, matches.own, inputs.lines];
  return handedOver(
    batch,
    lines.map(({ buffer }) => buffer),
  );
}
