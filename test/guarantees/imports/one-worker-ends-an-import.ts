import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { CandidateImportWorker } from '../../../src/candidates/imports/candidate-import.worker.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import type { OutboxJob } from '../../../src/platform/queue/job-runner.ts';
import { KilledImports } from '../../support/imports/killed-imports.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { stepsByHand } from '../../support/application/steps-by-hand.ts';

const path = '/v1/candidates/imports';

/**
 * Guarantee G10: a job is delivered again if its worker was silent for half a minute, though the
 * worker may still be running.
 */
describe('an import with two workers', () => {
  let test: TestApp;
  let agency: Caller;

  beforeAll(async () => (test = await startApp({ role: 'api' })));

  afterAll(() => test.stop());

  const fileOf = (people: number, query = ''): KilledImports =>
    new KilledImports(test, {
      path: `${path}${query}`,
      contentType: 'application/json',
      content: JSON.stringify(
        Array.from({ length: people }, (_, at) => ({
          reference: `R-${at}`,
          nationalities: ['MA'],
        })),
      ),
      leaves: {
        people: 'SELECT count(*)::int AS people FROM candidate WHERE organisation_id = $1',
      },
    });

  const importOf = ({ payload }: OutboxJob): string => (payload as { importId: string }).importId;

  it('stores nothing more once the import was ended and undone', async () => {
    agency = await test.caller('agency', 'MA');
    const imports = fileOf(1_100);
    const importId = importOf(await imports.upload(agency));
    const worker = test.app.get(CandidateImportWorker);
    const told = { importId, bytes: 1 };
    const endIt = async (): Promise<unknown> => {
      await test.database.as(SYSTEM, (sql) => worker.givenUp(told, sql));
      return agency.post(`${path}/${importId}/undo`).expect(200);
    };
    await worker.uploaded(told, stepsByHand(test, { 'write-2': endIt }));
    expect(await imports.resultOf(agency)).toMatchObject({
      counts: [{ status: 'undone', read: 1_000 }],
      people: [{ people: 0 }],
    });
  });

  it('is written once if the job of its dry run is delivered again after the import was committed', async () => {
    agency = await test.caller('agency', 'MA');
    const imports = fileOf(20, '?dryRun');
    const transactions = await imports.run(await imports.upload(await test.caller('agency', 'MA')));
    const tried = await imports.upload(agency);
    // After everything else, but before the job is marked as done.
    await imports.runAndKillAfter(transactions, tried);
    const at = `${path}/${importOf(tried)}`;
    expect((await agency.get(at).expect(200)).body.status).toBe('checked');
    await agency.post(`${at}/commit`).expect(202);
    const [committed] = await test.database.as(SYSTEM, (sql) =>
      sql.query<OutboxJob[]>(
        `SELECT id, job, payload FROM outbox WHERE payload ->> 'importId' = $1 AND id <> $2`,
        [importOf(tried), tried.id],
      ),
    );
    await imports.run(tried);
    expect(await imports.resultOf(agency)).toMatchObject({
      counts: [{ status: 'waiting', read: 0 }],
      people: [{ people: 0 }],
    });
    if (committed) await imports.run(committed);
    expect(await imports.resultOf(agency)).toMatchObject({
      counts: [{ status: 'finished', read: 20, created: 20 }],
      people: [{ people: 20 }],
    });
  });
});
