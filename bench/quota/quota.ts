import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { INestApplication } from '@nestjs/common';
import { AppModule } from '../../src/app.module.ts';
import { startApplication } from '../../src/platform/application/start.ts';
import { Config } from '../../src/platform/config/config.ts';
import { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { OfferDesk } from '../../src/placements/offers/offer-desk.ts';
import { benchFolder } from '../stage/bench-folder.ts';
import { median, write } from '../measuring/measure.ts';
import { draftFor, openWorld, type QuotaWorld } from './quota-world.ts';
import { reserveByLock } from './select-for-update-peer.ts';

const RUNS = 3;
/**
 * Connections per process. A process runs no more transactions at once, and the pool refuses a
 * crowd.
 */
const POOL = 10;

/**
 * Measures job offers that all want a seat of one national offer, from `--callers` callers at once.
 * Each is the whole write of an employer's offer (placement, seat, holding, ledger entry, history),
 * acknowledged after its commit, with the server's durability settings as they are. Peer: one
 * transaction per offer that locks the row with SELECT FOR UPDATE, checks it, and writes the same
 * rows.
 */
export async function quota(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      reservations: { type: 'string', default: '10000' },
      callers: { type: 'string', default: '256' },
    },
  });
  const [reservations, callers] = [Number(values.reservations), Number(values.callers)];
  const folder = await benchFolder();
  const config = new Config({
    dataFolder: join(folder, 'data'),
    databaseUrl: process.env['DATABASE_URL'] ?? null,
    port: 0,
    logLevel: 'error',
    role: 'api',
  });
  const app = await startApplication(AppModule.with(config), config);
  try {
    await measure(app, reservations, callers);
  } finally {
    await app.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function measure(app: INestApplication, count: number, callers: number): Promise<void> {
  const database = app.get(Database);
  write(`${count} reservations of one offer, ${callers} callers; ${await durability(database)}`);
  const desk = app.get(OfferDesk);
  const ours = (world: QuotaWorld) => async (number: number) => {
    const [outcome] = await desk.write({ drafts: [draftFor(world, number)], atLeast: 1 });
    return outcome === 'offered';
  };
  const peer = (world: QuotaWorld) => (number: number) =>
    reserveByLock(database, draftFor(world, number));
  const rates: Record<'ours' | 'peer', number[]> = { ours: [], peer: [] };
  for (let run = 0; run < RUNS; run += 1) {
    rates.ours.push(await rateOf(database, { count, callers, work: ours }));
    rates.peer.push(await rateOf(database, { count: count / 10, callers: POOL, work: peer }));
  }
  const [best, other] = [median(rates.ours), median(rates.peer)];
  write(
    `shared commits: ${Math.round(best)} reservations/s (median of ${RUNS}: ${list(rates.ours)})`,
  );
  write(`SELECT FOR UPDATE: ${Math.round(other)} reservations/s (${list(rates.peer)})`);
  write(`${(best / other).toFixed(1)} x as many`);
}

interface Load {
  count: number;
  callers: number;
  work: (world: QuotaWorld) => (number: number) => Promise<boolean>;
}

/**
 * Asks for one seat more than there is, so that every run proves that no seat is oversold. Returns
 * the reservations per second.
 */
async function rateOf(database: Database, { count, callers, work }: Load): Promise<number> {
  const seats = count - 1;
  const world = await openWorld(database, seats, count);
  const one = work(world);
  let next = 0;
  let got = 0;
  const caller = async (): Promise<void> => {
    while (next < count) {
      next += 1;
      if (await one(next - 1)) got += 1;
    }
  };
  const startedAt = performance.now();
  await Promise.all(Array.from({ length: callers }, caller));
  const elapsed = (performance.now() - startedAt) / 1000;
  if (got !== seats) throw new Error(`${got} of ${seats} seats were given to ${count} callers.`);
  return count / elapsed;
}

async function durability(database: Database): Promise<string> {
  const settings = ['fsync', 'synchronous_commit', 'full_page_writes'];
  const found = await database.as(SYSTEM, async (sql) => {
    const [row] = await sql.query<Record<string, string>[]>(
      `SELECT ${settings.map((name) => `current_setting('${name}') AS ${name}`).join(', ')}`,
    );
    return row ?? {};
  });
  return settings.map((name) => `${name} ${found[name] ?? '?'}`).join(', ');
}

const list = (rates: readonly number[]): string => rates.map((rate) => Math.round(rate)).join(', ');
