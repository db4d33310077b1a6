import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { EngineState } from '../../src/matching/engine/engine-state.ts';
import type { VacancyFacts } from '../../src/matching/facts.ts';
import { threadFile } from '../../src/platform/threads/run-in-thread.ts';
import { median } from '../measuring/measure.ts';
import type { ThreadShare } from './shortlist.thread.ts';

const ROUNDS = 15;

/**
 * Returns how many vacancies per second get their fifty best people from `threads` threads. The
 * threads share the people in memory, and each has its part of the vacancies. The result is the
 * median of the rounds after one warm-up round.
 */
export async function vacanciesASecond(
  engine: EngineState,
  vacancies: readonly VacancyFacts[],
  threads: number,
): Promise<number> {
  const workers = Array.from({ length: threads }, (_, at) => {
    const share = vacancies.filter((_one, number) => number % threads === at);
    const workerData: ThreadShare = { state: engine.shared, vacancies: share };
    return new Worker(threadFile('./shortlist.thread', import.meta.url), { workerData });
  });
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const startedAt = performance.now();
    await Promise.all(
      workers.map(async (worker) => {
        worker.postMessage('again');
        await once(worker, 'message');
      }),
    );
    rates.push((1000 * vacancies.length) / (performance.now() - startedAt));
  }
  await Promise.all(workers.map((worker) => worker.terminate()));
  return median(rates.slice(1));
}
