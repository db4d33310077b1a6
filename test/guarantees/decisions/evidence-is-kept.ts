import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { FakeSource } from '../../support/exchange/fake-source.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { SourceKeeper } from '../../support/exchange/source-keeper.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const MINUTE = 60_000;
const path = '/v1/vacancies/imports';
const pes = { channel: 'pes', adId: 'A1', fromOn: '2026-10-01' } as const;

describe('the evidence of the labour-market test', () => {
  let test: TestApp;
  let ministry: Caller;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'DE');
  }, 60_000);

  afterAll(() => test.stop());

  const deliver = async (title: string, document: string): Promise<string> => {
    const sent = openings([anOpening(document, { title })]);
    const { body } = await ministry
      .post('/v1/vacancies/bulk', sent)
      .set('Content-Type', 'application/xml')
      .expect(200);
    return body.results[0].id as string;
  };
  const record = (id: string, by = ministry) =>
    by.post(`/v1/vacancies/${id}/advertising`, pes).expect(200);
  const seen = async (id: string, by = ministry) => {
    const { body } = await by.get(`/v1/vacancies/${id}`).expect(200);
    return { title: body.title as string, advertising: body.advertising as object[] };
  };
  const kept = { ...pes, untilOn: null };

  it('survives a delivery and an import of the same vacancy, and the undoing of the import', async () => {
    const id = await deliver('Welder', 'ADV-1');
    await record(id);
    await deliver('Welder II', 'ADV-1');
    expect(await seen(id)).toEqual({ title: 'Welder II', advertising: [kept] });
    const file = openings([anOpening('ADV-1', { title: 'Welder III' })]);
    const done = await importFile(test, ministry, file, { path });
    expect(await seen(id)).toEqual({ title: 'Welder III', advertising: [kept] });
    await ministry.post(`${path}/${done.id}/undo`).expect(200);
    expect(await seen(id)).toEqual({ title: 'Welder II', advertising: [kept] });
  });

  it('survives what the exchange source says of the vacancy', async () => {
    const spanish = await test.caller('ministry', 'ES');
    const keeper = new SourceKeeper(test, spanish);
    const [fake, now] = [new FakeSource(), test.clock.now().getTime() - 10 * MINUTE];
    const source = await keeper.add('A source', await fake.start());
    fake.open('ADV-2', now);
    await keeper.poll(source);
    const { body } = await spanish.get('/v1/vacancies').expect(200);
    const id = body.items[0].id as string;
    await record(id, spanish);
    fake.open('ADV-2', now + MINUTE, { title: 'Matrona' });
    await keeper.poll(source);
    expect(await seen(id, spanish)).toEqual({ title: 'Matrona', advertising: [kept] });
    fake.stop();
  });

  it('is kept once beside the vacancy\'s own advertising, and goes only if a later version no longer names it', async () => {
    const inBerlin = (known: object) =>
      aVacancy({ locations: [{ country: 'DE', city: 'Berlin' }], ...known });
    const eures = { channel: 'eures' as const, fromOn: '2026-10-02' };
    const { body } = await ministry.post('/v1/vacancies', inBerlin({ advertising: [eures] })).expect(201);
    const id = body.id as string;
    const { body: recorded } = await record(id);
    const brought = { ...eures, adId: null, untilOn: null };
    expect(recorded.advertising).toEqual([brought, kept]);
    const change = async (advertising: object[] | undefined, version: number): Promise<object[]> => {
      const sent = inBerlin({ advertising });
      const { body: changed } = await ministry.put(`/v1/vacancies/${id}`, sent, version).expect(200);
      return changed.advertising as object[];
    };
    const { version } = recorded as { version: number };
    expect(await change([pes, eures], version)).toEqual([kept, brought]);
    expect(await change(undefined, version + 1)).toEqual([kept]);
    expect(await change([eures], version + 2)).toEqual([brought]);
  }); // prettier-ignore

  it('is recorded for every report, many at once and without a version', async () => {
    const id = await deliver('Fitter', 'ADV-3');
    const each = await Promise.all(
      ['A1', 'A2', 'A3', 'A4', 'A5', 'A6'].map((adId) =>
        ministry.post(`/v1/vacancies/${id}/advertising`, { ...pes, adId }),
      ),
    );
    expect(each.map(({ status }) => status)).toEqual(each.map(() => 200));
    expect((await seen(id)).advertising).toHaveLength(6);
  });
});
