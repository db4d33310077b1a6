import { rm } from 'node:fs/promises';
import type { INestApplication } from '@nestjs/common';
import { DemoCast } from '../../src/commands/demo/demo-cast.ts';
import type { DemoCaller } from '../../src/commands/demo/demo-caller.ts';
import { CandidateEngine } from '../../src/matching/engine/candidate-engine.ts';
import { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { startBench } from './bench-app.ts';
import { write } from '../measuring/measure.ts';
import { stagePeople } from '../worlds/run-world.ts';
import { partnerships } from '../worlds/worlds.ts';

/** The whole application, with its people in the database and in memory. */
export interface Stage {
  app: INestApplication;
  database: Database;
  employer: DemoCaller;
  employerId: string;
  /** How long it took to load the engine in an empty process, in seconds. */
  loading: number;
}

/**
 * Runs `work` on an application with `people` people to match, and takes everything down
 * afterwards.
 */
export async function onStage<T>(people: number, work: (stage: Stage) => Promise<T>): Promise<T> {
  const { app, folder } = await startBench();
  try {
    const cast = new DemoCast(app, await app.getUrl());
    const admin = await cast.the('admin');
    for (const partnership of partnerships) await admin.post('/v1/partnerships', partnership);
    const employer = await cast.the('employer');
    await cast.the('agency', 'MA');
    const database = app.get(Database);
    await stagePeople(database, await idOf(database, 'agency'), people);
    const startedAt = performance.now();
    await database.as(SYSTEM, (sql) => app.get(CandidateEngine).current(sql));
    const loading = (performance.now() - startedAt) / 1000;
    write(`${people} people are there; the engine is loaded after ${loading.toFixed(1)} s`);
    const employerId = await idOf(database, 'employer');
    return await work({ app, database, employer, employerId, loading });
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function idOf(database: Database, role: string): Promise<string> {
  const [row] = await database.as(SYSTEM, (sql) =>
    sql.query<{ id: string }[]>('SELECT id FROM organisation WHERE role = $1', [role]),
  );
  return row?.id ?? '';
}
