import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { faultsOfPack } from '../../../src/matching/evidence/verify-pack.ts';
import { aQuota } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';

describe('an employer in a state that protects people with preference', () => {
  let test: TestApp;
  let road: Road;
  let vacancy: string;
  let romanian: string;
  let moroccan: string;

  const cook = { occupations: [{ isco: '5120', title: 'Cocinero', years: 5 }] };
  const aRule = (kind: string, parameters: object): object => ({
    code: `${kind}.es`,
    kind,
    parameters,
    citation: 'Order for tests',
    certainty: 'verified',
    validFrom: '2026-01-01',
    reason: 'For tests',
  });

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    await road.ministry.post('/v1/quotas', aQuota({ scopeCode: '5120' })).expect(201);
    await road.ministry.post('/v1/rules', aRule('preference-window', { days: 60 })).expect(201);
    await road.ministry.post('/v1/rules', aRule('duty-to-invite', { score: 200 })).expect(201);
    moroccan = await road.enter(cook);
    // Lacks the years of experience: close enough to be invited, but not fit enough to hold others
    // back.
    const some = { occupations: [{ isco: '5131', title: 'Camarero', years: 1 }] };
    romanian = await road.enter({ ...some, nationalities: ['RO'], residenceCountry: 'RO' });
    vacancy = await road.publish({ isco: ['5120'], title: 'Cocinero', nace: 'I56.10' });
  });

  afterAll(() => test.stop());

  const column = async (name: string): Promise<string[]> => {
    await test.settle();
    const path = `/v1/vacancies/${vacancy}/matches?column=${name}`;
    const { body } = await road.employer.get(path).expect(200);
    return (body.items as { candidateId: string }[]).map(({ candidateId }) => candidateId);
  };

  it('is shown only people with preference until the window is over, and all parties know the date', async () => {
    expect([await column('domestic'), await column('third-country')]).toEqual([[romanian], []]);
    expect(await road.told(moroccan, vacancy)).toMatchObject({
      waitUntilOn: '2026-11-30',
      why: 'Before 2026-11-30, only people with Community preference are presented to the employer (Order for tests).',
    });
    const { body } = await road.employer.get(`/v1/vacancies/${vacancy}/matches`).expect(200);
    expect(body.summary.reviewOn).toBe('2026-11-30');
  });

  it('has a decision that each party reads in words and a language of its own', async () => {
    const told = await road.told(moroccan, vacancy);
    const path = `/v1/matches/${told?.id ?? ''}/explanation`;
    const { body: letter } = await road.agency
      .get(`${path}?language=fr&audience=candidate`)
      .expect(200);
    expect(letter.decisive).toEqual([
      {
        rule: 'preference-window',
        verdict: 'wait',
        citation: 'Order for tests',
        sentence:
          'Les personnes bénéficiant de la préférence communautaire, comme les citoyens de l’Union, sont d’abord les seules présentées à l’employeur. Votre candidature pourra être proposée au plus tôt le 30/11/2026 (Order for tests).',
      },
    ]);
    const { body: report } = await road.ministry.get(`${path}?language=es`).expect(200);
    expect(report).toMatchObject({ audience: 'ministry', waitUntilOn: '2026-11-30' });
    expect(JSON.stringify([letter, report])).not.toContain(romanian);
    await road.employer.get(path).expect(404);
    await road.agency.get(`${path}?language=xx`).expect(400);
  });

  it('is then shown both groups in separate columns', async () => {
    test.clock.moveTo(new Date('2026-11-30T12:00:00Z'));
    await road.employer.post('/v1/matching-runs', { vacancyIds: [vacancy] }).expect(202);
    expect([await column('domestic'), await column('third-country')]).toEqual([
      [romanian],
      [moroccan],
    ]);
  });

  it('hires nobody from outside before inviting everybody it has to invite', async () => {
    const [first, second] = await road.matches(vacancy);
    const outcome = (id = ''): string => `/v1/matches/${id}/outcome`;
    const hired = { outcome: 'hired' };
    const refused = await road.employer.put(outcome(second?.id), hired, second?.version);
    expect([refused.status, refused.body.code]).toEqual([409, 'invitations-owed']);
    const invited = { outcome: 'invited' };
    await road.employer.put(outcome(first?.id), invited, first?.version).expect(200);
    await road.employer.put(outcome(second?.id), hired, second?.version).expect(200);
  });

  it('closes with a report of each outcome, and of what is still owed', async () => {
    await test.settle();
    const path = `/v1/vacancies/${vacancy}/close-out`;
    const { body: open } = await road.employer.get(path).expect(200);
    expect(open).toMatchObject({
      owed: 1,
      complete: false,
      duty: { code: 'duty-to-invite.es', parameters: { score: 200 } },
      domestic: [{ outcome: 'invited', owed: 'outcome', mustBeInvited: true }],
      labourMarketTest: { status: 'passed', sinceOn: '2026-10-01' },
    });
    const [first] = await road.matches(vacancy);
    for (const outcome of ['not-hired', 'declined']) {
      const bare = road.employer.put(
        `/v1/matches/${first?.id}/outcome`,
        { outcome },
        first?.version,
      );
      expect((await bare.expect(400)).body.errors).toMatchObject([{ pointer: '/reason' }]);
    }
    const reason = { outcome: 'not-hired', reason: 'Did not come to the interview' };
    const at = `/v1/matches/${first?.id ?? ''}/outcome`;
    await road.employer.put(at, reason, first?.version).expect(200);
    const { body: closed } = await road.employer.get(path).expect(200);
    expect(closed).toMatchObject({ owed: 0, complete: true });
    expect(closed.domestic[0].outcomeReason).toBe('Did not come to the interview');
    expect(await column('domestic')).toEqual([romanian]);
    const other = await test.caller('employer', 'ES');
    await other.get(path).expect(404);
  });

  it('takes away the evidence, which can be verified without the service', async () => {
    const { body: pack } = await road.employer
      .post(`/v1/vacancies/${vacancy}/evidence-packs`)
      .expect(201);
    expect(faultsOfPack(pack)).toEqual([]);
    const kinds = (pack.entries as { kind: string }[]).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'advertisement')).toHaveLength(2);
    expect(kinds.filter((kind) => kind === 'decision')).toHaveLength(2);
    for (const secret of ['Salma', 'Amrani', romanian, moroccan]) {
      expect(JSON.stringify(pack)).not.toContain(secret);
    }
    expect(pack.words).toMatchObject([{ reason: 'Did not come to the interview' }]);
    const { body: again } = await road.ministry.get(`/v1/evidence-packs/${pack.id}`).expect(200);
    expect(again).toEqual(pack);
    const page = await road.employer.get(`/v1/evidence-packs/${pack.id}/page`).expect(200);
    expect([page.type, page.text.includes(String(pack.head))]).toEqual(['text/html', true]);
    expect(page.text).toContain('not hired: <bdi>Did not come to the interview</bdi>');
    for (const { hash } of pack.entries) expect(page.text).toContain(String(hash));
    const other = await test.caller('employer', 'ES');
    await other.get(`/v1/evidence-packs/${pack.id}`).expect(404);
  });

  it.each([
    ['en', 'ltr', 'Number of positions', 'The vacancy is open.'],
    ['fr', 'ltr', 'Nombre de postes', 'L’offre d’emploi est ouverte.'],
    ['es', 'ltr', 'Número de puestos', 'La oferta de empleo está abierta.'],
    ['ar', 'rtl', 'عدد المناصب', 'الوظيفة الشاغرة مفتوحة.'],
  ])(
    'reads the evidence in %s, and the sealed text as it was',
    async (language, direction, positions, open) => {
      const [first] = await road.matches(vacancy);
      const path = `/v1/matches/${first?.id ?? ''}/evidence-packs`;
      const { body: pack } = await road.employer.post(path).expect(201);
      const { text, headers } = await road.employer
        .get(`/v1/evidence-packs/${pack.id}/page?language=${language}`)
        .expect(200);
      expect(headers['content-language']).toBe(language);
      expect(text).toContain(`<html lang="${language}" dir="${direction}">`);
      expect(text).toContain(`<dt>${positions}</dt>`);
      expect(text).toContain(`<td>${open}</td>`);
      expect(text).toContain('<code><bdi>verdicts.0.sentence</bdi></code>');
      expect(text).toContain('<td><bdi>The vacancy is open.</bdi></td>');
    },
  );

  it('takes away the evidence of one decision', async () => {
    const [first] = await road.matches(vacancy);
    const path = `/v1/matches/${first?.id ?? ''}/evidence-packs`;
    const { body: pack } = await road.ministry.post(path).expect(201);
    const decisions = (pack.entries as { kind: string; content: object }[]).filter(
      ({ kind }) => kind === 'decision',
    );
    expect(decisions).toMatchObject([
      { content: { id: first?.id, invitation: { outcome: 'not-hired' } } },
    ]);
  });

  it('finds its packs again, and a ministry those of its state', async () => {
    const path = '/v1/evidence-packs?limit=1';
    const { body, headers } = await road.employer.get(`${path}&vacancyId=${vacancy}`).expect(200);
    expect(body.items).toMatchObject([{ vacancyId: vacancy, head: expect.any(String) }]);
    expect(body.items[0]).not.toHaveProperty('entries');
    expect(headers['link']).toContain('rel="next"');
    const { body: all } = await road.ministry.get('/v1/evidence-packs').expect(200);
    expect(all.items).toContainEqual(body.items[0]);
    const { body: none } = await road.employer.get(`${path}&vacancyId=${romanian}`).expect(200);
    expect(none.items).toEqual([]);
    const other = await test.caller('employer', 'ES');
    expect((await other.get(path).expect(200)).body.items).toEqual([]);
  });
});
