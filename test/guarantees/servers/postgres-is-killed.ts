import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { persistence } from '../../../src/data-source.ts';
import { EmbeddedPostgres } from '../../../src/platform/database/embedded/embedded-postgres.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { migrate } from '../../../src/platform/database/migrate.ts';
import { migrateQueue } from '../../../src/platform/queue/migrate-queue.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { figure } from '../../support/suite/figure.ts';
import { aLongSheet } from '../../support/files/a-long-sheet.ts';
import { aCandidate } from '../../support/worlds/builders.ts';

const KILLS = figure({ suite: 2, soak: 20 });
const WRITERS = 4;
const ROWS = figure({ suite: 10_000, soak: 200_000 });
/** Seconds from a kill to the first answer, at most: five (G8), but other tests take time too. */
const PATIENCE_SECONDS = figure({ suite: 30, soak: 5 });

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

  /** Returns after how many seconds people can be read again. */
  async function untilAnswered(): Promise<number> {
    const begun = performance.now();
    while ((await agency.get('/v1/candidates?limit=1')).status !== 200) await sleep(50);
    return (performance.now() - begun) / 1_000;
  }

  async function storedReferences(): Promise<Set<string>> {
    const rows = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ reference: string }[]>('SELECT reference FROM candidate'),
    );
    return new Set(rows.map(({ reference }) => reference));
  }

  it(
    'loses no acknowledged write and no import, and asks everybody else to try again',
    async () => {
      const upload = agency.post('/v1/candidates/imports', aLongSheet(ROWS)).type('text/csv');
      const { body: sent } = await upload.expect(202);
      const writers = Array.from({ length: WRITERS }, (_, number) => new Writer(agency, number));
      for (let killed = 0; killed < KILLS; killed += 1) {
        await Promise.all(writers.map((writer) => writer.untilAcknowledged()));
        await sleep(Math.random() * 500);
        await kill();
        expect(await untilAnswered()).toBeLessThan(PATIENCE_SECONDS);
      }
      await Promise.all(writers.map((writer) => writer.stop()));
      const stored = await storedReferences();
      const acknowledged = writers.flatMap((writer) => writer.acknowledged);
      expect(acknowledged.filter((reference) => !stored.has(reference))).toEqual([]);
      const refused = writers.flatMap((writer) => writer.refused);
      expect(refused.length).toBeGreaterThan(0);
      expect(new Set(refused)).toEqual(new Set(['503 database-unavailable, try again in 5 s']));
      // A job under way at a kill stays with the queue for half a minute.
      await test.settle(120);
      const { body: done } = await agency.get(`/v1/candidates/imports/${String(sent.id)}`);
      expect(done).toMatchObject({ status: 'finished', read: ROWS, created: ROWS, rejected: 0 });
    },
    180_000 + KILLS * 20_000,
  );
});

/** Enters one candidate after the other. */
class Writer {
  readonly acknowledged: string[] = [];
  readonly refused: string[] = [];
  private stopped = false;
  private readonly done: Promise<void>;

  constructor(
    private readonly agency: Caller,
    private readonly number: number,
  ) {
    this.done = this.write();
  }

  /** Waits for another acknowledgement. */
  async untilAcknowledged(): Promise<void> {
    const sofar = this.acknowledged.length;
    while (this.acknowledged.length === sofar) await sleep(20);
  }

  stop(): Promise<void> {
    this.stopped = true;
    return this.done;
  }

  private async write(): Promise<void> {
    for (let written = 0; !this.stopped; written += 1) {
      const reference = `P-${this.number}-${written}`;
      const answer = await this.agency.post('/v1/candidates', aCandidate({ reference }));
      const { status, body, headers } = answer;
      if (status === 201) this.acknowledged.push(reference);
      else this.refused.push(`${status} ${body.code}, try again in ${headers['retry-after']} s`);
    }
  }
}
