import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { leastTime } from '../../support/suite/processor-time.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** The service itself takes 50 to 130; under test every global name takes longer to look up, up to 750 in all. */
const MOST_MS = 1_000;

const objectOf = (members: number): string =>
  `{${Array.from({ length: members }, (_, at) => `"occupation${at}":1`).join()}}`;
const listOf = (items: number, item: string): string => `[${Array(items).fill(item).join()}]`;
const different = (items: number): string =>
  `[${Array.from({ length: items }, (_, at) => `"${at}"`).join()}]`;

interface Sent {
  what: string;
  path: string;
  by: 'agency' | 'ministry';
  body: string;
  /** The JSON pointer of the first error. */
  pointer: string;
  code: string;
}

const excessive: readonly Sent[] = [
  { what: 'unknown members', path: '/v1/candidates', by: 'agency', body: objectOf(50_000), pointer: '/occupation0', code: 'whitelist-validation' },
  { what: 'unknown members of an object within', path: '/v1/candidates', by: 'agency', body: `{"occupations":[${objectOf(50_000)}]}`, pointer: '/occupations/0/occupation0', code: 'whitelist-validation' },
  { what: 'members of an unknown object', path: '/v1/candidates', by: 'agency', body: `{"a":${objectOf(50_000)}}`, pointer: '/a', code: 'array-max-size' },
  { what: 'objects', path: '/v1/home-vacancies', by: 'agency', body: `{"items":${listOf(300_000, '{}')}}`, pointer: '/items', code: 'array-max-size' },
  { what: 'objects in a place of text', path: '/v1/home-vacancies', by: 'agency', body: `{"items":[{"titre":${listOf(300_000, '{}')}}]}`, pointer: '/items/0/titre', code: 'array-max-size' },
  { what: 'lists in lists', path: '/v1/home-vacancies', by: 'agency', body: `{"items":${listOf(400, listOf(900, '0'))}}`, pointer: '/items/5', code: 'array-max-size' },
  { what: 'texts that have to differ', path: '/v1/home-vacancies', by: 'agency', body: `{"items":[{"skills":${different(110_000)}}]}`, pointer: '/items/0/skills', code: 'array-max-size' },
  { what: 'parameters of a rule', path: '/v1/simulations', by: 'ministry', body: `{"rules":[{"parameters":${objectOf(50_000)}}]}`, pointer: '/rules/0/parameters', code: 'array-max-size' },
]; // prettier-ignore

describe('a body that holds more than any valid one', () => {
  let test: TestApp;
  let callers: Record<Sent['by'], Caller>;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    callers = {
      agency: await test.caller('agency', 'MA'),
      ministry: await test.caller('ministry', 'ES'),
    };
    await callers.agency.post('/v1/candidates', {}).expect(400);
  });

  afterAll(() => test.stop());

  it.each(excessive)(
    'is refused at once: $what',
    async ({ path, by, body, pointer, code }) => {
      expect(body.length).toBeGreaterThan(700_000);
      const address = `${await test.app.getUrl()}${path}`;
      const headers = {
        'Content-Type': 'application/json',
        Authorization: `Bearer ${callers[by].key}`,
      };
      const least = await leastTime(MOST_MS, async () => {
        const answer = await fetch(address, { method: 'POST', headers, body });
        const told = (await answer.json()) as { code: string; errors: object[] };
        expect(told).toMatchObject({ status: 400, code: 'validation-failed' });
        expect(told.errors[0]).toMatchObject({ pointer, code });
        expect(told.errors.length).toBeLessThanOrEqual(20);
      });
      expect(least).toBeLessThan(MOST_MS);
    },
    120_000,
  );

  it('is answered with its first faults and the number of the others, in each language', async () => {
    const send = (language: string) =>
      callers.agency
        .post('/v1/candidates', objectOf(1_020))
        .set({ 'Content-Type': 'application/json', 'Accept-Language': language });
    for (const [language, saying] of [
      ['en', '/occupation19 (and elsewhere: 1000).'],
      ['fr', '/occupation19 (et ailleurs : 1000).'],
      ['es', '/occupation19 (y en otros lugares: 1000).'],
      ['ar', '/occupation19 (وفي مواضع أخرى: 1000).'],
    ] as const) {
      const { body } = await send(language).expect(400);
      expect(body.detail).toContain(saying);
      expect(body.errors).toHaveLength(20);
      expect(body.errors[0].detail).toContain('occupations');
    }
  });

  it('is answered with its first faults if the checks find them one by one', async () => {
    const items = Array.from({ length: 100 }, () => ({ nb: 1 }));
    const { body } = await callers.agency.post('/v1/home-vacancies', { items }).expect(400);
    expect(body.errors).toHaveLength(20);
    expect(body.detail).toContain('(and elsewhere: 280)');
  });

  it('is answered with a short part of a very long name', async () => {
    const { body } = await callers.agency
      .post('/v1/candidates', { ['n'.repeat(100_000)]: 1 })
      .expect(400);
    expect(JSON.stringify(body).length).toBeLessThan(2_000);
  });
});
