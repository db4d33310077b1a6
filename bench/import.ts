import { rm, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import type { ImportView } from '../src/platform/imports/import-view.ts';
import { DemoCast } from '../src/commands/demo/demo-cast.ts';
import { Database } from '../src/platform/database/database.ts';
import { startBench } from './bench-app.ts';
import { copySecondsOf } from './copy-peer.ts';
import { candidatesFile } from './files.ts';
import { MemoryPeak, until, write } from './measure.ts';

/**
 * An agency's spreadsheet from upload to committed and indexed people, `--rows` of them. The peer is
 * plain COPY of the same rows into a bare table, neither checked nor indexed: the limit of any import.
 */
export async function importBench(words: string[]): Promise<void> {
  const options = { rows: { type: 'string', default: '100000' } } as const;
  const { values } = parseArgs({ args: words, options });
  const { app, folder } = await startBench();
  try {
    await measure(app, await candidatesFile(folder, Number(values.rows)));
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(app: INestApplication, file: string): Promise<void> {
  const agency = await new DemoCast(app, await app.getUrl()).the('agency', 'MA');
  const megabytes = (await stat(file)).size / 1_048_576;
  const copySeconds = await copySecondsOf(app.get(Database), file);
  write(
    `${megabytes.toFixed(0)} MB; plain COPY into a bare table: ${copySeconds.toFixed(2)} s (median of 3)`,
  );
  const memory = new MemoryPeak();
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const { id } = await agency.upload<ImportView>('/v1/candidates/imports', file);
  write(`uploaded in ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  const readAt = performance.now();
  const done = await until(
    () => agency.get<ImportView>(`/v1/candidates/imports/${id}`),
    ({ finishedAt }) => finishedAt !== null,
    ({ read, percent, secondsLeft }) => `${read} rows, ${percent} %, ${secondsLeft ?? '?'} s left`,
  );
  const seconds = (performance.now() - readAt) / 1000;
  const { user, system } = process.cpuUsage(cpu);
  write(
    `imported and indexed ${done.created} of ${done.read} rows in ${seconds.toFixed(1)} s: ` +
      `${Math.round(done.read / seconds)} rows/s, ${(seconds / copySeconds).toFixed(1)} x plain COPY`,
  );
  write(`processor time of this process: ${((user + system) / 1e6).toFixed(1)} s`);
  write(`memory of the process at its peak: ${memory.stop()} MB`);
}
