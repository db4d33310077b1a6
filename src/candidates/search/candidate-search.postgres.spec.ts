import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../../test/support/application/test-database.ts';
import { newId } from '../../platform/database/new-id.ts';
import { actAs, SYSTEM, type Tenant } from '../../platform/database/tenant.ts';
import { aDocument } from './candidate-search.builders.ts';
import { describeCandidateSearch } from './candidate-search.contract.ts';
import { PostgresCandidateSearch } from './postgres/postgres-candidate-search.ts';

describeCandidateSearch('PostgreSQL', async () => {
  const { database, stop } = await startTestDatabase();
  return { search: new PostgresCandidateSearch(database), stop };
});

describe('row security on the tables of the index', () => {
  const agency: Tenant = { role: 'agency', organisationId: newId(), country: 'MA' };
  const strangers: Tenant[] = [
    { ...agency, organisationId: newId() },
    { ...agency, role: 'employer' },
    { role: 'admin', organisationId: null, country: null },
  ];
  let test: TestDatabase;

  beforeAll(async () => {
    test = await startTestDatabase();
    const organisationId = agency.organisationId ?? '';
    const document = aDocument({ organisationId, isco: ['2221'], titles: ['Nurse'] });
    const search = new PostgresCandidateSearch(test.database);
    await actAs(SYSTEM, () => search.index([document]));
  });

  afterAll(() => test.stop());

  const count = async (tenant: Tenant, source: string): Promise<number | undefined> => {
    const [row] = await test.database.as(tenant, (sql) =>
      sql.query<{ count: number }[]>(`SELECT count(*)::int AS count FROM ${source}`),
    );
    return row?.count;
  };

  it.each([
    'candidate_index',
    `candidate_index_lookup('{2221}', '{}', '{}', '{}', '{nurse}', '{}', '{}')`,
    `candidate_index_near('{2221}', '{}', NULL, false, '{}', '{}')`,
  ])('shows nobody to strangers, though no statement filters: %s', async (source) => {
    expect(await count(agency, source)).toBe(1);
    expect(await count(SYSTEM, source)).toBe(1);
    for (const stranger of strangers) expect(await count(stranger, source)).toBe(0);
  });

  it('lets only the system write', async () => {
    const search = new PostgresCandidateSearch(test.database);
    const own = aDocument({ organisationId: agency.organisationId ?? '' });
    await expect(actAs(agency, () => search.index([own]))).rejects.toThrow('row-level security');
  });
});
