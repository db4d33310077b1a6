import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aRunningImport } from '../../test/support/imports/a-running-import.ts';
import { someoneWaits } from '../../test/support/application/someone-waits.ts';
import {
  startTestDatabase,
  type TestDatabase,
} from '../../test/support/application/test-database.ts';
import { newId } from '../platform/database/new-id.ts';
import { SYSTEM } from '../platform/database/tenant.ts';
import { consentLines, personLine } from './person-lines.ts';
import { mergeCandidates, type MergeResult } from './merge-candidates.ts';
import { type ConsentDraft, emptyDraft } from './formats/candidate-draft.ts';
import { takeBack } from '../platform/imports/undo/undo-import.ts';
import { importedPeople } from './imports/imported-people.ts';

const consents: ConsentDraft[] = [
  {
    purpose: 'matching',
    sections: ['skills'],
    countries: ['ES'],
    givenOn: '2026-09-01',
    evidence: null,
    scanSha256: null,
    witness: null,
  },
];

describe('the merge of arriving candidates', () => {
  let test: TestDatabase;
  const organisationId = newId();

  beforeAll(async () => {
    test = await startTestDatabase();
    await test.database.as(SYSTEM, (sql) =>
      sql.query(
        `INSERT INTO organisation (id, name, role, country) VALUES ($1, 'Agency', 'agency', 'MA')`,
        [organisationId],
      ),
    );
  });

  afterAll(() => test.stop());

  const asked = (sql: string, values: unknown[] = []) =>
    test.database.as(SYSTEM, (manager) => manager.query<unknown[]>(sql, values));

  /** Merges candidates by their references; `then` runs before the transaction ends. */
  const bring = (
    references: string[],
    familyName: string,
    { importId = null, then = () => Promise.resolve() }: BringOptions = {},
  ): Promise<MergeResult> => {
    const lines = references.map((reference) => {
      const [id, draft] = [newId(), { ...emptyDraft(reference), familyName, consents }];
      return [personLine(id, draft, []), consentLines(id, draft)] as const;
    });
    const [people, given] = [lines.map(([person]) => person), lines.map(([, own]) => own)];
    return test.database.as(SYSTEM, async (sql) => {
      const merged = await mergeCandidates(
        sql,
        { organisationId, importId },
        { people: Buffer.from(people.join('')), consents: Buffer.from(given.join('')) },
      );
      await then();
      return merged;
    });
  };

  interface BringOptions {
    importId?: string | null;
    then?: () => Promise<void>;
  }

  const stored = (): Promise<unknown[]> =>
    asked(
      `SELECT reference, family_name AS name, count(consent.id)::int AS consents
         FROM candidate LEFT JOIN consent ON candidate_id = candidate.id
        GROUP BY candidate.id ORDER BY reference`,
    );

  it('creates new candidates with their consents, changes known ones, and leaves unchanged ones alone', async () => {
    expect((await bring(['A', 'B'], 'Alami')).created).toHaveLength(2);
    const [again, more] = [await bring(['A'], 'Alami'), await bring(['B', 'C'], 'Bennani')];
    expect(again).toEqual({ isAllNew: false, created: [], updated: [], withdrawn: [] });
    expect([more.created.length, more.updated.length]).toEqual([1, 1]);
    expect(await stored()).toEqual([
      { reference: 'A', name: 'Alami', consents: 1 },
      { reference: 'B', name: 'Bennani', consents: 1 },
      { reference: 'C', name: 'Bennani', consents: 1 },
    ]);
  });

  it('keeps each candidate whom an import changes as they were before', async () => {
    const importId = await aRunningImport(test.database, organisationId, 'candidates');
    await bring(['A', 'B', 'E'], 'Bennani', { importId });
    expect(
      await asked(
        `SELECT person ->> 'reference' AS reference, person ->> 'family_name' AS name
           FROM candidate_import_before WHERE import_id = $1`,
        [importId],
      ),
    ).toEqual([{ reference: 'A', name: 'Alami' }]);
  });

  it('keeps a candidate as another import has just left them, while both change the same one', async () => {
    const importId = await aRunningImport(test.database, organisationId, 'candidates');
    let second: Promise<MergeResult> | undefined;
    await bring(['A'], 'Ziani', {
      then: async () => {
        second = bring(['A'], 'Bennani', { importId });
        await someoneWaits(test.database);
      },
    });
    await second;
    expect(
      await asked(
        `SELECT person ->> 'family_name' AS name FROM candidate_import_before WHERE import_id = $1`,
        [importId],
      ),
    ).toEqual([{ name: 'Ziani' }]);
  });

  it('changes candidates whom another import creates at the same moment', async () => {
    let second: Promise<MergeResult> | undefined;
    const first = await bring(['D'], 'Chraibi', {
      then: async () => {
        second = bring(['D'], 'Daoudi');
        await someoneWaits(test.database);
      },
    });
    expect([first, await second]).toEqual([
      { isAllNew: true, created: [expect.any(String)], updated: [], withdrawn: [] },
      { isAllNew: false, created: [], updated: first.created, withdrawn: [] },
    ]);
    expect(await stored()).toContainEqual({ reference: 'D', name: 'Daoudi', consents: 1 });
  });

  it('puts candidates back as another import brought them at the same moment, beside known ones', async () => {
    await bring(['G'], 'Ghali');
    const first = await aRunningImport(test.database, organisationId, 'candidates');
    const importId = await aRunningImport(test.database, organisationId, 'candidates');
    let second: Promise<MergeResult> | undefined;
    const { created } = await bring(['H'], 'Hakimi', {
      importId: first,
      then: async () => {
        second = bring(['G', 'H', 'I'], 'Idrissi', { importId });
        await someoneWaits(test.database);
      },
    });
    expect((await second)?.updated).toEqual(expect.arrayContaining(created));
    await test.database.as(SYSTEM, (sql) => takeBack(sql, importId, importedPeople));
    const left = (await stored()) as { reference: string }[];
    expect(left.filter(({ reference }) => /[GHI]/.test(reference))).toEqual([
      { reference: 'G', name: 'Ghali', consents: 1 },
      { reference: 'H', name: 'Hakimi', consents: 1 },
    ]);
  });

  it('brings candidates in one order, whether they are known or not', async () => {
    const [odd, even] = [1, 0].map((rest) =>
      Array.from({ length: 300 }, (_, at) => `P-${String(2 * at + rest).padStart(3, '0')}`),
    );
    await bring(odd ?? [], 'Known');
    const all = [...(odd ?? []), ...(even ?? [])];
    const both = [bring(all, 'Jaidi'), bring(all.toReversed(), 'Kadiri')];
    const merged = await Promise.all(both);
    expect(merged.map(({ created, updated }) => created.length + updated.length)).toEqual(
      expect.arrayContaining([600]),
    );
    expect(merged.flatMap(({ created }) => created)).toHaveLength(300);
  });

  it('takes a consent away with the import that brought it, whoever has changed the candidate since', async () => {
    const importId = newId();
    await asked(
      `INSERT INTO file_import (id, organisation_id, subject, status, bytes, sha256, dry_run, all_or_nothing)
       VALUES ($1, $2, 'candidates', 'cancelled', 1, '', false, true)`,
      [importId, organisationId],
    );
    await asked(`DELETE FROM consent`);
    await bring(['A', 'F'], 'Fassi', { importId });
    await asked(`UPDATE candidate SET import_id = NULL WHERE reference IN ('A', 'F')`);
    await test.database.as(SYSTEM, (sql) => takeBack(sql, importId, importedPeople));
    expect(await stored()).toEqual(
      expect.arrayContaining([
        { reference: 'A', name: 'Fassi', consents: 0 },
        { reference: 'F', name: 'Fassi', consents: 0 },
      ]),
    );
  });

  it('refuses candidates of an unknown agency, and keeps an agency that has candidates from being deleted', async () => {
    const nobody = newId();
    await asked('DELETE FROM file_import');
    const deletion = 'DELETE FROM organisation WHERE id = $1';
    await expect(asked(deletion, [organisationId])).rejects.toThrow(
      `organisation_id of candidate refers to a row of organisation that was to go: ${organisationId}`,
    );
    const line = personLine(newId(), emptyDraft('Z'), []);
    const arriving = { people: Buffer.from(line), consents: Buffer.from('') };
    const orphaned = test.database.as(SYSTEM, (sql) =>
      mergeCandidates(sql, { organisationId: nobody, importId: null }, arriving),
    );
    await expect(orphaned).rejects.toThrow(nobody);
  });
});
