import { describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { WhatWasGivenUp1797600003500 } from '../../../migrations/1797600003500-what-was-given-up.ts';
import { persistence } from '../../../src/data-source.ts';
import { ownerConnection } from '../../../src/platform/database/connections.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { startTestDatabase } from '../../support/application/test-database.ts';

describe('work that was given up before failures were recorded', () => {
  const [by, assigned, begun] = [newId(), newId(), newId()];
  const [failed, open, offer, round] = [newId(), newId(), newId(), newId()];

  async function leave(sql: EntityManager): Promise<void> {
    await sql.query(
      `INSERT INTO organisation (id, name, role, country) VALUES ($1, 'Ministry', 'ministry', 'ES')`,
      [by],
    );
    await sql.query(
      `INSERT INTO matching_run (id, organisation_id, kind, status, vacancy_ids)
       SELECT id, $1, 'match', 'running', '{}' FROM unnest($2::uuid[]) AS run (id)`,
      [by, [assigned, failed, open]],
    );
    await sql.query(
      `INSERT INTO assignment (id, organisation_id, mechanism, seed, seed_published_at)
       VALUES ($1, $2, '1', '', now())`,
      [assigned, by],
    );
    await sql.query(
      `INSERT INTO simulation (id, organisation_id, status, draft) VALUES ($1, $2, 'running', '{}')`,
      [begun, by],
    );
    await sql.query(
      `INSERT INTO quota (id, state, partner_country, scope_scheme, starts_on, ends_on, seats, ceiling, citation)
       VALUES ($1, 'ES', 'MA', 'any', '2026-01-01', '2026-12-31', 1, 1, 'Order for tests')`,
      [offer],
    );
    await sql.query(
      `INSERT INTO allocation_round (id, quota_id, organisation_id, state, partner_country, mode, opens_on,
                                     closes_on, criteria, batches, citation, seed_hash, status, created_at)
       VALUES ($1, $2, $3, 'ES', 'MA', 'lottery', '2026-01-01', '2026-01-02', '[]', 1, 'Order for tests',
               repeat('0', 64), 'announced', now())`,
      [round, offer, by],
    );
    await sql.query(
      `INSERT INTO outbox (id, job, payload, failed_at)
       VALUES (gen_random_uuid(), 'allocation.started', jsonb_build_object('runId', $1::text), now()),
              (gen_random_uuid(), 'matching-run.started', jsonb_build_object('runId', $2::text), now()),
              (gen_random_uuid(), 'matching-run.started', jsonb_build_object('runId', $3::text), NULL),
              (gen_random_uuid(), 'simulation.started', jsonb_build_object('simulationId', $4::text), now()),
              (gen_random_uuid(), 'allocation-batch.closed', jsonb_build_object('roundId', $5::text, 'batch', 1), now())`,
      [assigned, failed, open, begun, round],
    );
  }

  it('is recorded as failed, and work in progress is not', async () => {
    const before = await startTestDatabase();
    const owner = await ownerConnection(before.url, persistence).initialize();
    const runner = owner.createQueryRunner();
    const migration = new WhatWasGivenUp1797600003500();
    await migration.down(runner);
    await before.database.as(SYSTEM, leave);
    await migration.up(runner);
    const told = await before.database.as(SYSTEM, (sql) =>
      sql.query<object[]>(
        `SELECT run.id, status, finished_at IS NOT NULL AS over, given_up_at IS NOT NULL AS gone
           FROM (SELECT id, status, finished_at FROM matching_run
                 UNION ALL SELECT id, status, finished_at FROM simulation
                 UNION ALL SELECT id, status, NULL FROM allocation_round) AS run
           LEFT JOIN assignment ON assignment.id = run.id`,
      ),
    );
    await runner.release();
    await owner.destroy();
    await before.stop();
    expect(told).toHaveLength(5);
    expect(told).toEqual(
      expect.arrayContaining([
        { id: assigned, status: 'failed', over: true, gone: true },
        { id: failed, status: 'failed', over: true, gone: false },
        { id: open, status: 'running', over: false, gone: false },
        { id: round, status: 'failed', over: false, gone: false },
        { id: begun, status: 'failed', over: true, gone: false },
      ]),
    );
  });
});
