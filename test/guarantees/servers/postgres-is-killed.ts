import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Response } from 'supertest';
import { persistence } from '../../../src/data-source.ts';
import { EmbeddedPostgres } from '../../../src/platform/database/embedded/embedded-postgres.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { migrate } from '../../../src/platform/database/migrate.ts';
import { migrateQueue } from '../../../src/platform/queue/migrate-queue.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { figure } from '../../support/suite/figure.ts';
import { aCandidate } from '../../support/worlds/builders.ts';

const KILLS = figure({ suite: 2, soak: 20 });
const WRITERS = 4;
/** Milliseconds from a kill to the first answer, at most (G8). */
const PATIENCE_MS = 5_000;

describe('PostgreSQL killed with -9 under writes (G8)', () => {
  let folder = '';
  let server: EmbeddedPostgres;
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'passerelle-killed-'));
    await chmod(folder, 0o755);
    server = await EmbeddedPostgres.start({ folder });
    await migrate(server.url(), persistence, [migrateQueue]);
    test = await startApp({ databaseUrl: server.url() });
    agency = await test.caller('agency', 'MA');
    test.app.useLogger(false); // each refusal is an error to the operator
  }, 120_000);

  afterAll(async () => {
    await test.stop();
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  async function kill(): Promise<void> {
    const lock = join(folder, 'postgres', 'data', 'postmaster.pid');
    process.kill(Number((await readFile(lock, 'utf8')).split('\n')[0]), 'SIGKILL');
  }

  /** Milliseconds until people can be read again. */
  async function untilAnswered(): Promise<number> {
    const begun = performance.now();
    while ((await agency.get('/v1/candidates?limit=1')).status !== 200) await sleep(50);
    return performance.now() - begun;
  }

  it(
    'loses no acknowledged write, asks to retry meanwhile, and answers again within 5 s',
    async () => {
      const acknowledged: string[] = [];
      const refused: Response[] = [];
      let writing = true;
      const write = async (writer: number): Promise<void> => {
        for (let number = 0; writing; number += 1) {
          const reference = `P-${writer}-${number}`;
          const answer = await agency.post('/v1/candidates', aCandidate({ reference }));
          if (answer.status === 201) acknowledged.push(reference);
          else refused.push(answer);
        }
      };
      const writers = Array.from({ length: WRITERS }, (_, writer) => write(writer));
      for (let killed = 0; killed < KILLS; killed += 1) {
        await sleep(300 + Math.random() * 500);
        await kill();
        expect(await untilAnswered()).toBeLessThan(PATIENCE_MS);
      }
      writing = false;
      await Promise.all(writers);
      expect(acknowledged.length).toBeGreaterThan(KILLS * WRITERS);
      expect(refused.length).toBeGreaterThan(0);
      for (const { status, body, headers } of refused) {
        expect({ status, code: body.code }).toEqual({ status: 503, code: 'database-unavailable' });
        expect(Number(headers['retry-after'])).toBeGreaterThan(0);
      }
      const stored = await test.database.as(SYSTEM, (sql) =>
        sql.query<{ reference: string }[]>('SELECT reference FROM candidate'),
      );
      const references = new Set(stored.map(({ reference }) => reference));
      expect(acknowledged.filter((reference) => !references.has(reference))).toEqual([]);
      // A job under way at a kill stays with the queue for half a minute.
      await test.settle(120);
    },
    180_000 + KILLS * 10_000,
  );
});
