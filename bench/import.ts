import { rm, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import type { DemoCaller } from '../src/commands/demo/demo-caller.ts';
import { DemoCast } from '../src/commands/demo/demo-cast.ts';
import { Database } from '../src/platform/database/database.ts';
import type { ImportView } from '../src/platform/imports/import-view.ts';
import { startBench } from './bench-app.ts';
import { copySecondsOf } from './copy-peer.ts';
import { DatabaseProcessor } from './database-processor.ts';
import { candidatesFile, openingsFile } from './files.ts';
import { MemoryPeak, processor, write } from './measure.ts';
import { Probe } from './probe.ts';
import { allCompared, importEnds } from './road.ts';

/**
 * A file from upload to committed and indexed rows, `--rows` of them: an agency's spreadsheet, or
 * with `--of vacancies` a national service's HR-XML. The peer is plain COPY of the same rows into a
 * bare table, neither checked nor indexed: the limit of any import. Meanwhile somebody else asks for
 * other things, as they did before it began, and beside two threads that only compute: what it costs them
 * at least that both cores are busy.
 */
export async function importBench(words: string[]): Promise<void> {
  const options = {
    rows: { type: 'string', default: '100000' },
    of: { type: 'string', default: 'candidates' },
  } as const;
  const { values } = parseArgs({ args: words, options });
  const rows = Number(values.rows);
  const { app, folder } = await startBench();
  try {
    const cast = new DemoCast(app, await app.getUrl());
    if (values.of === 'vacancies') {
      const sender = await cast.the('employer');
      await measure(app, sender, { of: 'vacancies', file: await openingsFile(folder, rows) });
    } else {
      const sender = await cast.the('agency', 'MA');
      const file = await candidatesFile(folder, rows);
      const copySeconds = await copySecondsOf(app.get(Database), file);
      write(`plain COPY into a bare table: ${copySeconds.toFixed(2)} s (median of 3)`);
      const seconds = await measure(app, sender, { of: 'candidates', file });
      write(`${(seconds / copySeconds).toFixed(1)} x plain COPY`);
    }
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(
  app: INestApplication,
  sender: DemoCaller,
  { of, file }: { of: 'candidates' | 'vacancies'; file: string },
): Promise<number> {
  const path = `/v1/${of}/imports`;
  const probe = await Probe.of(app);
  await probe.during('before the import', 8_000);
  await probe.besideComputing(2, 8_000);
  const memory = new MemoryPeak();
  const database = await DatabaseProcessor.of(app.get(Database));
  const cpu = processor();
  const startedAt = performance.now();
  const { id } = await sender.upload<ImportView>(path, file);
  const megabytes = (await stat(file)).size / 1_048_576;
  write(`uploaded ${megabytes.toFixed(0)} MB in ${secondsSince(startedAt).toFixed(1)} s`);
  const readAt = performance.now();
  probe.start();
  const done = await importEnds(sender, `${path}/${id}`);
  const seconds = secondsSince(readAt);
  await probe.stop('during the import');
  const rate = Math.round(done.read / seconds);
  write(
    `committed ${done.created} of ${done.read} rows in ${seconds.toFixed(1)} s: ${rate} rows/s`,
  );
  write(`processor time of this process: ${((processor() - cpu) / 1000).toFixed(1)} s`);
  write(`processor time of the database: ${await database.seconds()}`);
  write(`memory of the process at its peak: ${memory.stop()} MB`);
  const [comparedAt, spent, memoryAfter] = [performance.now(), processor(), new MemoryPeak()];
  await allCompared(app.get(Database));
  write(
    `looked for who is there twice: ${secondsSince(comparedAt).toFixed(1)} s more, ` +
      `${((processor() - spent) / 1000).toFixed(1)} s of the processor, ${memoryAfter.stop()} MB at its peak`,
  );
  return seconds;
}

const secondsSince = (at: number): number => (performance.now() - at) / 1000;
