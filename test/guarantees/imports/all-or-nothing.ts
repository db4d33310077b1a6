import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { CandidateImportWorker } from '../../../src/candidates/imports/candidate-import.worker.ts';
import { CandidateReading } from '../../../src/candidates/imports/candidate-reading.service.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { VacancyImportWorker } from '../../../src/vacancies/imports/vacancy-import.worker.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { stepsByHand } from '../../support/application/steps-by-hand.ts';

/** The step before the second batch is written. */
const HALFWAY = 'rewrite-2';

/** Guarantee G10: however the import ends, and whatever others do while it is written. */
describe('an import of all or nothing', () => {
  let test: TestApp;

  beforeAll(async () => (test = await startApp({ role: 'api' })));

  afterAll(() => test.stop());

  const asked = <Row>(statement: string, values: unknown[]): Promise<Row[]> =>
    test.database.as(SYSTEM, (sql) => sql.query<Row[]>(statement, values));

  const people = JSON.stringify(
    Array.from({ length: 1_100 }, (_, at) => ({ reference: `R-${at}`, nationalities: ['MA'] })),
  );

  const upload = async (by: Caller, path: string, content: string) => {
    const sent = by.post(`${path}?allOrNothing`).set('Content-Type', 'application/octet-stream');
    const { body } = await sent.send(Buffer.from(content)).expect(202);
    return { at: `${path}/${body.id}`, told: { importId: String(body.id), bytes: 1 } };
  };

  const referencesOf = async ({ organisationId }: Caller): Promise<string[]> => {
    const rows = await asked<{ reference: string }>(
      'SELECT reference FROM candidate WHERE organisation_id = $1 ORDER BY reference',
      [organisationId],
    );
    return rows.map(({ reference }) => reference);
  };

  /** Has an employer offer a post to one candidate, and the agency put another on a list. */
  async function holdTwo(agency: Caller): Promise<void> {
    const employer = await test.caller('employer', 'ES');
    const { body: vacancy } = await employer.post('/v1/vacancies', aVacancy()).expect(201);
    const brought = await asked<{ id: string }>(
      'SELECT id FROM candidate WHERE organisation_id = $1 ORDER BY reference LIMIT 2',
      [agency.organisationId],
    );
    const [one, other] = brought.map(({ id }) => id);
    await asked(
      `INSERT INTO placement (id, kind, status, status_on, vacancy_id, candidate_id, organisation_id,
                              agency_id, campaign_id, state, permit_category, work, quota_ids, starts_on,
                              ends_on, answer_by_on, created_at)
       VALUES ($1, 'by-name', 'offered', '2026-11-24', $2, $3, $4, $5, $1, 'ES', 'employment',
               '{}', '{}', '2027-03-01', '2027-08-31', '2026-12-24', now())`,
      [newId(), vacancy.id, one, employer.organisationId, agency.organisationId],
    );
    const list = {
      name: 'Nursing, Rabat 2026',
      state: 'ES',
      isco: '222',
      hours: 120,
      trainedOn: '2026-10-31',
      validUntilOn: '2028-10-31',
      candidateIds: [other],
    };
    await agency.post('/v1/trained-lists', list).expect(201);
  }

  it.each(['cancelled', 'failed'])(
    'leaves the candidates that others hold if it is %s, and says how many',
    async (status) => {
      const agency = await test.caller('agency', 'MA');
      const { at, told } = await upload(agency, '/v1/candidates/imports', people);
      const worker = test.app.get(CandidateImportWorker);
      const halfway = async (): Promise<unknown> => {
        await holdTwo(agency);
        return status === 'cancelled'
          ? agency.post(`${at}/cancel`).expect(202)
          : test.database.as(SYSTEM, (sql) => worker.givenUp(told, sql));
      };
      await worker.uploaded(told, stepsByHand(test, { [HALFWAY]: halfway }));
      const { body } = await agency.get(`${at}?language=fr`).expect(200);
      const message = expect.stringContaining(' : 2.');
      const failure = { code: 'taken-back-in-part', message };
      expect(body).toMatchObject({ status, read: 1_000, failure });
      expect(await referencesOf(agency)).toEqual(['R-0', 'R-1']);
    },
  );

  it('leaves nothing if its file ends early while it is written', async () => {
    const slow = { code: 'reading-too-slow', message: 'The file takes too long to be read.' };
    const reading = test.app.get(CandidateReading);
    const read = reading.read.bind(reading);
    const spied = jest.spyOn(reading, 'read').mockImplementation(async (found, options, input) => {
      const batches = await read(found, options, input);
      if (options.mode !== 'rewrite') return batches;
      return (async function* () {
        const first = await batches.next();
        if (first.done !== true) yield first.value;
        return slow;
      })();
    });
    const agency = await test.caller('agency', 'MA');
    const { at, told } = await upload(agency, '/v1/candidates/imports', people);
    await test.app.get(CandidateImportWorker).uploaded(told, stepsByHand(test, {}));
    spied.mockRestore();
    const { body } = await agency.get(at).expect(200);
    expect(body).toMatchObject({ status: 'failed', read: 1_000, failure: slow });
    expect(await referencesOf(agency)).toEqual([]);
  });

  it('reports the pace of its second reading once it is written', async () => {
    const agency = await test.caller('agency', 'MA');
    const { at, told } = await upload(agency, '/v1/candidates/imports', '[]');
    const began = test.clock.now().getTime();
    const moved = async (): Promise<void> => {
      test.clock.moveTo(new Date(began + 60_000));
      await Promise.resolve();
    };
    const worker = test.app.get(CandidateImportWorker);
    await worker.uploaded(told, stepsByHand(test, { tried: moved }));
    const { startedAt, passStartedAt } = (await agency.get(at).expect(200)).body;
    expect(Date.parse(passStartedAt) - Date.parse(startedAt)).toBe(60_000);
  });

  it('leaves the vacancies that an offer rests on', async () => {
    const employer = await test.caller('employer', 'DE');
    const many = openings(Array.from({ length: 1_100 }, (_, at) => anOpening(`V-${at}`)));
    const { at, told } = await upload(employer, '/v1/vacancies/imports', many);
    const halfway = async (): Promise<unknown> => {
      await asked(
        `INSERT INTO collective_offer (id, vacancy_id, organisation_id, state, kind, posts, created_at)
         SELECT $1, id, organisation_id, 'DE', 'by-name', 10, now() FROM vacancy
          WHERE organisation_id = $2 AND source_id = 'V-7'`,
        [newId(), employer.organisationId],
      );
      return employer.post(`${at}/cancel`).expect(202);
    };
    const steps = stepsByHand(test, { [HALFWAY]: halfway });
    await test.app.get(VacancyImportWorker).uploaded(told, steps);
    expect((await employer.get(at).expect(200)).body).toMatchObject({
      status: 'cancelled',
      read: 1_000,
      failure: { about: '1' },
    });
    const left = 'SELECT source_id AS id FROM vacancy WHERE organisation_id = $1';
    expect(await asked(left, [employer.organisationId])).toEqual([{ id: 'V-7' }]);
  });
});
