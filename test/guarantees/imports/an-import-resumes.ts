import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { JobRunner } from '../../../src/platform/queue/job-runner.ts';
import { NotYet } from '../../../src/platform/queue/not-yet.ts';
import { anOpening, openings } from '../../support/files/an-opening.ts';
import { figure } from '../../support/suite/figure.ts';
import { type KilledFile, KilledImports } from '../../support/imports/killed-imports.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';
import { connectAsOwner } from '../../support/application/connect-as-owner.ts';

/** In the soak the files are large enough to be read in a thread of their own. */
const padding = 'x'.repeat(figure({ suite: 1, soak: 800 }));

/** Enough candidates for several steps, including new, changed, duplicate and faulty ones. */
function peopleFile(): KilledFile {
  const rows = Array.from({ length: 2_300 }, (_, at) => {
    const reference = `R-${at % 2_200}`;
    const nationality = at % 97 === 0 ? 'Atlantide' : 'MA';
    return `${reference};Alami;Hind ${at};${nationality};Infirmière;fr:B2;matching;all;ES;01/09/2026;${padding}`;
  });
  const header =
    'référence;nom;prénom;nationalité;métier;langues;consent_purposes;consent_sections;consent_countries;consent_given_on;remarques';
  return {
    path: '/v1/candidates/imports',
    contentType: 'text/csv',
    content: [header, ...rows].join('\n'),
    leaves: {
      people: `SELECT reference, given_name, version, content_hash FROM candidate
                WHERE organisation_id = $1 ORDER BY reference`,
      consents: `SELECT reference, purpose, given_on FROM consent JOIN candidate ON candidate.id = candidate_id
                  WHERE consent.organisation_id = $1 ORDER BY reference`,
      before: `SELECT person ->> 'reference' AS reference FROM candidate_import_before
                WHERE organisation_id = $1 ORDER BY 1`,
      indexed: 'SELECT count(*)::int AS people FROM candidate_index WHERE organisation_id = $1',
    },
  };
}

/** The same for vacancies, including some that are closed. */
function vacanciesFile(): KilledFile {
  const each = Array.from({ length: 1_100 }, (_, at) => {
    const title = at % 97 === 0 ? `Welder ${at}, women only` : `Welder ${at}`;
    const status = at % 89 === 0 ? 'Closed' : 'Active';
    return anOpening(`V-${at % 1_050}`, { title, status, text: `Welding. ${padding}` });
  });
  return {
    path: '/v1/vacancies/imports',
    contentType: 'application/xml',
    content: openings(each),
    leaves: {
      vacancies: `SELECT source_id, title, status, version, content_hash FROM vacancy
                   WHERE organisation_id = $1 ORDER BY source_id`,
      before: `SELECT b.vacancy ->> 'source_id' AS id FROM vacancy_import_before b
                WHERE organisation_id = $1 ORDER BY 1`,
      told: `SELECT job, count(*)::int AS vacancies
               FROM outbox, jsonb_array_elements_text(payload -> 'vacancyIds') AS told
               JOIN vacancy ON vacancy.id = told::uuid
              WHERE organisation_id = $1 GROUP BY job ORDER BY job`,
    },
  };
}

/** A file, and a sender who already has one record that the file changes. */
interface Sending {
  what: string;
  file: () => KilledFile;
  sender: (test: TestApp) => Promise<Caller>;
}

const sendings: Sending[] = [
  {
    what: 'people as a spreadsheet',
    file: peopleFile,
    sender: async (test) => {
      const agency = await test.caller('agency', 'MA');
      const known = { reference: 'R-1', nationalities: ['MA'] };
      await agency.post('/v1/candidates', known).expect(201);
      return agency;
    },
  },
  {
    what: 'vacancies as HR-XML',
    file: vacanciesFile,
    sender: async (test) => {
      const employer = await test.caller('employer');
      const known = { sourceAgency: 'AG-1', sourceId: 'V-1', title: 'Fitter', language: 'en' };
      const vacancy = { ...known, isco: ['7233'], locations: [{ country: 'DE' }] };
      await employer.post('/v1/vacancies', vacancy).expect(201);
      return employer;
    },
  },
];

