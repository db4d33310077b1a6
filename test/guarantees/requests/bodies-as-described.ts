import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { callersByRole } from '../../support/callers/callers-by-role.ts';
import { type MatrixRow, roleMatrix } from '../../support/callers/role-matrix.ts';
import { NOBODY } from '../../support/callers/odd-values.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

interface Schema {
  $ref?: string;
  allOf?: Schema[];
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  example?: Body;
}

type Body = Record<string, unknown>;

interface Refusal {
  status: number;
  errors?: { pointer: string; code: string }[];
}

const changing = roleMatrix.filter(({ operation }) => /^(POST|PUT|PATCH) \/v1\//.test(operation));

/**
 * A client written from the description sends nothing needless and is not refused for anything it
 * left out.
 */
describe('what the description of a body requires', () => {
  let test: TestApp;
  let document: OpenAPIObject;
  let callers: Awaited<ReturnType<typeof callersByRole>>;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    document = describeApi(test.app);
    callers = await callersByRole(test);
  }, 60_000);

  afterAll(() => test.stop());

  function schemaOf(operation: string): Schema | null {
    const [method = '', path = ''] = operation.split(' ');
    const paths = document.paths as Record<string, Record<string, { requestBody?: unknown }>>;
    const { content } = (paths[path]?.[method.toLowerCase()]?.requestBody ?? {}) as {
      content?: Record<string, { schema?: Schema }>;
    };
    return content?.['application/json']?.schema ?? null;
  }

  function known({ $ref, allOf, ...schema }: Schema): Schema {
    const of: Schema = allOf?.[0] ?? schema;
    const ref = $ref ?? of.$ref;
    const name = ref?.split('/').at(-1) ?? '';
    return ref === undefined ? of : (document.components?.schemas?.[name] as Schema);
  }

  /**
   * Returns a body whose objects are all present and empty. Adds the members required of them to
   * `demanded`, as JSON pointers.
   */
  function hollow(schema: Schema, at: string, demanded: string[]): Body {
    const { properties = {}, required = [] } = known(schema);
    const body: Body = {};
    for (const [name, member] of Object.entries(properties)) {
      const item = member.items && known(member.items);
      if (item?.properties) body[name] = [hollow(item, `${at}/${name}/0`, demanded)];
      else if (known(member).properties) body[name] = hollow(member, `${at}/${name}`, demanded);
      else if (required.includes(name)) demanded.push(`${at}/${name}`);
    }
    return body;
  }

  async function refusalOf({ operation, roles }: MatrixRow, body: Body): Promise<Refusal> {
    const [method = '', template = ''] = operation.split(' ');
    const http = request(await test.app.getUrl());
    const answered = await http[method.toLowerCase() as 'post'](
      template.replaceAll(/\{\w+\}/g, NOBODY),
    )
      .auth(callers.get(roles?.[0] ?? 'admin')?.key ?? '', { type: 'bearer' })
      .set('If-Match', '"1"')
      .send(body);
    return { status: answered.status, ...(answered.body as object) };
  }

  async function missingOf(row: MatrixRow, body: Body): Promise<string[]> {
    const { errors = [] } = await refusalOf(row, body);
    return errors.filter(({ code }) => code === 'is-defined').map(({ pointer }) => pointer);
  }

  it.each(changing)('is what an empty body is told to be missing: $operation', async (row) => {
    const schema = schemaOf(row.operation);
    if (!schema) return;
    const { required = [] } = known(schema);
    const missed = await missingOf(row, {});
    expect(missed.toSorted()).toEqual(required.map((name) => `/${name}`).toSorted());
    const demanded: string[] = [];
    const body = hollow(schema, '', demanded);
    expect((await missingOf(row, body)).toSorted()).toEqual(demanded.toSorted());
  });

  it.each(changing)('takes the example that it gives, but for its ids: $operation', async (row) => {
    const schema = schemaOf(row.operation);
    const example = schema && known(schema).example;
    if (!example) return;
    const refusal = await refusalOf(row, example);
    const isOfIds = refusal.errors?.every(({ code }) => code === 'unknown-candidates') ?? false;
    if (!isOfIds) expect(refusal).not.toMatchObject({ status: 400 });
  });
});
