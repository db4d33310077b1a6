import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout as sleep } from 'node:timers/promises';
import { openWorld, type QuotaWorld } from '../../../bench/quota/quota-world.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { killNow, startProcess } from '../../support/processes/child-process.ts';
import { figure } from '../../support/suite/figure.ts';
import { standOf } from '../../support/worlds/quota-stand.ts';
import { startTestDatabase, type TestDatabase } from '../../support/application/test-database.ts';

const KILLS = figure({ suite: 2, soak: 50 });
const SEATS = 10_000;

/** The stage of a placement's seat, by the status of the placement. */
const stageOf: Record<string, string | null> = {
  offered: 'reserved',
  accepted: 'reserved',
  authorised: 'confirmed',
  visa: 'confirmed',
  entered: 'used',
};

describe('the books of seats, with offers, confirmations, releases and expiry under kill -9', () => {
  let test: TestDatabase;
  let world: QuotaWorld;

  beforeAll(async () => {
    test = await startTestDatabase();
    world = await openWorld(test.database, SEATS, 2_000);
  });

  afterAll(() => test.stop());

  /**
   * Lets a process work for a while, until it has done every kind of step, and kills it. Returns
   * the steps acknowledged to it.
   */
  const liveAndDie = async (): Promise<string[]> => {
    const child = startProcess('placement-actor.ts', { url: test.url, world });
    let told = '';
    child.stdout?.on('data', (chunk: Buffer) => (told += chunk.toString()));
    // Only a person who accepted, was authorised and got a visa can enter.
    for (let waited = 0; !told.includes(' enter') && waited < 1_200; waited += 1) await sleep(50);
    await sleep(50 + Math.random() * 500);
    await killNow(child);
    return told.split('\n').slice(0, -1);
  };

  it(
    `agree with the holdings and lose nothing acknowledged, ${KILLS} times`,
    async () => {
      let acknowledged = 0;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const told = await liveAndDie();
        acknowledged += told.length;
        expect(told.join()).toContain(' enter');
        await settleConnections(test);
        const { counters, entries, holdings } = await standOf(test.database, world.quotaId);
        // The offer was made in SQL, without an opening entry.
        expect({ ...entries, offered: SEATS }).toEqual(counters);
        expect(counters).toMatchObject(holdings);
        expect(await wronglySeated(test)).toEqual([]);
        expect(await missing(test, told)).toEqual([]);
      }
      process.stdout.write(`${KILLS} kills, ${acknowledged} acknowledged steps\n`);
      expect(acknowledged).toBeGreaterThan(KILLS);
    },
    figure({ suite: 120_000, soak: 3_600_000 }),
  );
});

/**
 * Waits until the server has ended the transactions of the killed process, which it does as soon as
 * it notices.
 */
async function settleConnections(test: TestDatabase): Promise<void> {
  for (let tries = 0; tries < 200; tries += 1) {
    const rows = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ open: number }[]>(
        `SELECT count(*)::int AS open FROM pg_stat_activity
          WHERE datname = current_database() AND pid <> pg_backend_pid()
            AND state IN ('active', 'idle in transaction')`,
      ),
    );
    if (rows[0]?.open === 0) return;
    await sleep(50);
  }
  throw new Error('Transactions of the killed process are still open.');
}

/** Returns the placements whose seat is not at the stage of their status. */
async function wronglySeated(test: TestDatabase): Promise<unknown[]> {
  const rows = await test.database.as(SYSTEM, (sql) =>
    sql.query<{ status: string; stage: string | null; count: number }[]>(
      `SELECT status, stage, count(*)::int AS count
         FROM placement LEFT JOIN quota_holding ON placement_id = placement.id
        GROUP BY status, stage`,
    ),
  );
  return rows.filter(({ status, stage }) => (stageOf[status] ?? null) !== stage);
}

/** Returns the steps that were acknowledged to a process but are not stored. */
async function missing(test: TestDatabase, told: readonly string[]): Promise<string[]> {
  const rows = await test.database.as(SYSTEM, (sql) =>
    sql.query<{ line: string }[]>(
      `SELECT placement_id || ' ' || step AS line FROM placement_event`,
    ),
  );
  const there = new Set(rows.map(({ line }) => line));
  return told.filter((line) => !there.has(line));
}
