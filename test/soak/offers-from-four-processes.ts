import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ChildProcess } from 'node:child_process';
import { openWorld, type QuotaWorld } from '../../bench/quota/quota-world.ts';
import { ApiKeys } from '../../src/access/api-keys.service.ts';
import { SystemClock } from '../../src/platform/clock/clock.ts';
import { SYSTEM, actAs } from '../../src/platform/database/tenant.ts';
import { addressOf, startProcess } from '../support/processes/child-process.ts';
import { standOf } from '../support/worlds/quota-stand.ts';
import { startTestDatabase, type TestDatabase } from '../support/application/test-database.ts';

const PROCESSES = 4;
const REQUESTS = 1_000;
const SEATS = 100;

describe('a national offer of 100 seats, with 1,000 job offers over HTTP to four processes at once (G1)', () => {
  let test: TestDatabase;
  let world: QuotaWorld;
  let processes: ChildProcess[];

  beforeAll(async () => {
    test = await startTestDatabase();
    world = await openWorld(test.database, SEATS, REQUESTS);
    processes = Array.from({ length: PROCESSES }, () =>
      startProcess('api.ts', { databaseUrl: test.url }),
    );
  });

  afterAll(async () => {
    for (const child of processes) child.kill('SIGTERM');
    await Promise.all(processes.map((child) => new Promise((end) => child.once('close', end))));
    await test.stop();
  });

  it('gives exactly 100 seats, refuses 900 with 409, and fails for nobody', async () => {
    const urls = await Promise.all(processes.map(addressOf));
    const matchIds = await proposeAll(test, world);
    const keys = new ApiKeys(test.database, new SystemClock());
    const { key } = await actAs(SYSTEM, () => keys.create(world.employerId, 'test'));
    const answers = await Promise.all(
      matchIds.map(async (matchId, index) => {
        const url = `${urls[index % PROCESSES] ?? ''}/v1/placements`;
        const terms = { matchId, startsOn: '2030-02-15', endsOn: '2030-05-31' };
        const headers = { Authorization: `Bearer ${key}`, 'Content-Type': 'application/json' };
        const init = { method: 'POST', headers, body: JSON.stringify(terms) };
        const response = await fetch(url, init);
        const { code } = (await response.json()) as { code?: string };
        return `${response.status} ${code ?? ''}`;
      }),
    );
    const told = (wanted: string): number => answers.filter((one) => one === wanted).length;
    expect([...new Set(answers)].toSorted()).toEqual(['201 ', '409 quota-exhausted']);
    expect([told('201 '), told('409 quota-exhausted')]).toEqual([SEATS, REQUESTS - SEATS]);
    const { counters, holdings } = await standOf(test.database, world.quotaId);
    expect(counters['reserved']).toBe(SEATS);
    expect(holdings['reserved']).toBe(SEATS);
  });
});

/** Stores a proposed match for each person in SQL, because only what comes afterwards is tested. */
async function proposeAll(test: TestDatabase, world: QuotaWorld): Promise<string[]> {
  const rows = await test.database.as(SYSTEM, (sql) =>
    sql.query<{ id: string }[]>(
      `WITH nothing AS (
         INSERT INTO verdict_list VALUES (md5('[]')::uuid, '[]') ON CONFLICT DO NOTHING)
       INSERT INTO match (id, vacancy_id, candidate_id, organisation_id, agency_id, state, status,
         position, tier, tier_because, tier_citation, score, completeness, contributions, versions,
         decided_on, verdicts_hash)
       SELECT new_id(), $1, person, $2, $3, 'ES', 'proposed', 1, '3', 'MA', '', 500, 1, '[]', '{}',
              '2026-11-24', md5('[]')::uuid
         FROM unnest($4::uuid[]) AS person RETURNING id`,
      [world.vacancyIds[0], world.employerId, world.agencyId, world.candidateIds],
    ),
  );
  return rows.map(({ id }) => id);
}
