import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import type { EntityManager } from 'typeorm';
import { CandidateReading } from '../../../src/candidates/imports/candidate-reading.service.ts';
import { SYSTEM } from '../../../src/platform/database/tenant.ts';
import { newId } from '../../../src/platform/database/new-id.ts';
import type { FileImport } from '../../../src/platform/imports/file-import.entity.ts';
import type { PassOptions } from '../../../src/platform/imports/running/importer.ts';
import type {
  ImportBatch,
  ImportBatches,
} from '../../../src/platform/imports/running/import-batch.ts';
import { VacancyReading } from '../../../src/vacancies/imports/vacancy-reading.service.ts';
import { aVacancy } from '../../support/worlds/builders.ts';
import { type Caller, startApp, type TestApp } from '../../support/application/start-app.ts';

/** Many times as long once unpacked, and still allowed. */
const people = gzipSync(
  `reference;family_name;nationalities;remarks\n${Array.from({ length: 10_000 }, (_, at) => `R-${at};Alami;MA;${'seasonal '.repeat(60)}`).join('\n')}`,
);
const vacancies = gzipSync(
  JSON.stringify(
    Array.from({ length: 3_000 }, (_, at) =>
      aVacancy({ sourceId: `V-${at}`, description: 'Picking strawberries. '.repeat(100) }),
    ),
  ),
);

interface Reading {
  basisOf: (sql: EntityManager, found: FileImport) => Promise<object>;
  read: (
    found: FileImport,
    options: PassOptions,
    input: AsyncIterable<Uint8Array>,
  ) => Promise<ImportBatches<ImportBatch>>;
}

describe('a small packed file', () => {
  let test: TestApp;

  beforeAll(async () => {
    test = await startApp({ role: 'api' });
  });

  afterAll(() => test.stop());

  async function* whole(file: Buffer): AsyncGenerator<Uint8Array> {
    yield file;
  }

  /**
   * Returns the records read, and the share of the reading time in which no request could have been
   * answered.
   */
  async function busyWith(reading: Reading, file: Buffer, { organisationId }: Caller) {
    const sent = { id: newId(), organisationId, bytes: file.length } as FileImport;
    const basis = await test.database.as(SYSTEM, (sql) => reading.basisOf(sql, sent));
    const found = { ...sent, basis };
    const before = performance.eventLoopUtilization();
    let read = 0;
    const batches = await reading.read(found, { mode: 'check', singly: false }, whole(file));
    for (let next = await batches.next(); next.done !== true; next = await batches.next())
      read += next.value.read;
    return { read, busy: performance.eventLoopUtilization(before).utilization };
  }

  it('leaves time for requests while its candidates are read', async () => {
    const agency = await test.caller('agency', 'MA');
    const { read, busy } = await busyWith(test.app.get(CandidateReading), people, agency);
    expect(people.length).toBeLessThan(131_072);
    expect(read).toBe(10_000);
    expect(busy).toBeLessThan(0.5);
  });

  it('leaves time for requests while its vacancies are read', async () => {
    const employer = await test.caller('employer');
    const { read, busy } = await busyWith(test.app.get(VacancyReading), vacancies, employer);
    expect(vacancies.length).toBeLessThan(131_072);
    expect(read).toBe(3_000);
    expect(busy).toBeLessThan(0.5);
  });
});
