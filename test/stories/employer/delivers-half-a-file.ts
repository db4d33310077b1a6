import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Response } from 'supertest';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
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

  it('finds nothing stored of a file that is none', async () => {
    const { status, body } = await deliver('nothing of the kind');
    expect(status).toBe(400);
    expect(body.report).toMatchObject({ read: 0, results: [] });
  });
});
