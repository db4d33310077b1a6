import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { KilledImports } from '../../support/imports/killed-imports.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const words = '/v1/candidates/words';
const imports = '/v1/candidates/imports';

/** A nationality written in a word of the agency's own. */
const spelled = 'Royaume du Couchant';

/**
 * Enough candidates for two batches, each with one whose nationality can be read only by that word.
 */
const content = [
  'référence;nom;nationalité;métier;Origine',
  ...Array.from({ length: 1_200 }, (_, at) => {
    const nationality = at % 1_100 === 0 ? spelled : 'MA';
    return `W-${at};Alami;${nationality};Infirmière;bled`;
  }),
].join('\n');

const leaves = {
  people: 'SELECT count(*)::int AS people FROM candidate WHERE organisation_id = $1',
  bases: 'SELECT basis IS NULL AS forgotten FROM file_import WHERE organisation_id = $1',
};

/** Guarantee G10, even if the sender teaches and forgets words during the import. */
describe('an import whose words are forgotten and taught while it is read', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => (test = await startApp({ role: 'api' })));

  afterAll(() => test.stop());

  beforeEach(async () => {
    agency = await test.caller('agency', 'MA');
    await teach({ of: 'nationalities', word: spelled, means: 'MA' });
  });

  const teach = (word: object) => agency.put(words, word).expect(204);

  const forget = () =>
    agency.delete(`${words}?of=nationalities&word=${encodeURIComponent(spelled)}`).expect(204);

  const fileOf = (query: string): KilledImports =>
    new KilledImports(test, { path: imports + query, contentType: 'text/csv', content, leaves });

  it.each([
    { as: 'row by row', query: '', left: 2, stored: true },
    {
      as: 'as all or nothing after its trial',
      query: '?allOrNothing=true',
      left: 9,
      stored: false,
    },
    {
      as: 'as all or nothing while it is written',
      query: '?allOrNothing=true',
      left: 3,
      stored: true,
    },
  ])('continues $as as it was begun', async ({ query, left, stored }) => {
    const killed = fileOf(query);
    const transactions = await killed.run(await killed.upload(agency));
    const whole = await killed.resultOf(agency);
    expect(whole).toMatchObject({
      counts: [{ status: 'finished', created: 1_200, rejected: 0 }],
    });

    agency = await test.caller('agency', 'MA');
    await teach({ of: 'nationalities', word: spelled, means: 'MA' });
    const job = await killed.upload(agency);
    await killed.runAndKillAfter(transactions - left, job);
    const { people } = await killed.resultOf(agency);
    expect(people).toEqual([{ people: stored ? 1_000 : 0 }]);
    await forget();
    await teach({ of: 'header', word: 'Origine', means: 'nationalities' });
    await killed.run(job);
    expect(await killed.resultOf(agency)).toEqual(whole);
  });
});

describe('a file that was checked in a dry run', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => {
    test = await startApp();
    agency = await test.caller('agency', 'MA');
  });

  afterAll(() => test.stop());

  it('is written by the words it was checked with, and checked again by the current ones', async () => {
    const file = `référence;nom;nationalité\nT-1;Alami;${spelled}`;
    const word = { of: 'nationalities', word: spelled, means: 'MA' };
    await agency.put(words, word).expect(204);
    const tried = await importFile(test, agency, file, { query: '?dryRun' });
    const other = await importFile(test, agency, file, { query: '?dryRun' });
    expect(tried).toMatchObject({ status: 'checked', created: 1, rejected: 0 });
    await agency
      .delete(`${words}?of=nationalities&word=${encodeURIComponent(spelled)}`)
      .expect(204);

    await agency.post(`${imports}/${other.id}/check`).expect(202);
    await agency.post(`${imports}/${tried.id}/commit`).expect(202);
    await test.settle();
    const now = async (id: string): Promise<object> =>
      (await agency.get(`${imports}/${id}`).expect(200)).body as object;
    expect(await now(tried.id)).toMatchObject({ status: 'finished', created: 1, rejected: 0 });
    expect(await now(other.id)).toMatchObject({ status: 'checked', created: 0, rejected: 1 });
  });
});
