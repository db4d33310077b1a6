import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { type HeldAct, moveHeldSeats } from '../../../src/quotas/ledger/move-seats.ts';
import { recordOfferedSeats, moveOfferedSeats } from '../../../src/quotas/ledger/offered-seats.ts';
import { reserveSeats } from '../../../src/quotas/ledger/reserve-seats.ts';
import { outputOf, startProcess } from '../../support/processes/child-process.ts';
import { figure } from '../../support/suite/figure.ts';
import { openQuota, standOf } from '../../support/worlds/quota-stand.ts';
import { startTestDatabase, type TestDatabase } from '../../support/application/test-database.ts';

const entered = { by: null, at: new Date('2026-11-24T12:00:00Z'), reason: 'test' };

describe('the seats of national offers (G1, G2)', () => {
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase();
  });

  afterAll(() => test.stop());

  it('go to exactly 100 of 1,000 requests from four processes if there are 100', async () => {
    const [wide, narrow] = [
      await openQuota(test.database, 150),
      await openQuota(test.database, 100),
    ];
    const times = figure({ suite: 250, soak: 2_500 });
    const asked = [1, 2, 3, 4].map((number) => {
      const quotaIds = number % 2 ? [wide, narrow] : [narrow, wide];
      return outputOf(startProcess('seat-taker.ts', { url: test.url, quotaIds, times }));
    });
    const got = (await Promise.all(asked)).map(Number);
    expect(got.reduce((sum, one) => sum + one, 0)).toBe(100);
    for (const quotaId of [wide, narrow]) {
      const { counters, entries, holdings } = await standOf(test.database, quotaId);
      expect(counters['reserved']).toBe(100);
      expect(entries).toEqual(counters);
      expect(holdings['reserved']).toBe(100);
    }
  });

  it('agree with entries and holdings after any sequence, and are never oversold', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyAct, { maxLength: 30 }), async (sequence) => {
        await checkAgainstModel(test, sequence);
      }),
      { numRuns: figure({ suite: 40, soak: 10_000 }) },
    );
  }, 3_600_000);
});

/**
 * Which offers cover the request and how many ask at once; or what happens to a seat that was
 * given, or to the number of seats.
 */
type Act =
  | { kind: 'reserve'; covering: readonly number[]; requests: number }
  | { kind: HeldAct; who: number }
  | { kind: 'set'; quota: number; seats: number }
  | { kind: 'move'; seats: number };

const held = fc.constantFrom<HeldAct>('confirm', 'use', 'release', 'expire');
const anyAct: fc.Arbitrary<Act> = fc.oneof(
  fc.record({
    kind: fc.constant('reserve' as const),
    covering: fc.constantFrom([0], [1], [0, 1]),
    requests: fc.integer({ min: 1, max: 4 }),
  }),
  fc.record({ kind: held, who: fc.nat({ max: 12 }) }),
  fc.record({
    kind: fc.constant('set' as const),
    quota: fc.constantFrom(0, 1),
    seats: fc.nat({ max: 8 }),
  }),
  fc.record({ kind: fc.constant('move' as const), seats: fc.integer({ min: 1, max: 3 }) }),
);

interface Holder {
  id: string;
  covering: readonly number[];
  stage: 'reserved' | 'confirmed' | 'used' | 'gone';
}

/**
 * Runs the same sequence in a model of a dozen lines, which knows neither SQL nor counters, and
 * compares.
 */
async function checkAgainstModel(test: TestDatabase, sequence: readonly Act[]): Promise<void> {
  const offered = [4, 3];
  const holders: Holder[] = [];
  const ids = await Promise.all(offered.map((seats) => openQuota(test.database, seats)));
  const taken = (quota: number): number =>
    holders.filter(({ stage, covering }) => stage !== 'gone' && covering.includes(quota)).length;
  const free = (quota: number): number => Math.max(0, (offered[quota] ?? 0) - taken(quota));
  for (const act of sequence) {
    const room = act.kind === 'reserve' ? Math.min(...act.covering.map(free)) : 0;
    await perform(test, ids, holders, act);
    if (act.kind === 'reserve') holders.splice(holders.length - Math.max(0, act.requests - room));
    else if (act.kind === 'set') offered[act.quota] = act.seats;
    else if (act.kind === 'move') {
      if (free(0) < act.seats) continue;
      offered[0] = (offered[0] ?? 0) - act.seats;
      offered[1] = (offered[1] ?? 0) + act.seats;
    } else advance(holders[act.who], act.kind);
  }
  for (const [quota, id] of ids.entries()) {
    const { counters, entries, holdings } = await standOf(test.database, id);
    const inModel = (stage: string): number =>
      holders.filter((one) => one.stage === stage && one.covering.includes(quota)).length;
    const expected = {
      reserved: inModel('reserved'),
      confirmed: inModel('confirmed'),
      used: inModel('used'),
    };
    expect(holdings).toEqual(expected);
    expect(counters).toEqual({ ...expected, offered: offered[quota], outside: 0 });
    expect(entries).toEqual(counters);
  }
}

function advance(holder: Holder | undefined, act: HeldAct): void {
  if (!holder) return;
  const next = {
    confirm: { reserved: 'confirmed' },
    use: { confirmed: 'used' },
    release: { reserved: 'gone', confirmed: 'gone' },
    expire: { reserved: 'gone' },
  } as const;
  const moves: Partial<Record<string, Holder['stage']>> = next[act];
  holder.stage = moves[holder.stage] ?? holder.stage;
}

async function perform(
  test: TestDatabase,
  ids: string[],
  holders: Holder[],
  act: Act,
): Promise<void> {
  await test.database.as(SYSTEM, async (sql) => {
    if (act.kind === 'reserve') {
      const asked = Array.from({ length: act.requests }, () => newId());
      const { covering } = act;
      holders.push(...asked.map((id) => ({ id, covering, stage: 'reserved' as const })));
      await reserveSeats(sql, {
        quotaIds: covering.map((quota) => ids[quota] ?? ''),
        requests: asked.map((placementId) => ({ placementId, by: placementId })),
        at: entered.at,
        reason: 'test',
      });
    } else if (act.kind === 'set') {
      const id = ids[act.quota] ?? '';
      const [before] = await sql.query<{ seats: number }[]>(
        'SELECT seats FROM quota WHERE id = $1',
        [id],
      );
      await sql.query('UPDATE quota SET seats = $2, ceiling = GREATEST($2, taken) WHERE id = $1', [
        id,
        act.seats,
      ]);
      const change = { before: before?.seats ?? null, after: act.seats };
      await recordOfferedSeats(sql, id, change, entered);
    } else if (act.kind === 'move') {
      await moveOfferedSeats(
        sql,
        { from: ids[0] ?? '', to: ids[1] ?? '', seats: act.seats },
        entered,
      );
    } else {
      const holder = holders[act.who];
      if (holder) await moveHeldSeats(sql, [holder.id], act.kind, entered);
    }
  });
}
