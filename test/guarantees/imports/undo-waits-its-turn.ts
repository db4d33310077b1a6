import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import type { ConsentDto } from '../../../src/candidates/consents.dto.ts';
import { Candidates } from '../../../src/candidates/candidates.service.ts';
import { Consent } from '../../../src/candidates/consent.entity.ts';
import { holdPerson } from '../../../src/candidates/consents.queries.ts';
import { CandidateImportWorker } from '../../../src/candidates/imports/candidate-import.worker.ts';
import { importedPeople } from '../../../src/candidates/imports/imported-people.ts';
import { takeBack, undoImport } from '../../../src/platform/imports/undo/undo-import.ts';
import { ComparePeople } from '../../../src/candidates/duplicates/compare-people.ts';
import { VacancyMatcher } from '../../../src/matching/vacancy-matcher.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { lockComparing } from '../../../src/platform/duplicates/block-keys.queries.ts';
import type { JobSteps } from '../../../src/platform/queue/handles-job.ts';
import { compareVacancies } from '../../../src/vacancies/duplicates/compare-vacancies.ts';
import { VacancyImportWorker } from '../../../src/vacancies/imports/vacancy-import.worker.ts';
import { shareDecisions } from '../../../src/vacancies/decisions-lock.queries.ts';
import { aCandidate, aVacancy } from '../../support/worlds/builders.ts';
import { openRoad, type Road } from '../../support/worlds/road.ts';
import { someoneWaits } from '../../support/application/someone-waits.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

const trades = ['2221', '7115'];

/**
 * No job runs by itself here. Each test has a job lock its rows exactly when the undo holds some of
 * them.
 */
