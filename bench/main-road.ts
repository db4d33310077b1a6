import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import type { ImportView } from '../src/platform/imports/import-view.ts';
import type { DemoCaller } from '../src/commands/demo/demo-caller.ts';
import { DemoCast } from '../src/commands/demo/demo-cast.ts';
import { Database } from '../src/platform/database/database.ts';
import { startBench } from './stage/bench-app.ts';
import { bruteForceMilliseconds } from './peers/brute-force-peer.ts';
import { copySecondsOf } from './peers/copy-peer.ts';
import { candidatesFile, vacanciesFile } from './worlds/files.ts';
import { MemoryPeak, secondsSince, write } from './measuring/measure.ts';
import { importEnds, runOverAll, vacanciesDecided } from './stage/road.ts';
import { partnerships } from './worlds/worlds.ts';

/**
 * Measures the main road as users take it: people by CSV upload, vacancies in bulk, a matching run
 * over all of them. There are two peers: plain COPY of the same rows into a bare table, which is
 * the limit of any import; and scoring everybody for a vacancy with the same pure functions,
 * without an index.
 */
export async function mainRoad(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      candidates: { type: 'string', default: '100000' },
      vacancies: { type: 'string', default: '1000' },
    },
  });
  const { app, folder } = await startBench();
  const people = await candidatesFile(folder, Number(values.candidates));
  const openings = await vacanciesFile(folder, Number(values.vacancies));
  const memory = new MemoryPeak();
  try {
    await measure(app, people, openings, memory);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  app: INestApplication,
  people: string,
  openings: string,
  memory: MemoryPeak,
): Promise<void> {
  const cast = new DemoCast(app, await app.getUrl());
  const admin = await cast.the('admin');
  for (const partnership of partnerships) await admin.post('/v1/partnerships', partnership);
  const agency = await cast.the('agency', 'MA');
  const employer = await cast.the('employer');
  const copySeconds = await copySecondsOf(app.get(Database), people);
  write(`plain COPY of the same rows into a bare table: ${copySeconds.toFixed(2)} s (median of 3)`);

  let startedAt = performance.now();
  const { id } = await agency.upload<ImportView>('/v1/candidates/imports', people);
  write(`uploaded in ${secondsSince(startedAt).toFixed(1)} s`);
  startedAt = performance.now();
  const done = await importEnds(agency, `/v1/candidates/imports/${id}`);
  const importSeconds = (performance.now() - startedAt) / 1000;
  const rate = Math.round(done.read / importSeconds);
  write(
    `imported and indexed ${done.created} of ${done.read} rows in ${importSeconds.toFixed(1)} s: ` +
      `${rate} rows/s, ${(importSeconds / copySeconds).toFixed(1)} x plain COPY`,
  );

  const each = await matchAll(employer, app.get(Database), openings);
  write(`memory of the process at its peak: ${memory.stop()} MB`);
  const peer = await bruteForceMilliseconds(app);
  write(
    `everybody decided on for one vacancy, without an index: ${peer.toFixed(0)} ms (median of 5), ` +
      `${(peer / each).toFixed(1)} x as long`,
  );
}

/**
 * Delivers the vacancies, waits until all are matched, and runs over them once more. Returns the
 * milliseconds per vacancy of the first matching.
 */
async function matchAll(
  employer: DemoCaller,
  database: Database,
  openings: string,
): Promise<number> {
  let startedAt = performance.now();
  const { created } = await employer.upload<{ created: number }>('/v1/vacancies/bulk', openings);
  write(`took in ${created} vacancies in ${secondsSince(startedAt).toFixed(1)} s`);
  await vacanciesDecided(database, created);
  const milliseconds = (performance.now() - startedAt) / created;
  write(
    `matched for the first time ${secondsSince(startedAt).toFixed(1)} s after the delivery began`,
  );
  startedAt = performance.now();
  const done = await runOverAll(employer);
  write(
    `a run over all of them again in ${secondsSince(startedAt).toFixed(1)} s: ${done.considered} decisions, ` +
      `${done.proposed} proposed`,
  );
  return milliseconds;
}
