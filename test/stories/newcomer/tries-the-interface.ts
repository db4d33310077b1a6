import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { OpenAPIObject } from '@nestjs/swagger';
import request from 'supertest';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('a newcomer', () => {
  let test: TestApp;
  let document: OpenAPIObject;

  beforeAll(async () => {
    test = await startApp({ role: 'api', described: true });
    document = describeApi(test.app);
  });

  afterAll(() => test.stop());

  const operations = () =>
    Object.entries(document.paths).flatMap(([path, { get, post, put, delete: gone }]) =>
      [get, post, put, gone].flatMap((operation) => (operation ? [{ path, operation }] : [])),
    );

  it('reads each parameter once in the description, with its type', () => {
    for (const { path, operation } of operations()) {
      const told = (operation.parameters ?? []).flatMap((one) => ('name' in one ? [one] : []));
      const names = told.map(({ in: where, name }) => `${path} ${where} ${name.toLowerCase()}`);
      expect(names).toEqual([...new Set(names)]);
      for (const { name, schema } of told)
        expect([path, name, JSON.stringify(schema)]).not.toContainEqual(
          expect.stringMatching(/schemas.Object|^\{\}$|^undefined$/),
        );
    }
  });

  it('reads of each operation how it refuses', () => {
    for (const { path, operation } of operations()) {
      const refused = Object.entries(operation.responses).filter(([status]) => status >= '400');
      expect([path, refused.map(([status]) => status)]).toEqual([
        path,
        expect.arrayContaining(['default']),
      ]);
      for (const [, response] of refused)
        expect(response).toHaveProperty(['content', 'application/problem+json']);
    }
  });

  it('reads of each operation what it answers', () => {
    for (const { path, operation } of operations()) {
      const succeeds = Object.entries(operation.responses).filter(([status]) => status < '300');
      const refusesAll = path.startsWith('/input/api/cv/');
      expect([path, succeeds.length > 0]).toEqual([path, !refusesAll]);
      for (const [status, response] of succeeds) {
        const contents = Object.entries(
          (response && 'content' in response && response.content) || {},
        );
        expect([path, contents.length > 0]).toEqual([path, status !== '204']);
        for (const [type, { schema }] of contents) {
          expect(type).toMatch(/^(application|text)\/[a-z.-]+$/);
          expect(schema).toBeDefined();
        }
      }
    }
  });

  it('finds in the description everything that it refers to, and nothing that is referred to nowhere', () => {
    const referred = JSON.stringify(document).matchAll(/"#\/components\/schemas\/([\w.-]+)"/g);
    const names = new Set([...referred].map(([, name]) => name));
    expect([...names].toSorted()).toEqual(
      Object.keys(document.components?.schemas ?? {}).toSorted(),
    );
  });

  it('reads which headers a change needs, or may have', () => {
    const headersOf = (path: string, method: 'put' | 'post'): [string, boolean | undefined][] =>
      (document.paths[path]?.[method]?.parameters ?? []).flatMap((one) =>
        'name' in one && one.in === 'header' ? [[one.name, one.required]] : [],
      );
    expect(headersOf('/v1/candidates/{id}', 'put')).toEqual([['If-Match', true]]);
    expect(headersOf('/v1/quotas', 'post')).toEqual([['Idempotency-Key', false]]);
    expect(headersOf('/v1/placements/{id}/steps', 'post')).toEqual([
      ['If-Match', true],
      ['Idempotency-Key', false],
    ]);
    const upload = headersOf('/v1/candidates/imports', 'post').map(([name]) => name);
    expect(upload).not.toContain('Idempotency-Key');
  });

  it('is told which ETag is invalid, as it was sent', async () => {
    const agency = await test.caller('agency', 'MA');
    const path = '/v1/candidates/00000000-0000-7000-8000-000000000000';
    const { body } = await agency.put(path, {}).set('If-Match', '"x"').expect(400);
    expect(body.errors).toMatchObject([{ pointer: 'If-Match', detail: '"x" is not an ETag.' }]);
  });

  it.each([
    ['en', 'birthDate is not a known member. Did you mean birthOn?'],
    ['fr', 'ce membre est inconnu. Vouliez-vous dire birthOn ?'],
  ])('is told in %s which member an unknown one may mean', async (language, detail) => {
    const agency = await test.caller('agency', 'MA');
    const person = { ...aCandidate(), birthDate: '1990-01-31', sex: 'f' };
    const asked = agency.post('/v1/candidates', person).set('Accept-Language', language);
    const { body } = await asked.expect(400);
    expect(body.errors).toMatchObject([{ pointer: '/birthDate', detail }, { pointer: '/sex' }]);
    expect(body.errors[1].detail).not.toContain('?');
  });

  it('comes from the root to a page in English that loads nothing from elsewhere', async () => {
    const http = request(await test.app.getUrl());
    const { headers } = await http.get('/').expect(302);
    const { text, headers: page } = await http.get(String(headers['location'])).expect(200);
    expect(text).toContain('<html lang="en">');
    expect(page['content-security-policy']).toContain("default-src 'self'");
    for (const address of text.matchAll(/(?:src|href|"url")[=:]"([^"]+)"/g))
      expect(address[1]).toMatch(/^(\/[a-z]|data:)/);
    const { body } = await http.get('/openapi.json').expect(200);
    expect(body.servers).toEqual([{ url: '/' }]);
  });

  it('is told to send the file itself instead of a form, and no boundary becomes a row', async () => {
    const agency = await test.caller('agency', 'MA');
    const form = agency.post('/v1/candidates/imports').attach('file', Buffer.from('a;b'), 'a.csv');
    const { body } = await form.expect(415);
    expect(body).toMatchObject({ code: 'multipart-refused' });
    expect(body.detail).toContain('--data-binary @FILE');
  });

  it('is told to declare the body as JSON, and the body is not ignored', async () => {
    const agency = await test.caller('agency', 'MA');
    const { id } = (await agency.get('/v1/organisations/own').expect(200)).body;
    const keys = `/v1/organisations/${id}/api-keys`;
    const unsaid = () => agency.post(keys).type('application/x-www-form-urlencoded');
    const { body } = await unsaid().send('{"label":"nightly"}').expect(415);
    expect(body).toMatchObject({ code: 'json-expected' });
    expect(body.detail).toContain('"Content-Type: application/json"');
    await unsaid().set('Content-Length', '0').expect(400);
  });

  it('is told that a required member is missing, and nothing else about it', async () => {
    const employer = await test.caller('employer', 'ES');
    const { body } = await employer.post('/v1/vacancies', { title: '' }).expect(400);
    expect(body.errors).toEqual([
      { pointer: '/title', code: 'is-not-empty', detail: 'title should not be empty' },
      { pointer: '/language', code: 'is-defined', detail: 'language is missing' },
      { pointer: '/locations', code: 'is-defined', detail: 'locations is missing' },
    ]);
    const inFrench = employer.post('/v1/vacancies', {}).set('Accept-Language', 'fr');
    const { body: told } = await inFrench.expect(400);
    expect(told.errors[0].detail).toBe('indiquez une valeur');
    const { body: bulk } = await employer.post('/v1/vacancies/bulk', '[{"title":"x"}]').expect(200);
    expect(bulk.results[0].findings[0]).toMatchObject({
      path: '/language',
      message: 'language is missing',
    });
  });
});
