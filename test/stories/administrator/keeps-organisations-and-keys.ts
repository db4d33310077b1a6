import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ApiKeys } from '../../../src/access/api-keys.service.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an administrator', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  it('admits an agency, gives it a key and takes it back', async () => {
    const admin = await test.caller('admin');
    const body = { name: 'ANAPEC', role: 'agency', country: 'MA' };
    const { body: agency } = await admin.post('/v1/organisations', body).expect(201);
    const keys = `/v1/organisations/${String(agency.id)}/api-keys`;
    const { body: made } = await admin.post(keys, { label: 'upload' }).expect(201);
    const use = () => admin.get('/v1/organisations/own').auth(String(made.key), { type: 'bearer' });

    expect((await use().expect(200)).body).toMatchObject(body);
    const { body: listed } = await admin.get(keys).expect(200);
    expect(JSON.stringify(listed)).not.toContain(String(made.key).split('_').slice(2).join('_'));

    await admin.delete(`${keys}/${String(made.id)}`).expect(204);
    const { body: refusal } = await use().expect(401);
    expect(refusal).toMatchObject({ status: 401, code: 'not-authenticated' });

    const revokedAt = async (): Promise<unknown> =>
      (await admin.get(keys).expect(200)).body.items[0].revokedAt as unknown;
    const first = await revokedAt();
    expect(first).toEqual(expect.any(String));
    test.clock.moveTo(new Date('2026-11-25T12:00:00Z'));
    await admin.delete(`${keys}/${String(made.id)}`).expect(204);
    expect(await revokedAt()).toBe(first);
    await admin.delete(`${keys}/${String(agency.id)}`).expect(404);
  });

  it('pages through the organisations by Link headers', async () => {
    const admin = await test.caller('admin');
    const first = await admin.get('/v1/organisations?limit=1').expect(200);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers['link'] ?? '')?.[1];
    const second = await admin.get(next ?? '').expect(200);
    expect(second.body.items[0].id).not.toBe(first.body.items[0].id);
  });

  it('is told what is wrong with a request, and where', async () => {
    const admin = await test.caller('admin');
    const { body, type } = await admin
      .post('/v1/organisations', { name: ' ', role: 'agency', sex: 'f' })
      .expect(400);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ code: 'validation-failed', status: 400 });
    const places = body.errors.map((error: { pointer: string }) => error.pointer);
    expect(places.toSorted()).toEqual(['/name', '/sex']);
  });

  it.each([
    ['agency', 'ZZ', 'country-unknown'],
    ['ministry', 'MA', 'country-of-others'],
    ['partner-authority', 'ES', 'country-of-others'],
  ])(
    'cannot admit an organisation of a country that its role may not have: %s of %s',
    async (role, country, code) => {
      const admin = await test.caller('admin');
      const body = { name: 'Somebody', role, country };
      const { body: refused } = await admin.post('/v1/organisations', body).expect(400);
      expect(refused.errors).toMatchObject([{ pointer: '/country', code }]);
    },
  );
});

describe('an administrator who lost the key', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  it('gets a new one from the operator, who may revoke the earlier ones', async () => {
    const [lost, agency] = [await test.caller('admin'), await test.caller('agency', 'MA')];
    const keys = test.app.get(ApiKeys);
    const statusOf = async (key: string): Promise<number> =>
      (await lost.get('/v1/organisations').auth(key, { type: 'bearer' })).status;

    const beside = await keys.replaceAdministrator({ revokeOthers: false });
    expect(beside.revoked).toBe(0);
    expect([await statusOf(beside.key), await statusOf(lost.key)]).toEqual([200, 200]);

    const { key, revoked } = await keys.replaceAdministrator({ revokeOthers: true });
    expect(revoked).toBe(3);
    expect([await statusOf(key), await statusOf(beside.key), await statusOf(lost.key)]).toEqual([
      200, 401, 401,
    ]);
    await agency.get('/v1/organisations/own').expect(200);
  });
});

describe('a caller who is not an administrator', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp();
  });

  afterAll(() => test.stop());

  it('sees only its own organisation', async () => {
    const agency = await test.caller('agency', 'MA');
    const other = await test.caller('employer');
    await agency.get('/v1/organisations').expect(403);
    await agency.get(`/v1/organisations/${agency.organisationId}`).expect(200);
    await agency.get(`/v1/organisations/${other.organisationId}`).expect(404);
    await agency
      .post(`/v1/organisations/${other.organisationId}/api-keys`, { label: 'x' })
      .expect(404);
  });

  it('is refused without a valid key, in the same form as every refusal', async () => {
    const agency = await test.caller('agency', 'MA');
    const { body, type } = await agency
      .get('/v1/organisations/own')
      .set('Authorization', '')
      .expect(401);
    expect(type).toBe('application/problem+json');
    expect(body).toMatchObject({ type: 'urn:passerelle:problem:not-authenticated' });
  });
});
