import { rm, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import type { DemoCaller } from '../src/commands/demo/demo-caller.ts';
import { DemoCast } from '../src/commands/demo/demo-cast.ts';
import { Database } from '../src/platform/database/database.ts';
import { SYSTEM } from '../src/platform/database/tenant.ts';
import { EscoImport } from '../src/reference/esco/esco-import.ts';
import type { ImportView } from '../src/platform/imports/import-view.ts';
import { startBench } from './stage/bench-app.ts';
import { copySecondsOf } from './peers/copy-peer.ts';
import { DatabaseProcessor } from './measuring/database-processor.ts';
import { candidatesFile, openingsFile } from './worlds/files.ts';
import { MemoryPeak, processor, secondsSince, write } from './measuring/measure.ts';
import { Probe } from './measuring/probe.ts';
import type { EscoWords } from './worlds/worlds.ts';
import { allCompared, importEnds } from './stage/road.ts';

/**
 * Measures an import of `--rows` rows from upload to committed and indexed rows: an agency's
 * spreadsheet, or with `--of vacancies` a national service's HR-XML. The peer is plain COPY of the
 * same rows into a bare table, neither checked nor indexed, which is the limit of any import.
 *
 * Another agency sends requests before the import, beside two threads that only compute, and during
 * the import. The second measurement shows the least that two busy cores cost those requests.
 *
 * With `--esco DIR`, an unpacked ESCO download, people's titles and skills are names from ESCO.
 * Half of them have a letter missing, so that hardly any name occurs twice.
 */
export async function importBench(words: string[]): Promise<void> {
  const options = {
    rows: { type: 'string', default: '100000' },
    of: { type: 'string', default: 'candidates' },
    esco: { type: 'string' },
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
      const words = values.esco === undefined ? null : await namesIn(app, values.esco);
      const file = await candidatesFile(folder, rows, words);
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

/** Loads an ESCO download and returns its names of occupations and skills. */
async function namesIn(app: INestApplication, folder: string): Promise<EscoWords> {
  await app.get(EscoImport, { strict: false }).run(resolve(folder), { version: 'bench' });
  const labels = (kind: string): Promise<{ label: string }[]> =>
    app.get(Database).as(SYSTEM, (sql) =>
      sql.query(
        `SELECT label FROM esco_text JOIN esco_concept ON esco_concept.id = concept_id
          WHERE kind = $1 ORDER BY language, uri`,
        [kind],
      ),
    );
  const [titles, skills] = [await labels('occupation'), await labels('skill')];
  return {
    titles: titles.map(({ label }) => label),
    skills: skills.map(({ label }) => label),
  };
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
