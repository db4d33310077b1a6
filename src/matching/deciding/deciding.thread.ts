import { workerData } from 'node:worker_threads';
import { lowerOwnPriority } from '../../platform/threads/lower-priority.ts';
import { asTransferable } from '../../platform/threads/transferable.ts';
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

/** A request to a thread. */
export interface ThreadTask {
  questions: Questions;
  changes: StateChanges;
}

lowerOwnPriority();

const { state, esco } = workerData as ThreadData;
const engine = new EngineState(state, new OccupationGraph(esco));
let followed = 0;

/**
 * Decides with every candidate in the snapshot and every change since. The pool receives a Batch
 * whose lines are transferred, not copied.
 */
export function decideInThread({
  questions,
  changes,
}: ThreadTask): ReturnType<typeof asTransferable> {
  if (changes.version !== followed) engine.follow(changes.people, changes.ids);
  followed = changes.version;
  const batch = decideOnAll(engine, questions);
  const { matches, inputs } = batch;
  const lines = [matches.common, matches.own, inputs.lines];
  return asTransferable(
    batch,
    lines.map(({ buffer }) => buffer),
  );
}
