import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { forgetInputs } from '../../../src/matching/matches/decision-inputs.ts';
import { Replay } from '../../../src/matching/replay/replay.service.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

/** The hash of versions that no decision was made with. */
const ANOTHER = '00000000-0000-0000-0000-000000000001';

/** G5: a stored decision replays from its recorded inputs. */
describe('a decision of a run', () => {
  let test: TestApp;
  let road: Road;
  let runId: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    const english = [{ code: 'en', level: 'C1' as const }];
    await road.enter();
    await road.enter({ nationalities: ['RO'], residenceCountry: 'RO', languages: english });
    await road.enter({ consents: [] });
    await road.publish({ skills: [{ label: 'triage', essential: true }], licences: ['B'] });
    await road.publish({ advertising: [{ channel: 'eures', fromOn: '2026-11-20' }] });
    const { body } = await road.employer.post('/v1/matching-runs', {}).expect(202);
    runId = String(body.id);
    await test.settle();
  });

  // What the previous test changed may still be decided again in the background.
  beforeEach(() => test.settle());

  afterAll(() => test.stop());

  it('comes out again bit for bit, whatever has changed since', async () => {
    const [seen] = (await road.agency.get('/v1/candidates?limit=200').expect(200)).body.items;
    await road.agency.delete(`/v1/candidates/${String(seen.id)}`).expect(204);
    test.clock.moveTo(new Date('2026-11-27T12:00:00Z'));
    const report = await test.app.get(Replay).run(runId);
    expect(report).toMatchObject({ first: null, unrecorded: 0 });
    expect(report.replayed).toBeGreaterThanOrEqual(4);
  });

  it('names the snapshot that its shortlist was drawn from', async () => {
    const { body } = await road.employer.get(`/v1/matching-runs/${runId}`).expect(200);
    expect(body.versions.snapshot).toMatch(/^2026-11-24 \d+ \+\d+$/);
  });

  it('keeps its inputs when unused inputs are forgotten', async () => {
    const count = async (): Promise<number> => {
      const [row] = await test.database.as(SYSTEM, (sql) =>
        sql.query<{ count: number }[]>('SELECT count(*)::int AS count FROM decision_input'),
      );
      return row?.count ?? 0;
    };
    await test.database.as(SYSTEM, async (sql) => {
      await forgetInputs(sql);
    });
    const used = await count();
    await test.database.as(SYSTEM, async (sql) => {
      await sql.query(
        `INSERT INTO decision_input (hash, content) VALUES (gen_random_uuid(), '{}')`,
      );
      await forgetInputs(sql);
    });
    expect(await count()).toBe(used);
    expect(await test.app.get(Replay).run(runId)).toMatchObject({ first: null, unrecorded: 0 });
  });

  it.each([
    ['score', 'score = score - 1'],
    ['status', `status = 'held-back'`],
    ['verdicts', `verdicts_hash = (SELECT hash FROM verdict_list WHERE hash <> verdicts_hash LIMIT 1)`], // prettier-ignore
    ['contributions', `contributions = (contributions::jsonb - 0)::json`],
    ['weights', `versions_hash = '${ANOTHER}'`],
  ])('is told apart from one with another %s', async (field, change) => {
    const asSystem = <T>(statement: string, values: unknown[] = []): Promise<T> =>
      test.database.as(SYSTEM, (sql) => sql.query<T>(statement, values));
    const [kept] = await asSystem<{ id: string; row: object }[]>(
      `SELECT id, to_jsonb(match) AS row FROM match WHERE status = 'proposed' ORDER BY id LIMIT 1`,
    );
    await asSystem(
      `INSERT INTO decision_versions SELECT $1, versions || '{"weights": "another"}'
         FROM decision_versions LIMIT 1 ON CONFLICT DO NOTHING`,
      [ANOTHER],
    );
    await asSystem(`UPDATE match SET ${change} WHERE id = $1`, [kept?.id]);
    const { first } = await test.app.get(Replay).run(runId);
    expect(first).toMatchObject({ field, matchId: kept?.id });
    await asSystem('DELETE FROM match WHERE id = $1', [kept?.id]);
    await asSystem('INSERT INTO match SELECT * FROM jsonb_populate_record(NULL::match, $1)', [
      kept?.row,
    ]);
  });
});
