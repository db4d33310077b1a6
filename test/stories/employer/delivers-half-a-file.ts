import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import type { Response } from 'supertest';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { connectAsOwner } from '../../support/application/connect-as-owner.ts';
import { aVacancy } from '../../support/worlds/builders.ts';

describe('an employer whose delivery breaks off', () => {
  let test: TestApp;
  let employer: Caller;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    employer = await test.caller('employer', 'ES');
  }, 60_000);

  afterAll(() => test.stop());

  const deliver = async (content: string): Promise<Response> =>
    employer.post('/v1/vacancies/bulk').set('Content-Type', 'application/json').send(content);

  const vacancy = (sourceId: string): string =>
    JSON.stringify(aVacancy({ sourceAgency: 'ats', sourceId }));

  it('is told which vacancies were stored before the file ended in the middle of one', async () => {
    const nameless = JSON.stringify({ ...aVacancy(), title: undefined });
    const records = [vacancy('H-1'), nameless, vacancy('H-2'), vacancy('H-3')].join();
    const { status, body } = await deliver(`[${records.slice(0, -20)}`);
    expect([status, body.code]).toEqual([400, 'json-malformed']);
    const counts = { read: 3, created: 2, updated: 0, unchanged: 0, rejected: 1 };
    expect(body.report).toMatchObject(counts);
    const outcomes = (body.report.results as { outcome: string }[]).map(({ outcome }) => outcome);
    expect(outcomes).toEqual(['created', 'rejected', 'created']);
    const { body: list } = await employer.get('/v1/vacancies?limit=200').expect(200);
    expect(list.items).toHaveLength(2);
  });

  it('is told the same of a delivery with too many', async () => {
    const many = Array.from({ length: 5_001 }, () => vacancy('M-1')).join();
    const { status, body } = await deliver(`[${many}]`);
    expect([status, body.code]).toEqual([413, 'delivery-too-large']);
    expect(body.report).toMatchObject({ read: 5_000, created: 1, rejected: 0 });
  });

  describe('because the database refuses some vacancies', () => {
    let owner: pg.Client;

    beforeAll(async () => {
      owner = await connectAsOwner(test);
      await owner.query(`ALTER TABLE vacancy ADD CONSTRAINT no_witches CHECK (title <> 'Witch')`);
    });

    afterAll(() => owner.end());

    const records = (ids: readonly string[]): string =>
      ids
        .map((id) => {
          const title = id.includes('bad') ? 'Witch' : 'Nurse';
          return JSON.stringify(aVacancy({ title, sourceAgency: 'ats', sourceId: id }));
        })
        .join();

    it('has all others stored, and those rejected with the reason', async () => {
      const ids = ['R-1', 'R-bad', 'R-2', 'R-3', 'R-bad-too'];
      const { body } = await deliver(`[${records(ids)}]`);
      expect(body).toMatchObject({ read: 5, created: 3, rejected: 2 });
      const results = body.results as { row: number; outcome: string; findings: object[] }[];
      expect(results.map(({ row, outcome }) => `${row} ${outcome}`)).toEqual([
        '1 created',
        '2 rejected',
        '3 created',
        '4 created',
        '5 rejected',
      ]);
      const value = expect.stringContaining('no_witches');
      const told = { severity: 'reject', code: 'not-storable', row: 2, value };
      expect(results[1]?.findings).toContainEqual(expect.objectContaining(told));
      const { body: list } = await employer.get('/v1/vacancies?limit=200').expect(200);
      const stored = (list.items as { sourceId: string }[]).map(({ sourceId }) => sourceId);
      expect(stored.filter((id) => id.startsWith('R-'))).toEqual(['R-3', 'R-2', 'R-1']);
    });

    it('has nothing rejected if it refuses many and stores none, which is more likely our fault', async () => {
      const ids = Array.from({ length: 12 }, (_, at) => `S-bad-${at}`);
      expect((await deliver(`[${records(ids)}]`)).status).toBe(500);
    });
  });

  it('finds nothing stored of a file that is none', async () => {
    const { status, body } = await deliver('nothing of the kind');
    expect(status).toBe(400);
    expect(body.report).toMatchObject({ read: 0, results: [] });
  });
});
