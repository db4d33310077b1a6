import { describe, expect, it } from '@jest/globals';
import { awkwardFiles } from '../../../test/support/files/awkward-files.ts';
import { awkwardWorkbooks } from '../../../test/support/files/awkward-workbooks.ts';
import type { HeaderMapping } from './headers/header-meaning.ts';
import { type CandidateRecord, fileFailure, readCandidates } from './read-candidates.ts';

async function* bytes(content: Buffer, size = 1_000): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

interface Outcome {
  records: CandidateRecord[];
  headers: HeaderMapping[];
  refused: string | undefined;
}

async function read(content: Buffer): Promise<Outcome> {
  const outcome: Outcome = { records: [], headers: [], refused: undefined };
  const onHeaders = (found: HeaderMapping[]): void => void outcome.headers.push(...found);
  try {
    for await (const list of readCandidates(bytes(content), { onHeaders }))
      outcome.records.push(...list);
  } catch (error) {
    outcome.refused = fileFailure(error)?.code;
    if (outcome.refused === undefined) throw error;
  }
  return outcome;
}

describe('an awkward file', () => {
  it.each([...awkwardFiles, ...awkwardWorkbooks])(
    'is imported or explains its faults: $what',
    async (file) => {
      const { records, refused } = await read(await file.content);
      expect(refused).toBe(file.refused);
      expect(records.flatMap(({ draft }) => draft?.reference ?? [])).toEqual(file.taken);
      const rejections = records
        .flatMap(({ findings }) => findings)
        .filter(({ severity }) => severity === 'reject');
      expect(rejections.map(({ code }) => code)).toEqual(file.rejected ?? []);
      expect(rejections.every(({ row, path, message }) => row && path && message)).toBe(true);
    },
  );

  const ofSheets = /^(sheets-left-out|rows-hidden|cell-merged)$/;

  it.each(awkwardWorkbooks)('reports what was done in the workbook: $what', async (file) => {
    const { records } = await read(await file.content);
    const told = records
      .flatMap(({ findings }) => findings)
      .filter(({ code }) => ofSheets.test(code));
    const said = told.map(({ code, path, value }) => `${code}: ${value ?? path}`);
    expect(said).toEqual(file.told ?? []);
    for (const [reference, says] of Object.entries(file.says ?? {})) {
      const draft = records.find((record) => record.draft?.reference === reference)?.draft;
      const trade = draft?.occupations[0]?.title;
      expect([reference, `${draft?.residenceRegion ?? '-'}, ${trade ?? '-'}`]).toEqual([
        reference,
        says,
      ]);
    }
  });

  it('has headers of which at least 95 of 100 are mapped without help', async () => {
    const headers: HeaderMapping[] = [];
    for (const { content } of awkwardFiles) headers.push(...(await read(await content)).headers);
    const unknown = headers.filter(({ how }) => how === 'unknown').map(({ header }) => header);
    expect(headers.length).toBeGreaterThan(350);
    expect(unknown.length / headers.length).toBeLessThan(0.05);
  });

  it('gives the same facts about Hind in every language and encoding', async () => {
    for (const { what, content, taken } of awkwardFiles.filter((file) =>
      file.taken.includes('R-1'),
    )) {
      const { records } = await read(await content);
      const hind = records.find(({ draft }) => draft?.reference === 'R-1')?.draft;
      expect({ what, taken, born: hind?.birthOn ?? '1994-05-17', from: hind?.nationalities }).toEqual({
        what, taken, born: '1994-05-17', from: ['MA'],
      }); // prettier-ignore
      const years = hind?.occupations[0]?.years ?? 4.5;
      expect({ what, years }).toEqual({ what, years: 4.5 });
    }
  });
});
