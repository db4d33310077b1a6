import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type pg from 'pg';
import type { CandidateDto } from '../../../src/candidates/candidates.dto.ts';
import { ErasuresWorker } from '../../../src/candidates/erasures.worker.ts';
import { faultsOfPack } from '../../../src/matching/evidence/verify-pack.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { Placing } from '../../support/callers/placing.ts';
import { importFile } from '../../support/imports/import-file.ts';
import { startApp, type TestApp } from '../../support/application/start-app.ts';
import { connectAsOwner } from '../../support/application/connect-as-owner.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';

const consent = {
  purpose: 'matching' as const,
  sections: ['work-experience' as const, 'languages' as const, 'skills' as const],
  countries: ['ES'],
  givenOn: '2026-09-01',
  evidence: 'Canary signed',
  scanSha256: 'ca'.repeat(32),
  witness: 'Canary witness',
};

/** A nurse of whom every fact that is theirs alone contains "Canary". */
const canary = {
  reference: 'Canary-1',
  givenName: 'Canary',
  familyName: 'Canary-Alaoui',
  email: 'canary@example.org',
  phone: '+212 600 CANARY',
  documents: ['passport:CANARY17'],
  qualifications: ['Canary diploma'],
  trainingProgramme: 'Canary course',
  skills: [{ label: 'canary keeping' }],
  occupations: [{ isco: '2221', title: 'Infirmière canary', years: 4 }],
  consents: [consent],
};

