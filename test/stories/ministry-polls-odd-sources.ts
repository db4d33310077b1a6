import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { aVacancy } from '../support/builders.ts';
import { FakeSource } from '../support/fake-source.ts';
import { SourceKeeper } from '../support/source-keeper.ts';
import { type Caller, startApp, type TestApp } from '../support/start-app.ts';

const MINUTE = 60_000;

describe('a ministry that polls sources that say odd things', () => {
  let test: TestApp;
  let ministry: Caller;
  let keeper: SourceKeeper;
  let now: number;

  beforeAll(async () => {
    test = await startApp();
    ministry = await test.caller('ministry', 'ES');
    keeper = new SourceKeeper(test, ministry);
    now = test.clock.now().getTime() - 10 * MINUTE;
  }, 60_000);

  afterAll(() => test.stop());

  const publish = async (title: string): Promise<string> => {
    const { body } = await ministry.post('/v1/vacancies', aVacancy({ title })).expect(201);
    return body.id as string;
  };
  const seen = async (id: string): Promise<Record<string, unknown>> => {
    const { body } = await ministry.get(`/v1/vacancies/${id}`).expect(200);
    return body as Record<string, unknown>;
  };
  const offered = async (id: string): Promise<string> => {
    const http = request(await test.app.getUrl());
    const { body } = await http.post('/input/api/jv/v0.1/getDetails').send([id]).expect(200);
    const details = body.details as Record<string, { status: string }>;
    return details[id]?.status ?? 'absent';
  };

  it.each(['Active', 'Closed'])(
    'keeps its own vacancy from one that speaks in its place (%s)',
    async (status) => {
      const mine = await publish(`Mi oferta ${status}`);
      expect(await offered(mine)).toBe('ACTIVE');
      const fake = new FakeSource();
      const source = await keeper.add(`Hostile ${status}`, await fake.start());
      fake.open('H-1', now, { document: mine, agency: 'own', title: 'Robada', code: status });
      const { arrivals } = await keeper.poll(source);
      expect(arrivals).toMatchObject({ stored: 0, rejected: 1 });
      const path = `/v1/exchange-sources/${source}/arrivals`;
      const { body } = await ministry.get(path).expect(200);
      expect(body.items[0].findings).toMatchObject([{ code: 'agency-reserved' }]);
      fake.close('H-1', now + MINUTE);
      await keeper.poll(source);
      expect(await seen(mine)).toMatchObject({ title: `Mi oferta ${status}`, status: 'open' });
      expect(await offered(mine)).toBe('ACTIVE');
      fake.stop();
    },
  );
});
