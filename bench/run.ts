import { rm, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import type { DemoCaller } from '../src/commands/demo/demo-caller.ts';
import { DemoCast } from '../src/commands/demo/demo-cast.ts';
import { CandidateEngine } from '../src/matching/engine/candidate-engine.ts';
import type { RunView } from '../src/matching/runs/matching-runs.service.ts';
import { Database } from '../src/platform/database/database.ts';
import { SYSTEM } from '../src/platform/database/tenant.ts';
import { startBench } from './bench-app.ts';
import { bruteForceMilliseconds } from './brute-force-peer.ts';
import { MemoryPeak, processor, until, write } from './measure.ts';
import { stagePeople, stageVacancies } from './run-world.ts';
import { partnerships } from './worlds.ts';

interface Line {
  people: number;
  vacancies: number;
  /** Of the engine from an empty process, in seconds. */
  loading: number;
  /** From the start of the run to its end, in seconds; and of the processor, of this process alone. */
  seconds: number;
  processor: number;
  stored: number;
  /** In megabytes, of this process. */
  memory: number;
  /** Deciding on everybody for one vacancy without an index, in milliseconds. */
  everybody: number;
}

/**
 * A whole run to stored rows: every vacancy against everybody, the best kept with their reasons. Peer:
 * deciding on everybody by the same pure functions, without an index.
 */
export async function wholeRun(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      sizes: { type: 'string', default: '10000,100000' },
      vacancies: { type: 'string', default: '2000' },
      json: { type: 'string' },
    },
  });
  const lines: Line[] = [];
  for (const people of values.sizes.split(',').map(Number)) {
    const line = await atSize(people, Number(values.vacancies));
    lines.push(line);
    write(described(line));
  }
  if (values.json) await writeFile(values.json, JSON.stringify(lines, null, 2));
}

async function atSize(people: number, vacancies: number): Promise<Line> {
  const { app, folder } = await startBench();
  try {
    const cast = new DemoCast(app, await app.getUrl());
    const admin = await cast.the('admin');
    for (const partnership of partnerships) await admin.post('/v1/partnerships', partnership);
    const employer = await cast.the('employer');
    await cast.the('agency', 'MA');
    const database = app.get(Database);
    await stagePeople(database, await idOf(database, 'agency'), people);
    const ids = await stageVacancies(database, await idOf(database, 'employer'), vacancies);
    write(`${people} people and ${ids.length} vacancies are there`);
    return await measure(app, employer, { people, vacancies });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  app: INestApplication,
  employer: DemoCaller,
  { people, vacancies }: { people: number; vacancies: number },
): Promise<Line> {
  const database = app.get(Database);
  let startedAt = performance.now();
  await database.as(SYSTEM, (sql) => app.get(CandidateEngine).current(sql));
  const loading = secondsSince(startedAt);
  write(`the engine is loaded after ${loading.toFixed(1)} s`);
  const memory = new MemoryPeak();
  const before = processor();
  startedAt = performance.now();
  const { id } = await employer.post<RunView>('/v1/matching-runs', {});
  await until(
    () => employer.get<RunView>(`/v1/matching-runs/${id}`),
    ({ finishedAt }) => finishedAt !== null,
    ({ done, percent }) => `${done} vacancies, ${percent} %`,
  );
  const seconds = secondsSince(startedAt);
  const spent = (processor() - before) / 1000;
  return {
    ...{ people, vacancies, loading, seconds, processor: spent, memory: memory.stop() },
    stored: await storedIn(database),
    everybody: await bruteForceMilliseconds(app),
  };
}

function described(line: Line): string {
  const each = (1000 * line.seconds) / line.vacancies;
  return (
    `${line.people} people, ${line.vacancies} vacancies: ${line.seconds.toFixed(1)} s, ` +
    `${each.toFixed(2)} ms a vacancy (${((1000 * line.processor) / line.vacancies).toFixed(2)} ms of ` +
    `the processor beside PostgreSQL), ${line.stored} decisions stored, ${line.memory} MB at the ` +
    `peak; everybody for one vacancy: ${line.everybody.toFixed(0)} ms, ` +
    `${(line.everybody / each).toFixed(1)} x`
  );
}

async function idOf(database: Database, role: string): Promise<string> {
  const [row] = await database.as(SYSTEM, (sql) =>
    sql.query<{ id: string }[]>('SELECT id FROM organisation WHERE role = $1', [role]),
  );
  return row?.id ?? '';
}

async function storedIn(database: Database): Promise<number> {
  const [row] = await database.as(SYSTEM, (sql) =>
    sql.query<{ stored: number }[]>('SELECT count(*)::int AS stored FROM match'),
  );
  return row?.stored ?? 0;
}

const secondsSince = (startedAt: number): number => (performance.now() - startedAt) / 1000;
