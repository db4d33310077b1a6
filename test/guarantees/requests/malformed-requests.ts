import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import fc from 'fast-check';
import request from 'supertest';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { callersByRole } from '../../support/callers/callers-by-role.ts';
import { figure } from '../../support/suite/figure.ts';
import { type Malformed, malformedRequests } from '../../support/callers/malformed.ts';
import { type MatrixRow, roleMatrix } from '../../support/callers/role-matrix.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const EACH = figure({ suite: 5, soak: 60 });
/** Without the streams of events, which stay open for callers who are let in. */
const asked = roleMatrix.filter(
  ({ operation }) => !/^(OPTIONS|SEARCH) |\/progress$/.test(operation),
);

const english = / (must|should|is no|belongs|fit) |^not |^(An?|It|No|Only|The|There) /;

interface Told {
  pointer: unknown;
  detail: string;
}

/** Guarantee G15: about 10,000 requests in the soak. */
describe(`each of ${EACH} malformed requests to every operation`, () => {
  let test: TestApp;
  let document: OpenAPIObject;
  let callers: Awaited<ReturnType<typeof callersByRole>>;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    document = describeApi(test.app);
    callers = await callersByRole(test);
  });

  afterAll(() => test.stop());

  async function send(sent: Malformed, key: string): Promise<request.Response> {
    const http = request(await test.app.getUrl());
    const begun = http[sent.method.toLowerCase() as 'post'](sent.path)
      .timeout(10_000)
      .auth(key, { type: 'bearer' })
      .set({ 'accept-language': 'fr', ...sent.headers });
    return sent.body === null ? begun : begun.send(sent.body);
  }

  function expectProblem({ status, type, body, headers }: request.Response): void {
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ status, title: expect.any(String), detail: expect.any(String) });
    const { code, errors = [], ...told } = body as Told & { code: string; errors?: Told[] };
    expect(code).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
    for (const { pointer } of errors) expect(typeof pointer).toBe('string');
    if (headers['content-language'] === 'fr') {
      for (const { detail } of [told, ...errors]) expect(detail).not.toMatch(english);
    }
    if (code === 'validation-failed') expect(errors.length).toBeGreaterThan(0);
  }

  it('is refused if it is nested deeper than any program would follow', async () => {
    const deep = `${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`;
    const headers = { 'content-type': 'application/json', 'idempotency-key': 'deep' };
    const sent = { method: 'POST', path: '/v1/candidates', headers, body: deep };
    const response = await send(sent, callers.get('agency')?.key ?? '');
    expectProblem(response);
    expect(response.body).toMatchObject({ status: 400, code: 'json-too-deep' });
  });

  it.each(['gzip', 'deflate', 'br'])(
    'is refused if it is not in %s as it says',
    async (encoding) => {
      const headers = { 'content-type': 'application/json', 'content-encoding': encoding };
      const sent = { method: 'POST', path: '/v1/candidates', headers, body: '{"reference":"P-1"}' };
      const response = await send(sent, callers.get('agency')?.key ?? '');
      expectProblem(response);
      expect(response.body).toMatchObject({ status: 400, code: 'malformed-encoding' });
    },
  );

  it.each(['\\u0000', '\\ud83d'])(
    'is refused with the place of a text that contains %s',
    async (written) => {
      const headers = { 'content-type': 'application/json' };
      const body = `{"items":[{"ref":"1"},{"titre":"Infirmier${written}"}]}`;
      const sent = { method: 'POST', path: '/v1/home-vacancies', headers, body };
      const response = await send(sent, callers.get('agency')?.key ?? '');
      expectProblem(response);
      const errors = [expect.objectContaining({ pointer: '/items/1/titre' })];
      expect(response.body).toMatchObject({ status: 400, code: 'unreadable-value', errors });
    },
  );

  it.each(asked)(
    'is refused in the common form, or carried out: $operation',
    async ({ operation, roles }: MatrixRow) => {
      const key = callers.get(roles?.[0] ?? 'agency')?.key ?? '';
      const check = async (sent: Malformed): Promise<void> => {
        const response = await send(sent, key);
        expect(response.status).toBeLessThan(500);
        if (response.status >= 400 && sent.method !== 'HEAD') expectProblem(response);
      };
      await fc.assert(fc.asyncProperty(malformedRequests(document, operation), check), {
        numRuns: EACH,
      });
    },
  );
});
