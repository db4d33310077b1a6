import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { Operation } from '../../../src/platform/http/described/answers.ts';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';
import { roleMatrix } from '../../support/callers/role-matrix.ts';

type Methods = Partial<Record<'get' | 'post' | 'put' | 'patch' | 'delete', Operation>>;

/** An operation that takes If-Match, and the address of the resource that it changes. */
interface Change {
  operation: string;
  resource: string;
}

describe('an operation that demands If-Match', () => {
  let test: TestApp;
  let document: OpenAPIObject;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    document = describeApi(test.app);
  }, 60_000);

  afterAll(() => test.stop());

  const methodsAt = (path: string): Methods => document.paths[path] ?? {};

  /** The address of the resource ends with its id, as in `/v1/placements/{id}` for its steps. */
  const changes = (): Change[] =>
    Object.keys(document.paths).flatMap((path) =>
      Object.entries(methodsAt(path))
        .filter(([, { parameters = [] }]) =>
          parameters.some((one) => 'name' in one && one.name === 'If-Match'),
        )
        .map(([method]) => ({
          operation: `${method.toUpperCase()} ${path}`,
          resource: path.slice(0, path.lastIndexOf('}') + 1),
        })),
    );

  const rolesOf = (operation: string): readonly string[] =>
    roleMatrix.find((row) => row.operation === operation)?.roles ?? [];

  it('changes a resource whose GET is described with an ETag', () => {
    const without = changes().filter(({ resource }) => {
      const answered = methodsAt(resource).get?.responses['200'];
      return !(answered && 'headers' in answered && answered.headers?.['ETag']);
    });
    expect(changes().length).toBeGreaterThan(10);
    expect(without).toEqual([]);
  });

  it('is open to no role that may not read the resource', () => {
    const blind = changes().filter(({ operation, resource }) => {
      const readers = rolesOf(`GET ${resource}`);
      return rolesOf(operation).some((role) => !readers.includes(role));
    });
    expect(blind).toEqual([]);
  });
});
