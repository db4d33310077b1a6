import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { VacancyImportWorker } from '../../../src/vacancies/imports/vacancy-import.worker.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { type KilledFile, KilledImports } from '../../support/imports/killed-imports.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { stepsByHand } from '../../support/application/steps-by-hand.ts';

const exchange = '/input/api/jv/v0.1';
const path = '/v1/vacancies/imports';

/**
 * Others may ask the exchange at any moment, and may then know of vacancies that are taken away.
 */
describe('a ministry whose vacancies were offered to the exchange', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    ministry = await test.caller('ministry', 'DE');
  });

  afterAll(() => test.stop());

  const file = (ids: readonly string[], query = ''): KilledFile => ({
    path: `${path}${query}`,
    contentType: 'application/xml',
    content: openings(ids.map((id) => anOpening(id))),
    leaves: {
      vacancies: 'SELECT count(*)::int AS left FROM vacancy WHERE organisation_id = $1',
    },
  });

  /** Returns what the exchange offers to anybody who asks. */
  async function offered(): Promise<{ reference: string; status: string }[]> {
    const facade = request(await test.app.getUrl());
    const { body } = await facade.get(`${exchange}/getAll`).expect(200);
    return body.allReferences as { reference: string; status: string }[];
  }

  const idOf = ({ payload }: { payload: object }): string =>
    (payload as { importId: string }).importId;

  it('undoes its import, and the exchange is told that the vacancies are closed', async () => {
    const imports = new KilledImports(test, file(['U-1', 'U-2']));
    const job = await imports.upload(ministry);
    await imports.run(job);
    const references = (await offered()).map(({ reference }) => reference);
    expect(references).toHaveLength(2);
    await ministry.post(`${path}/${idOf(job)}/undo`).expect(200);
    expect((await imports.resultOf(ministry))['vacancies']).toEqual([{ left: 0 }]);
    const closed = references.map((reference) =>
      expect.objectContaining({ reference, status: 'CLOSED' }),
    );
    expect(await offered()).toEqual(expect.arrayContaining(closed));
    const facade = request(await test.app.getUrl());
    const { body } = await facade.post(`${exchange}/getDetails`).send(references).expect(200);
    expect(Object.values(body.details as object)).toEqual(
      references.map(() => expect.not.objectContaining({ content: expect.anything() })),
    );
    await imports.run(await imports.upload(ministry));
    const open = (await offered()).filter(({ status }) => status === 'ACTIVE');
    expect(open).toHaveLength(2);
  });

  it('cancels an import of all or nothing while it is written, and nothing of it is left', async () => {
    const sending = await test.caller('ministry', 'DE');
    const many = Array.from({ length: 1_100 }, (_, at) => `A-${at}`);
    const imports = new KilledImports(test, file(many, '?allOrNothing'));
    const importId = idOf(await imports.upload(sending));
    const halfway = async (): Promise<unknown> => {
      expect((await offered()).length).toBeGreaterThan(1_000);
      return sending.post(`${path}/${importId}/cancel`).expect(202);
    };
    const steps = stepsByHand(test, { 'rewrite-2': halfway });
    await test.app.get(VacancyImportWorker).uploaded({ importId, bytes: 1 }, steps);
    expect(await imports.resultOf(sending)).toMatchObject({
      counts: [{ status: 'cancelled', read: 1_000 }],
      vacancies: [{ left: 0 }],
    });
  });
});
