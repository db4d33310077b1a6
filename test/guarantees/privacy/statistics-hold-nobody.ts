import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type pg from 'pg';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { connectAsOwner } from '../../support/application/connect-as-owner.ts';

const columns = [
  'reference',
  'family_name',
  'given_name',
  'birth_date',
  'nationalities',
  'occupation',
  'skills',
  'email',
  'residence_region',
  'qualifications',
  'consent_purposes',
  'consent_countries',
  'consent_given_on',
  'consent_evidence',
];

/**
 * A row in which every fact that is the candidate's alone contains "Canary". Every tenth row has a
 * birth date that cannot be read.
 */
const rowOf = (number: number, email: string): string[] => [
  `Canary-${number}`,
  'Canary',
  `Canary ${number}`,
  number % 10 ? '1990-02-03' : 'Canary',
  'MA',
  '5120',
  'bee keeping',
  email,
  'Canary',
  'CAP cuisine',
  'matching',
  'ES',
  '2026-09-01',
  'Canary 17',
];

/**
 * The statistics of ANALYZE outlive the people in them, and no row-level security policy protects
 * them.
 */
describe('the statistics of PostgreSQL', () => {
  let test: TestApp;
  let agency: Caller;
  let owner: pg.Client;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
    owner = await connectAsOwner(test);
  });

  afterAll(async () => {
    await owner.end();
    await test.stop();
  });

  const upload = async (email: (number: number) => string): Promise<void> => {
    const rows = Array.from({ length: 400 }, (_, number) => rowOf(number, email(number)));
    const content = [columns, ...rows].map((cells) => `${cells.join(';')}\n`).join('');
    const done: unknown = await importFile(test, agency, content);
    expect(done).toMatchObject({ status: 'finished', read: 400, rejected: 0 });
  };

  it("hold nobody's data, however often they are gathered", async () => {
    await upload((number) => `canary.${number}@example.org`);
    await upload((number) => `canary.${number}@example.com`);
    await owner.query('ANALYZE');
    const { rows } = await owner.query<{ place: string; seen: string }>(
      `SELECT tablename || '.' || attname AS place,
              concat(most_common_vals, histogram_bounds, most_common_elems) AS seen
         FROM pg_stats WHERE schemaname = 'public'`,
    );
    const holding = rows.filter(({ seen }) => /canary/i.test(seen)).map(({ place }) => place);
    expect(holding).toEqual([]);
    expect(rows.map(({ place }) => place)).toContain('candidate.nationalities');
  });
});
