import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { NOBODY } from '../../support/callers/odd-values.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a newcomer who uses a wrong method', () => {
  let test: TestApp;
  let http: ReturnType<typeof request>;

  beforeAll(async () => {
    test = await startApp({ role: 'api', described: true });
    http = request(await test.app.getUrl());
  });

  afterAll(() => test.stop());

  it.each([
    ['delete', '/v1/vacancies', 'GET, HEAD, OPTIONS, POST'],
    ['patch', `/V1/candidates/${NOBODY}/`, 'DELETE, GET, HEAD, OPTIONS, PUT'],
    ['get', '/v1/matches/x/evidence-packs', 'OPTIONS, POST'],
    ['post', '/livez', 'GET, HEAD, OPTIONS'],
    ['put', '/openapi.json', 'GET, HEAD, OPTIONS'],
  ] as const)('is told which methods there are: %s %s', async (method, path, allowed) => {
    const { body, headers } = await http[method](path).expect(405);
    expect(headers['allow']).toBe(allowed);
    expect(body).toMatchObject({ status: 405, code: 'method-not-allowed' });
    expect(body.detail).toContain(allowed);
  });

  it('is told in each language, with a key and without one alike', async () => {
    const { key } = await test.caller('monitor');
    for (const [language, said] of [
      ['fr', "n'accepte pas cette méthode"],
      ['es', 'no admite este método'],
      ['ar', 'لا يقبل هذا العنوان هذه الطريقة'],
    ] as const) {
      const ask = () => http.delete('/v1/rules').set('Accept-Language', language);
      const { body } = await ask().expect(405);
      expect(body.detail).toContain(said);
      expect((await ask().auth(key, { type: 'bearer' }).expect(405)).body).toEqual(body);
    }
  });

  it('may ask for the methods, or for the headers alone', async () => {
    const { headers, text } = await http.options(`/v1/matches/${NOBODY}`).expect(204);
    expect([headers['allow'], text]).toEqual(['GET, HEAD, OPTIONS', '']);
    await http.head('/livez').expect(200);
    await http.head('/v1/vacancies').expect(401);
    const refused = await http.head('/v1/call-ups').expect(405);
    expect(refused.headers['allow']).toBe('OPTIONS, POST');
    // The exchange API refuses each method itself.
    await http.options('/input/api/cv/x').expect(451);
  });

  it('is told as before of an address that does not exist', async () => {
    for (const method of ['get', 'delete', 'options', 'head'] as const) {
      const { headers } = await http[method]('/v1/nothing').expect(404);
      expect(headers['allow']).toBeUndefined();
    }
  });

  it('is told in each language where the addresses are that exist', async () => {
    for (const [language, said] of [
      ['en', 'This address does not exist. The page /docs lists those that do.'],
      ['fr', "Cette adresse n'existe pas. La page /docs indique celles qui existent."],
      ['es', 'Esta dirección no existe. La página /docs indica las que existen.'],
    ]) {
      const { body } = await http.get(`/v1/nothing?language=${language}`).expect(404);
      expect(body).toMatchObject({ code: 'not-found', detail: said });
    }
  });

  it('reads as numbers how many jobs wait and how many were given up', async () => {
    const { body } = await http.get('/readyz').expect(200);
    const jobs = { jobsWaiting: expect.any(Number), jobsFailed: 0 };
    expect(body).toEqual({ status: 'ok', checks: { database: 'ok', ...jobs } });
  });
});
