import { parentPort, workerData } from 'node:worker_threads';
import { EngineState } from '../../src/matching/engine/engine-state.ts';
import type { SharedState } from '../../src/matching/engine/shared-state.ts';
import type { VacancyFacts } from '../../src/matching/facts.ts';
import { OccupationGraph } from '../../src/reference/occupation-graph.ts';
import { LIMIT } from './shortlist-peers.ts';

/** The people in memory, and the vacancies of this thread. */
export interface ThreadShare {
  state: SharedState;
  vacancies: readonly VacancyFacts[];
}

const { state, vacancies } = workerData as ThreadShare;
const engine = new EngineState(state, OccupationGraph.empty);

// Each message asks for all shortlists once; the answer is the number of people on them.
parentPort?.on('message', () => {
  let found = 0;
  for (const vacancy of vacancies) found += engine.best(vacancy, 'third-country', LIMIT).length;
  parentPort?.postMessage(found);
});
