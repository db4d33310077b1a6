import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { describeApi } from '../../../src/platform/http/described/api-document.ts';
import { type Language, languages } from '../../../src/platform/language/language.ts';
import { englishWords, strayLatin } from '../../../src/platform/language/sayings.contract.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

interface Told {
  id: string;
  sentence: string;
  vacancyId: string;
  status: string;
  why: string;
  tier: { citation: string };
  contributions: { part: string; silent: string | null; detail: string }[];
  verdicts: { code: string; basis: string; sentence: string; params: { citation?: string } }[];
}

const seen = (text: string): string => text.replaceAll(/[\u2068\u2069]/g, '');

describe('a candidate who reads in their language, through their agency', () => {
  let test: TestApp;
  let road: Road;
  let nurse: string;
  let fits: string;
  let tooLow: string;

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    nurse = await road.enter({
      occupations: [{ isco: '2221', title: 'Infirmière', years: 1, lastWorkedOn: '2026-08-31' }],
      skills: [{ label: 'premiers secours' }],
      educationField: '0913',
      licences: ['B'],
      desiredPay: { amount: 25_000, currency: 'EUR', interval: 'year' },
      desiredOccupations: ['5321'],
      availableFromOn: '2027-01-01',
    });
    fits = await road.publish({
      skills: [{ label: 'premiers secours', essential: true }],
      educationLevel: 6,
      educationField: '0913',
      experience: [{ years: 2 }],
      licences: ['B', 'C'],
    });
    tooLow = await road.publish({ languages: [{ code: 'es', level: 'C1', required: true }] });
    await road.publish({ languages: [{ code: 'es', level: 'C1', required: true }] });
    await road.publish({ advertising: [] });
    await test.settle();
  });

  afterAll(() => test.stop());

  /** Returns the answer, which must name the language it was asked for. */
  async function read(path: string, language: Language, caller: Caller): Promise<unknown> {
    const { body, headers } = await caller
      .get(path)
      .set('Accept-Language', `${language}-MA, de;q=0.4`)
      .expect(200);
    expect(headers['content-language']).toBe(language);
    expect(headers['vary']).toContain('Accept-Language');
    return body;
  }

  async function matchesIn(language: Language): Promise<Told[]> {
    const body = await read(`/v1/candidates/${nurse}/matches`, language, road.agency);
    return (body as { items: Told[] }).items;
  }

  const unlocks = (): string => `/v1/candidates/${nurse}/unlocks`;

  const sentencesOf = ({ why, tier, contributions, verdicts }: Told): string[] => [
    why,
    tier.citation,
    ...contributions.map(({ detail }) => detail),
    ...verdicts.flatMap(({ basis, sentence }) => [basis, sentence]),
  ];

  async function allIn(language: Language): Promise<string[]> {
    const matches = await matchesIn(language);
    const { items } = (await read(unlocks(), language, road.agency)) as { items: Told[] };
    return [...matches.flatMap(sentencesOf), ...items.map(({ sentence }) => sentence)];
  }

  const detailOf = (match: Told | undefined, part: string): string | undefined =>
    match?.contributions.find((one) => one.part === part)?.detail;

  it('reads every match, reason, contribution and unlock without a word of English', async () => {
    const inEnglish = await allIn('en');
    expect(inEnglish.filter((said) => englishWords.test(said)).length).toBeGreaterThan(40);
    expect(inEnglish.length).toBeGreaterThan(60);
    for (const language of languages.filter((one) => one !== 'en')) {
      const told = await allIn(language);
      expect(told).toHaveLength(inEnglish.length);
      for (const said of told) expect(said).not.toMatch(englishWords);
    }
    const inArabic = await allIn('ar');
    const citations = inArabic.filter((said) => !/\p{Script=Arabic}/u.test(said));
    expect([...new Set(citations)]).toEqual(['COM(2007) 248']);
    for (const said of inArabic.filter((one) => !citations.includes(one)))
      expect([said, strayLatin(said)]).toEqual([said, null]);
  });

  it.each([
    [
      'fr',
      'métier : ISCO 2221, comme demandé ; compétences : 1 sur 1 essentielles ; langues : 1 sur 1 au niveau demandé',
      '1 an (attendu : 2), comptant pour 1,25 car l’expérience est récente',
      'Langue exigée : espagnol, niveau C1 ; niveau enregistré : B2.',
      'Le niveau C1 en espagnol donnerait accès à 2 offres d’emploi de plus.',
    ],
    [
      'ar',
      'المهنة: ISCO 2221، كما هو مطلوب؛ المهارات: 1 من 1 أساسية؛ اللغات: 1 من 1 بالمستوى المطلوب',
      'سنة واحدة (المتوقع: 2)، تُحتسب 1,25 لأن الخبرة حديثة',
      'اللغة المطلوبة: الإسبانية، المستوى C1؛ المستوى المسجل: B2.',
      'عند بلوغ المستوى C1 في الإسبانية تتاح وظيفتان شاغرتان إضافيتان.',
    ],
  ] as const)('reads what the score rests on: %s', async (language, why, years, lacks, opens) => {
    const matches = await matchesIn(language);
    const [fit, low] = [fits, tooLow].map((id) => matches.find((one) => one.vacancyId === id));
    const { items } = (await read(unlocks(), language, road.agency)) as { items: Told[] };
    const told = [fit?.why, detailOf(fit, 'experience'), low?.why, items[0]?.sentence];
    expect(told.map((said) => said && seen(said))).toEqual([why, years, lacks, opens]);
  });

  it('reads in the words meant for candidates why not, in the language of the header or the query', async () => {
    const match = (await matchesIn('en')).find(({ vacancyId }) => vacancyId === tooLow);
    const path = `/v1/matches/${match?.id ?? ''}/explanation?audience=candidate`;
    const letter = (await read(path, 'ar', road.agency)) as { decisive: Told[] };
    expect(seen(letter.decisive[0]?.sentence ?? '')).toBe(
      'تتطلب الوظيفة هذه اللغة: الإسبانية، المستوى C1؛ المستوى المذكور في ملفكم: B2.',
    );
    const asked = await road.agency.get(`${path}&language=fr`).set('Accept-Language', 'ar');
    expect(asked.body.decisive[0].sentence).toBe(
      'L’offre d’emploi exige cette langue : espagnol, niveau C1 ; votre profil indique le niveau B2.',
    );
    expect(asked.headers['content-language']).toBe('fr');
    const refused = await road.agency.get(`${unlocks()}?language=xx`).expect(400);
    expect(refused.body.errors).toMatchObject([{ pointer: '/language' }]);
    const missing = await road.employer.get(`/v1/matches/${nurse}?language=ar`).expect(404);
    expect(missing.headers['content-language']).toBe('ar');
  });

  it('has matches that employer and ministry read in their languages', async () => {
    const path = `/v1/vacancies/${fits}/matches`;
    for (const caller of [road.employer, road.ministry]) {
      const { items } = (await read(path, 'es', caller)) as { items: Told[] };
      expect(items[0]?.why).toMatch(/^ocupación: ISCO 2221, como se pide; competencias: 1 de 1/);
    }
    const tale = await road.employer.get(`${path}?language=fr`).expect(200);
    expect(tale.body.items[0].why).toMatch(/^métier/);
  });

  it.each([
    '/v1/vacancies/{id}/matches',
    '/v1/candidates/{id}/matches',
    '/v1/candidates/{id}/unlocks',
    '/v1/matches/{id}/explanation',
    '/v1/assignments/{id}/places',
    '/v1/allocation-rounds/{id}/results',
    '/v1/home-vacancies/{id}/matches',
    '/v1/candidates/imports/{id}/errors',
    '/v1/candidates/imports/{id}/error-groups',
    '/v1/candidates/imports/{id}/failed-rows',
  ])('may choose the language, as described, at %s', (path) => {
    const { parameters = [] } = describeApi(test.app).paths[path]?.get ?? {};
    const named = parameters.flatMap((one) => ('name' in one ? [one.name] : []));
    const chosen = named.filter((name) => name === 'Accept-Language' || name === 'language');
    expect(chosen.toSorted()).toEqual(['Accept-Language', 'language']);
  });
});