/** Guarantee G10. */
describe.each(sendings)('an import of $what that is killed', ({ file, sender }) => {
  let test: TestApp;
  let imports: KilledImports;
  let whole: unknown;
  let transactions = 0;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    imports = new KilledImports(test, file());
    const undisturbed = await sender(test);
    transactions = await imports.run(await imports.upload(undisturbed));
    whole = await imports.resultOf(undisturbed);
  });

  afterAll(() => test.stop());

  /** The stored records, without how often each was changed. */
  async function recordsOf(sending: Caller): Promise<unknown[]> {
    const [name = ''] = Object.keys(file().leaves);
    const rows = (await imports.resultOf(sending))[name] as { version: number }[];
    return rows.map(({ version: _, ...record }) => record);
  }

  it('leaves rows in every table that is compared', () => {
    for (const rows of Object.values(whole as object)) expect(rows).not.toEqual([]);
  });

  it('makes later imports of the same organisation wait until it is finished or given up', async () => {
    const sending = await sender(test);
    const [job, later, last] = [
      await imports.upload(sending),
      await imports.upload(sending),
      await imports.upload(sending),
    ];
    await imports.runAndKillAfter(Math.ceil(transactions / 2), job);
    await expect(imports.run(later)).rejects.toThrow(NotYet);
    await imports.run(job);
    await expect(imports.run(last)).rejects.toThrow(NotYet);
    await test.app.get(JobRunner).giveUp(later, 'given up');
    await imports.run(last);
    const { counts } = await imports.resultOf(sending);
    const statuses = (counts as { status: string }[]).map(({ status }) => status);
    expect(statuses.toSorted()).toEqual(['failed', 'finished', 'finished']);
  });

  it('ends as failed if its job is given up, keeps what was stored, and can be undone', async () => {
    const sending = await sender(test);
    const before = await recordsOf(sending);
    const job = await imports.upload(sending);
    await imports.runAndKillAfter(transactions - 1, job);
    const halfway = await recordsOf(sending);
    expect(halfway.length).toBeGreaterThan(before.length);
    await test.app.get(JobRunner).giveUp(job, 'a fault of ours');
    await imports.run(job);
    const at = `${file().path}/${(job.payload as { importId: string }).importId}`;
    const { body } = await sending.get(`${at}?language=fr`).expect(200);
    expect(body).toMatchObject({ status: 'failed', failure: { code: 'import-given-up' } });
    expect(body.failure.message).toMatch(/de notre côté/);
    const { text } = await sending.get(`${at}/progress`).buffer(true).expect(200);
    expect(text).toContain('event: failed');
    expect(await recordsOf(sending)).toEqual(halfway);
    expect((await imports.resultOf(sending))['chunks']).toEqual([{ left: 0 }]);
    await sending.post(`${at}/undo`).expect(200);
    expect(await recordsOf(sending)).toEqual(before);
  });

  it('is cancelled if its job is given up after it was cancelled', async () => {
    const sending = await sender(test);
    const job = await imports.upload(sending);
    await imports.runAndKillAfter(Math.ceil(transactions / 2), job);
    const at = `${file().path}/${(job.payload as { importId: string }).importId}`;
    await sending.post(`${at}/cancel`).expect(202);
    await test.app.get(JobRunner).giveUp(job, 'a fault of ours');
    expect((await sending.get(at).expect(200)).body.status).toBe('cancelled');
  });

  it(
    'resumes to the identical result, wherever it was killed',
    async () => {
      const offsets = figure({ suite: 2, soak: 20 });
      for (let offset = 1; offset <= offsets; offset += 1) {
        const sending = await sender(test);
        const job = await imports.upload(sending);
        await imports.runAndKillAfter(Math.ceil((offset * transactions) / offsets), job);
        await imports.run(job);
        expect({ offset, result: await imports.resultOf(sending) }).toEqual({
          offset,
          result: whole,
        });
        await imports.run(job);
        expect(await imports.resultOf(sending)).toEqual(whole);
      }
    },
    figure({ suite: 90_000, soak: 3_600_000 }),
  );
});

/** Guarantee G10. */
describe('an import of all or nothing whose job is given up', () => {
  let test: TestApp;

  beforeAll(async () => (test = await startApp({ role: 'api' })));

  afterAll(() => test.stop());

  it('leaves nothing', async () => {
    const people = Array.from({ length: 1_100 }, (_, at) => ({
      reference: `R-${at}`,
      nationalities: ['MA'],
    }));
    const imports = new KilledImports(test, {
      path: '/v1/candidates/imports?allOrNothing=true',
      contentType: 'application/json',
      content: JSON.stringify(people),
      leaves: {
        people: 'SELECT count(*)::int AS people FROM candidate WHERE organisation_id = $1',
      },
    });
    const transactions = await imports.run(await imports.upload(await test.caller('agency', 'MA')));
    const agency = await test.caller('agency', 'MA');
    const job = await imports.upload(agency);
    await imports.runAndKillAfter(transactions - 3, job);
    expect((await imports.resultOf(agency))['people']).not.toEqual([{ people: 0 }]);
    await test.app.get(JobRunner).giveUp(job, 'a fault of ours');
    expect(await imports.resultOf(agency)).toMatchObject({
      people: [{ people: 0 }],
      counts: [{ status: 'failed', read: 1_000 }],
    });
  });
});

/** Guarantee G10. */
describe('an import that is killed while the database refuses one of its rows', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
    const owner = await connectAsOwner(test);
    await owner.query(`ALTER TABLE candidate ADD CHECK (family_name <> 'Witch')`);
    await owner.end();
  });

  afterAll(() => test.stop());

  it('resumes to the identical result, wherever it was killed', async () => {
    const imports = new KilledImports(test, {
      ...peopleFile(),
      content: 'référence;nom;nationalité\nR-1;Alami;MA\nR-2;Witch;MA\nR-3;Bennis;MA',
    });
    const undisturbed = await test.caller('agency', 'MA');
    const transactions = await imports.run(await imports.upload(undisturbed));
    const whole = await imports.resultOf(undisturbed);
    expect(whole).toMatchObject({
      counts: [{ status: 'finished', read: 3, created: 2, rejected: 1 }],
      errors: expect.arrayContaining([expect.objectContaining({ row: 2, code: 'not-storable' })]),
    });
    for (let offset = 1; offset <= transactions; offset += 1) {
      const agency = await test.caller('agency', 'MA');
      const job = await imports.upload(agency);
      await imports.runAndKillAfter(offset, job);
      await imports.run(job);
      expect({ offset, result: await imports.resultOf(agency) }).toEqual({ offset, result: whole });
    }
  });
});