describe('an erased person', () => {
  let test: TestApp;
  let road: Road;
  let owner: pg.Client;
  let placing: Placing;
  let [id, placement, match, evidence] = ['', '', '', ''];
  let backup: { person: object; given: object }[] = [];

  beforeAll(async () => {
    test = await startApp();
    road = await openRoad(test);
    placing = new Placing(road);
    owner = await connectAsOwner(test);
    await leaveTraces();
  });

  afterAll(async () => {
    await owner.end();
    await test.stop();
  });

  const send = (known: Partial<CandidateDto>): Promise<unknown> =>
    importFile(test, road.agency, JSON.stringify([aCandidate({ ...canary, ...known })]));

  /** Sends a change that a reader of the file refuses, in each of the formats. */
  const sendRefused = async (): Promise<void> => {
    await send({ nationalities: ['Canary'] });
    const sheet = 'reference;family_name;nationalities\nCanary-1;Canary;Canary';
    const xml = `<Candidate xmlns="http://www.hr-xml.org/3"><DocumentID>Canary-1</DocumentID>
      <CandidatePerson><BirthDate>Canary</BirthDate></CandidatePerson></Candidate>`;
    for (const content of [sheet, xml]) await importFile(test, road.agency, content);
  };

  const answerOnce = (): ReturnType<Road['agency']['post']> =>
    road.agency.post('/v1/candidates', aCandidate(canary)).set('Idempotency-Key', 'once');

  async function leaveTraces(): Promise<void> {
    await send({});
    await send({ familyName: 'Canary-Benali' });
    await sendRefused();
    const { body } = await answerOnce().expect(200);
    id = String(body.id);
    await road.enter({ givenName: 'Canari', familyName: 'Canari-Alaoui' });
    match = await placing.matchOf(await road.publish(), id);
    const { body: offered } = await placing.offer(match).expect(201);
    placement = String(offered.id);
    await placing.go(
      placement,
      [road.agency, 'accept', { reason: 'Canary is glad' }],
      [road.ministry, 'authorise', { evidence: 'Permit CANARY' }],
      [road.agency, 'prepare'],
    );
    await placing.record(road.agency, placement, 'accommodation', { evidence: 'Canary flat' });
    await refuse();
    await test.settle();
  }

  /**
   * Has the employer write why the candidate was not hired elsewhere, and take the evidence away.
   */
  async function refuse(): Promise<void> {
    const other = await road.publish();
    const refused = (await road.matches(other)).find(({ candidateId }) => candidateId === id);
    const why = { outcome: 'not-hired', reason: 'Canary came late' };
    await road.employer
      .put(`/v1/matches/${refused?.id}/outcome`, why, refused?.version)
      .expect(200);
    const made = await road.employer.post(`/v1/vacancies/${other}/evidence-packs`).expect(201);
    evidence = String(made.body.id);
  }

  /** Returns the tables that hold the word in any column, also within bytes. */
  const holding = async (word: RegExp): Promise<string[]> => {
    const { rows: tables } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables
        WHERE schemaname IN ('public', 'bullmq') AND NOT starts_with(tablename, 'esco')`,
    );
    const found: string[] = [];
    for (const { name } of tables) {
      const { rows } = await owner.query<{ row: object }>(
        `SELECT to_json(t) AS row FROM ${name} t`,
      );
      const bytes = (text: string): string => Buffer.from(text.slice(2), 'hex').toString();
      const texts = rows.map(({ row }) => JSON.stringify(row));
      const packed = texts.flatMap((text) => text.match(/\\\\x[0-9a-f]+/g) ?? []).map(bytes);
      if ([...texts, ...packed].some((text) => word.test(text))) found.push(name);
    }
    return found;
  };

  it('was known to tables of many kinds', async () => {
    expect((await holding(/canary/i)).toSorted()).toEqual([
      'public.candidate',
      'public.candidate_import_before',
      'public.candidate_index',
      'public.consent',
      'public.decision_input',
      'public.evidence_words',
      'public.file_import_error',
      'public.match',
      'public.placement_event',
      'public.placement_record',
    ]);
  });

  it('was named in no log, even when a request about them failed', async () => {
    const written = jest.spyOn(process.stderr, 'write').mockReturnValue(true);
    await owner.query('ALTER TABLE consent RENAME TO consent_away');
    await road.agency.get('/v1/candidates/by-reference/Canary-1').expect(500);
    await road.agency.get(`/v1/candidates/${id}`).expect(500);
    await owner.query('ALTER TABLE consent_away RENAME TO consent');
    const log = JSON.stringify(written.mock.calls);
    written.mockRestore();
    expect(log).toContain('GET /v1/candidates/by-reference/:reference: QueryFailedError');
    expect(log).toContain(`GET /v1/candidates/${id}: QueryFailedError`);
    expect(log).not.toMatch(/canary/i);
  });

  it('is known to none of them, nor to any answer', async () => {
    backup = (
      await owner.query<{ person: object; given: object }>(
        `SELECT to_jsonb(candidate) AS person, to_jsonb(consent) AS given
           FROM candidate JOIN consent ON candidate_id = candidate.id WHERE candidate.id = $1`,
        [id],
      )
    ).rows;
    await road.agency.delete(`/v1/candidates/${id}`).expect(204);
    const left = await holding(/canary/i);
    // The index forgets the person by a job, which may be done already.
    expect(left.filter((table) => table !== 'public.candidate_index')).toEqual([]);
    await test.settle();
    expect(await holding(/canary/i)).toEqual([]);
    for (const path of [`candidates/${id}`, 'candidates/by-reference/Canary-1', `matches/${match}`])
      await road.agency.get(`/v1/${path}`).expect(404);
    const { body: found } = await road.agency.get('/v1/candidates?q=canary').expect(200);
    expect(found.total).toBe(0);
  });

  it('is erased again when an older backup brings them back, by itself or by their agency', async () => {
    await bringBack();
    await road.agency.delete(`/v1/candidates/${id}`).expect(204);
    await bringBack();
    await test.database.as(SYSTEM, (sql) =>
      test.app.get(ErasuresWorker).watched({ at: '2026-11-24T12:05' }, sql),
    );
    await test.settle();
    await road.agency.get(`/v1/candidates/${id}`).expect(404);
    expect(await holding(/canary/i)).toEqual([]);
  });

  async function bringBack(): Promise<void> {
    const [{ person, given } = {}] = backup;
    await owner.query(
      'INSERT INTO candidate SELECT * FROM jsonb_populate_record(NULL::candidate, $1)',
      [person],
    );
    await owner.query(
      'INSERT INTO consent SELECT * FROM jsonb_populate_record(NULL::consent, $1)',
      [given],
    );
    await road.agency.get(`/v1/candidates/${id}`).expect(200);
  }

  it('is not told of by the answer kept for a retry', async () => {
    const { body } = await answerOnce().expect(410);
    expect(body.code).toBe('answer-erased');
    expect(JSON.stringify(body)).not.toMatch(/canary/i);
  });

  it('leaves the course of their placement, without a word about them', async () => {
    const path = `/v1/placements/${placement}`;
    const { body: events } = await road.ministry.get(`${path}/events`).expect(200);
    expect(events.items).toMatchObject([
      { step: 'offer' },
      { step: 'accept', reason: null },
      { step: 'authorise', evidence: null },
      { step: 'prepare' },
      { step: 'withdraw', reason: 'The person was erased' },
    ]);
    const { body: records } = await road.agency.get(`${path}/records`).expect(200);
    expect(records.items).toMatchObject([{ kind: 'accommodation', evidence: null }]);
    const { body } = await placing.record(road.agency, placement, 'travel').expect(409);
    expect(body.code).toBe('person-erased');
  });

  it('leaves evidence that can be verified, without the words of the employer', async () => {
    const path = `/v1/evidence-packs/${evidence}`;
    const { body: pack } = await road.ministry.get(path).expect(200);
    expect(faultsOfPack(pack)).toEqual([]);
    expect(pack.words).toEqual([]);
    const kinds = pack.entries as { kind: string; content: object }[];
    const decisions = kinds.filter(({ kind }) => kind === 'decision');
    expect(decisions).toContainEqual(
      expect.objectContaining({
        content: expect.objectContaining({
          invitation: expect.objectContaining({ outcome: 'not-hired' }),
        }),
      }),
    );
    const { text } = await road.ministry.get(`${path}/page`).expect(200);
    expect(text).toContain('not hired: <bdi>the words were erased');
  });
});
