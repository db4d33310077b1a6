import { writeFile } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import type { Database } from '../src/platform/database/database.ts';
import { SYSTEM } from '../src/platform/database/tenant.ts';
import { besideOurs, bruteForceMilliseconds } from './peers/brute-force-peer.ts';
import { median, write } from './measuring/measure.ts';
import { onStage, type Stage } from './stage/run-stage.ts';
import { seeded } from './worlds/seeded.ts';
import { vacancyRecord } from './worlds/worlds.ts';

/** The interval between two looks for stored matches, in milliseconds. */
const EVERY = 5;
/** The first vacancies, not measured: they build what all later ones reuse. */
const WARM_UP = 10;

/**
 * Measures the time from the moment an employer sends a vacancy until its matches are stored, one
 * vacancy after the other over HTTP. Peer: deciding on everybody for one vacancy, without an index.
 */
export async function publishing(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      sizes: { type: 'string', default: '10000,100000' },
      vacancies: { type: 'string', default: '100' },
      // Deciding on everybody takes minutes at a million.
      peers: { type: 'string', default: '100000' },
      json: { type: 'string' },
    },
  });
  const lines: object[] = [];
  for (const people of values.sizes.split(',').map(Number)) {
    const line = await onStage(people, async (stage) => {
      const times = await publishAll(stage, Number(values.vacancies));
      const withPeer = people <= Number(values.peers);
      const everybody = withPeer ? await bruteForceMilliseconds(stage.app) : null;
      return { people, median: median(times), p95: quantile(times, 0.95), everybody };
    });
    lines.push(line);
    write(
      [
        `${people} people: stored ${line.median.toFixed(0)} ms after publication (median)`,
        `${line.p95.toFixed(0)} ms at the 95th percentile`,
        ...(line.everybody === null ? [] : [besideOurs(line.everybody, line.median)]),
      ].join('; '),
    );
  }
  if (values.json) await writeFile(values.json, JSON.stringify(lines, null, 2));
}

async function publishAll({ database, employer }: Stage, count: number): Promise<number[]> {
  const random = seeded(3);
  const times: number[] = [];
  for (let number = 0; number < WARM_UP + count; number += 1) {
    const startedAt = performance.now();
    const vacancy = await employer.post<{ id: string }>(
      '/v1/vacancies',
      vacancyRecord(random, number),
    );
    while (!(await isDecided(database, vacancy.id))) await sleep(EVERY);
    times.push(performance.now() - startedAt);
  }
  return times.slice(WARM_UP);
}

async function isDecided(database: Database, id: string): Promise<boolean> {
  const rows = await database.as(SYSTEM, (sql) =>
    sql.query<unknown[]>(
      'SELECT 1 FROM vacancy_matching WHERE vacancy_id = $1 AND decided_at IS NOT NULL',
      [id],
    ),
  );
  return rows.length > 0;
}

function quantile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(part * sorted.length) - 1] ?? 0;
}
