import { rm } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import type { ImportView } from '../src/platform/imports/import-view.ts';
import type { DemoCaller } from '../src/commands/demo/demo-caller.ts';
import { DemoCast } from '../src/commands/demo/demo-cast.ts';
import type { SimulationView } from '../src/matching/simulation/simulations.dto.ts';
import { Database } from '../src/platform/database/database.ts';
import { startBench } from './stage/bench-app.ts';
import { candidatesFile, vacanciesFile } from './worlds/files.ts';
import { withAndWithoutLaw } from './peers/law-peer.ts';
import { MemoryPeak, processor, secondsSince, until, write } from './measuring/measure.ts';
import { importEnds, vacanciesDecided } from './stage/road.ts';
import { partnerships } from './worlds/worlds.ts';

/**
 * Measures a simulation by the monitor over all vacancies and people: what if the labour-market
 * test took 71 days instead of 14. Its peer is the matching of the same vacancies, which decides
 * once and stores. Also measures what the rules of law cost the matching.
 */
export async function simulation(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      candidates: { type: 'string', default: '20000' },
      vacancies: { type: 'string', default: '1000' },
    },
  });
  const { app, folder } = await startBench();
  const people = await candidatesFile(folder, Number(values.candidates));
  const openings = await vacanciesFile(folder, Number(values.vacancies));
  try {
    const cast = new DemoCast(app, await app.getUrl());
    await enter(cast, people);
    await matchFirst(app, await cast.the('employer'), openings);
    await tryDraft(await cast.the('monitor'));
    const law = await withAndWithoutLaw(app);
    write(
      `decided on, nothing stored: ${law.without.toFixed(2)} ms of processor a vacancy without law, ` +
        `${law.with.toFixed(2)} ms with all shipped rules, ratio ${(law.with / law.without).toFixed(3)}`,
    );
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function enter(cast: DemoCast, people: string): Promise<void> {
  const admin = await cast.the('admin');
  for (const partnership of partnerships) await admin.post('/v1/partnerships', partnership);
  const agency = await cast.the('agency', 'MA');
  const { id } = await agency.upload<ImportView>('/v1/candidates/imports', people);
  const done = await importEnds(agency, `/v1/candidates/imports/${id}`);
  write(`${done.created} people imported`);
}

async function matchFirst(
  app: INestApplication,
  employer: DemoCaller,
  openings: string,
): Promise<void> {
  const startedAt = performance.now();
  const { id } = await employer.upload<ImportView>('/v1/vacancies/imports', openings);
  const { created } = await importEnds(employer, `/v1/vacancies/imports/${id}`);
  await vacanciesDecided(app.get(Database), created);
  write(
    `${created} vacancies matched for the first time in ${secondsSince(startedAt).toFixed(1)} s`,
  );
}

async function tryDraft(monitor: DemoCaller): Promise<void> {
  const [startedAt, used, memory] = [performance.now(), processor(), new MemoryPeak()];
  const rules = [{ code: 'labour-market-test.eu', parameters: { days: 71 } }];
  const { id } = await monitor.post<SimulationView>('/v1/simulations', { rules });
  const { done, report } = await until(
    () => monitor.get<SimulationView>(`/v1/simulations/${id}`),
    ({ status }) => status === 'finished',
    ({ done: vacancies, percent }) => `${vacancies} vacancies, ${percent} %`,
  );
  const decisions = report?.total.moves.reduce((sum, move) => sum + (move.decisions ?? 0), 0) ?? 0;
  write(
    `a simulation over ${done} vacancies in ${secondsSince(startedAt).toFixed(1)} s ` +
      `(${((processor() - used) / 1000).toFixed(1)} s of processor, ${memory.stop()} MB at its peak): ` +
      `${2 * decisions} decisions, ${report?.total.closed ?? 0} vacancies closed, ` +
      `${report?.total.peopleMoved ?? 0} people moved`,
  );
}