describe('an undo or an erasure while jobs work on the same rows', () => {
  let test: TestApp;
  let road: Road;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    road = await openRoad(test);
  });

  afterAll(() => test.stop());

  const steps: JobSteps = {
    once: async (_, work) => test.database.as(SYSTEM, work).then(() => true),
    isDone: () => Promise.resolve(false),
  };

  /**
   * Runs an import to its end.
   * @returns the path of the import, and the ids of its records in the order of the file
   */
  async function bring(by: Caller, name: 'candidates' | 'vacancies', records: object[]) {
    const { body } = await by.post(`/v1/${name}/imports`, records).expect(202);
    const worker = name === 'candidates' ? CandidateImportWorker : VacancyImportWorker;
    await test.app
      .get<CandidateImportWorker>(worker)
      .uploaded({ importId: body.id, bytes: body.bytes }, steps);
    const table = name === 'candidates' ? 'candidate' : 'vacancy';
    const rows = await test.database.as(SYSTEM, (sql) =>
      sql.query<{ id: string }[]>(`SELECT id FROM ${table} WHERE import_id = $1 ORDER BY id`, [
        body.id,
      ]),
    );
    return { path: `/v1/${name}/imports/${body.id}`, ids: rows.map(({ id }) => id) };
  }

  type Work = (sql: EntityManager) => Promise<unknown>;

  /**
   * Returns the status answered to `ask`, which starts after `first` has run and before `second`
   * does, both in one transaction.
   */
  async function answeredBetween(
    ask: () => PromiseLike<{ status: number }>,
    [first, second]: readonly Work[],
  ): Promise<number> {
    const { asked } = await test.database.as(SYSTEM, async (sql) => {
      await first?.(sql);
      const answered = Promise.resolve(ask()).then(({ status }) => status);
      await someoneWaits(test.database);
      await second?.(sql);
      return { asked: answered };
    });
    return asked;
  }

  const undoBetween = (by: Caller, path: string, jobs: readonly Work[]): Promise<number> =>
    answeredBetween(() => by.post(`${path}/undo`), jobs);

  const eraseBetween = (id: string, jobs: readonly Work[]): Promise<number> =>
    answeredBetween(() => road.agency.delete(`/v1/candidates/${id}`), jobs);

  it('takes people away once decisions about them are stored', async () => {
    const matcher = test.app.get(VacancyMatcher);
    const vacancies = await Promise.all(trades.map((isco) => road.publish({ isco: [isco] })));
    const people = trades.map((isco) => aCandidate({ occupations: [{ isco }] }));
    const { path } = await bring(road.agency, 'candidates', people);
    const decide = vacancies.map((id) => (sql: EntityManager) => matcher.match(sql, [id]));
    expect(await undoBetween(road.agency, path, decide.toReversed())).toBe(200);
  });

  it('takes people away once they are compared', async () => {
    const people = test.app.get(ComparePeople);
    const { path, ids } = await bring(road.agency, 'candidates', [aCandidate(), aCandidate()]);
    const compare = ids.map((id) => (sql: EntityManager) => people.compare(sql, [id]));
    expect(await undoBetween(road.agency, path, compare.toReversed())).toBe(200);
  });

  it('takes vacancies away once they are compared', async () => {
    const sent = ['A', 'B'].map((sourceId) => aVacancy({ sourceId }));
    const { path, ids } = await bring(road.employer, 'vacancies', sent);
    const compare = ids.map(
      (id) => (sql: EntityManager) => compareVacancies(sql, [id], test.clock.today()),
    );
    expect(await undoBetween(road.employer, path, compare.toReversed())).toBe(200);
  });

  describe('while consents are written', () => {
    /** Imports a candidate together with a consent. */
    async function bringWithConsent() {
      const person = aCandidate();
      const { path, ids } = await bring(road.agency, 'candidates', [person]);
      const [id = ''] = ids;
      const consentId = (await consentsOf(id))[0]?.id ?? '';
      const again = person.consents?.[0] as ConsentDto;
      const undo: Work = (sql) => undoImport(sql, idIn(path), importedPeople);
      return { path, id, consentId, again, undo };
    }

    const idIn = (path: string): string => path.split('/').at(-1) ?? '';

    const takeBackPeople = (path: string): Promise<unknown> =>
      test.database.as(SYSTEM, (sql) => takeBack(sql, idIn(path), importedPeople));

    const consentsOf = async (id: string): Promise<Consent[]> => {
      const { body } = await road.agency.get(`/v1/candidates/${id}`).expect(200);
      return body.consents as Consent[];
    };

    it('waits for a withdrawal, and takes nothing back', async () => {
      const { path, id, consentId } = await bringWithConsent();
      const withdraw: Work = () => test.app.get(Candidates).withdrawConsent(id, consentId);
      expect(await undoBetween(road.agency, path, [withdraw])).toBe(409);
      const withdrawn = { id: consentId, withdrawnAt: expect.any(String) };
      expect(await consentsOf(id)).toMatchObject([withdrawn]);
    });

    it('waits for a consent that is recorded over that of the file, and takes nothing back', async () => {
      const { path, id, again } = await bringWithConsent();
      const record: Work = () => test.app.get(Candidates).consent(id, again);
      expect(await undoBetween(road.agency, path, [record])).toBe(409);
      expect(await consentsOf(id)).toHaveLength(1);
    });

    it('makes a withdrawal wait, which then finds no candidate', async () => {
      const { id, consentId, undo } = await bringWithConsent();
      const withdraw = () => road.agency.delete(`/v1/candidates/${id}/consents/${consentId}`);
      expect(await answeredBetween(withdraw, [undo])).toBe(404);
    });

    it('makes the recording of a consent wait, which then finds no candidate', async () => {
      const { id, again, undo } = await bringWithConsent();
      const record = () => road.agency.post(`/v1/candidates/${id}/consents`, again);
      expect(await answeredBetween(record, [undo])).toBe(404);
    });

    it('waits with an import of all or nothing before it takes any of it back', async () => {
      const { path, id, consentId } = await bringWithConsent();
      let begin = (): void => undefined;
      const held = new Promise<void>((resolve) => (begin = resolve));
      const takenBack = held.then(() => takeBackPeople(path));
      // In the order of a withdrawal: the candidate first, then the consent.
      await test.database.as(SYSTEM, async (sql) => {
        await holdPerson(sql, id);
        begin();
        await someoneWaits(test.database);
        await sql.update(Consent, { id: consentId }, { withdrawnAt: test.clock.now() });
      });
      await takenBack;
      await road.agency.get(`/v1/candidates/${id}`).expect(404);
    });

    it('announces that a candidate changed since lost a consent with an import of all or nothing', async () => {
      const { consents, ...known } = aCandidate();
      const id = await road.enter({ ...known, consents: [] });
      const { path } = await bring(road.agency, 'candidates', [{ ...known, consents, phone: '1' }]);
      await road.enter({ ...known, consents: [], phone: '2' });
      const told = (): Promise<unknown[]> =>
        test.database.as(SYSTEM, (sql) =>
          sql.query(
            `SELECT FROM outbox WHERE payload->>'candidateId' = $1 AND job = 'candidate.changed'
                OR payload->'candidateIds' ? $1 AND job = 'candidates.changed'`,
            [id],
          ),
        );
      const before = (await told()).length;
      await takeBackPeople(path);
      expect(await consentsOf(id)).toEqual([]);
      expect(await told()).toHaveLength(before + 1);
    });

    it('keeps a withdrawal when an import of all or nothing is taken back', async () => {
      const { consents, ...known } = aCandidate();
      const id = await road.enter({ ...known, consents: [] });
      const { path } = await bring(road.agency, 'candidates', [{ ...known, consents, phone: '1' }]);
      const consentId = (await consentsOf(id))[0]?.id ?? '';
      await road.agency.delete(`/v1/candidates/${id}/consents/${consentId}`).expect(200);
      await takeBackPeople(path);
      expect(await consentsOf(id)).toMatchObject([{ withdrawnAt: expect.any(String) }]);
    });
  });

  it('takes away people whom a later import is about to change, and that import creates them again', async () => {
    const [first, second] = [aCandidate({ reference: 'Z' }), aCandidate({ reference: 'Y' })];
    const { path, ids } = await bring(road.agency, 'candidates', [first, second]);
    const later = [second, first].map((person) => ({ ...person, phone: '3' }));
    // Holds one of the two candidates, so that each of undo and import has its first row when the
    // other starts.
    const { undone, brought } = await test.database.as(SYSTEM, async (sql) => {
      await sql.query('SELECT FROM candidate WHERE id = $1 FOR UPDATE', [ids[0]]);
      const undo = Promise.resolve(road.agency.post(`${path}/undo`)).then(({ status }) => status);
      await someoneWaits(test.database);
      const bringing = bring(road.agency, 'candidates', later);
      await someoneWaits(test.database, 2);
      return { undone: undo, brought: bringing };
    });
    expect(await undone).toBe(200);
    expect((await brought).ids).toHaveLength(2);
  });

  it('erases a person once they are compared', async () => {
    const people = test.app.get(ComparePeople);
    const id = await road.enter();
    await test.database.as(SYSTEM, (sql) => people.compare(sql, [id]));
    // Halfway through a comparison: the person's old keys are gone, and the new ones are not there
    // yet.
    const begin: Work = async (sql) => {
      await lockComparing(sql, 'candidate');
      await sql.query('DELETE FROM candidate_block WHERE candidate_id = $1', [id]);
    };
    expect(await eraseBetween(id, [begin, (sql) => people.compare(sql, [id])])).toBe(204);
  });

  it('erases a person once decisions about them are stored', async () => {
    const matcher = test.app.get(VacancyMatcher);
    const [one, other] = await Promise.all([road.publish(), road.publish()]);
    const id = await road.enter();
    await test.database.as(SYSTEM, (sql) => matcher.match(sql, [one]));
    // Halfway through the decisions: the match with one vacancy is about to change, and the other
    // vacancy comes next.
    const begin: Work = async (sql) => {
      await shareDecisions(sql);
      const stored = 'SELECT FROM match WHERE candidate_id = $1 FOR UPDATE';
      expect(await sql.query(stored, [id])).toHaveLength(1);
    };
    const goOn: Work = (sql) => matcher.match(sql, [other]);
    expect(await eraseBetween(id, [begin, goOn])).toBe(204);
  });
});
