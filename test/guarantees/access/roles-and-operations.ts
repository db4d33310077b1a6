import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import request from 'supertest';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { callersByRole } from '../../support/callers/callers-by-role.ts';
import { roleMatrix } from '../../support/callers/role-matrix.ts';
import { NOBODY } from '../../support/callers/odd-values.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

const parameters: Record<string, string> = { path: 'x', code: 'x', epochMillis: '0' };
const methods = ['get', 'post', 'put', 'delete'];

/** Guarantee G19. */
describe('access by role to each operation', () => {
  let test: TestApp;
  let callers: Awaited<ReturnType<typeof callersByRole>>;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    callers = await callersByRole(test);
  });

  afterAll(() => test.stop());

  /**
   * Returns the answer to an operation on an object that does not exist, asked with `key` or
   * without one.
   */
  async function answer(
    operation: string,
    key?: string,
  ): Promise<{ status: number; type: string; code: unknown }> {
    const [method = '', template = ''] = operation.split(' ');
    const path = template.replace(/\{(\w+)\}/g, (_, name: string) => parameters[name] ?? NOBODY);
    const http = request(await test.app.getUrl());
    const asked = http[method.toLowerCase() as 'get'](path);
    const { status, type, body } = await (key === undefined
      ? asked
      : asked.auth(key, { type: 'bearer' }));
    return { status, type, code: (body as { code?: unknown }).code };
  }

  it('has a row in the matrix for every operation, and an operation for every row', () => {
    const operations = Object.entries(describeApi(test.app).paths).flatMap(([path, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const rows = roleMatrix.map(({ operation }) => operation);
    expect(operations.toSorted()).toEqual(rows.toSorted());
  });

  it('is checked as well if the path is in capitals', async () => {
    const list = 'GET /V1/Organisations';
    expect((await answer(list)).status).toBe(401);
    for (const [role, { key }] of callers)
      expect([role, (await answer(list, key)).status]).toEqual([
        role,
        role === 'admin' ? 200 : 403,
      ]);
  });

  const callable = roleMatrix.filter(({ operation }) =>
    methods.some((method) => operation.startsWith(`${method.toUpperCase()} `)),
  );

  it.each(callable)('follows the matrix: $operation', async ({ operation, roles }) => {
    const anonymous = await answer(operation);
    expect(anonymous.status === 401).toBe(roles !== null);
    for (const [role, { key }] of callers) {
      const { status, code, type } = await answer(operation, key);
      const refused = { role, refused: status === 403 && code === 'not-permitted' };
      expect(refused).toEqual({ role, refused: roles?.some((one) => one === role) === false });
      expect(status).toBeLessThan(500);
      // The object asked for does not exist, so a caller who may ask is told that it is not there.
      if (roles !== null && operation.includes('{')) expect(status).toBeGreaterThanOrEqual(400);
      if (status >= 400) expect(type).toBe('application/problem+json');
    }
  });
});
