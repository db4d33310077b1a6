import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { aZip } from '../../../../test/support/files/a-zip.ts';
import { writeWorkbook } from '../../formats/xlsx/xlsx-file.ts';
import { bytesHeld, LARGE } from './bytes-held.ts';

const header = ['reference', 'family_name', 'given_name', 'nationality', 'occupation', 'languages'];

const people = (count: number): string[][] => [
  header,
  ...Array.from({ length: count }, (_, at) => [
    `R-${at}`,
    `Alami ${(at * 7_919) % 997}`,
    'Hind',
    'MA',
    'Infirmière',
    'fr:B2;ar:C2',
  ]),
];

const table = (count: number): Buffer =>
  Buffer.from(
    people(count)
      .map((cells) => cells.join('\t'))
      .join('\n'),
  );

const workbook = async (count: number): Promise<Buffer> =>
  Buffer.from(await writeWorkbook([{ name: 'people', rows: people(count) }]));

/** Zips 40 copies of one photograph: as long as all of them, but under gzip as long as one. */
const photographs = (): Buffer => {
  const photograph = randomBytes(10_000);
  return aZip(Object.fromEntries(range(40).map((at) => [`${at}.jpg`, photograph])));
};

/** Returns the pieces of a stored file, and a count of those that have been read. */
function kept(file: Buffer) {
  const seen = { pieces: 0 };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; at < file.length; at += 1_024) {
      seen.pieces += 1;
      yield file.subarray(at, at + 1_024);
    }
  }
  return { pieces: pieces(), seen };
}

const held = (file: Buffer): Promise<number> => bytesHeld(kept(file).pieces, file.length);

describe('the unpacked size of a file', () => {
  it.each([
    ['a table', () => table(80_000)],
    ['a table under gzip', () => gzipSync(table(80_000))],
    ['a table in a zip file', () => aZip({ 'people.csv': table(20_000) })],
    ['a table under gzip in a zip file', () => aZip({ 'people.csv.gz': gzipSync(table(80_000)) })],
    ['a workbook in a zip file', async () => aZip({ 'people.xlsx': await workbook(6_000) })],
    ['a workbook', () => workbook(6_000)],
    ['a long zip file under gzip', () => gzipSync(photographs())],
    ['many files', () => aZip(Object.fromEntries(range(100).map((at) => [`${at}.csv`, table(1)])))],
  ])('is large: %s', async (_, file) => {
    expect(await held(await file())).toBeGreaterThanOrEqual(LARGE);
  });

  it.each([
    ['a table', () => table(1_500)],
    ['a table under gzip', () => gzipSync(table(1_500))],
    ['a table in a zip file', () => aZip({ 'people.csv': table(1_500) })],
    ['a workbook', () => workbook(1_500)],
    ['a damaged file', () => gzipSync(table(1_500)).subarray(0, 900)],
    ['no zip file at all', () => Buffer.from('PK\u0003\u0004 is what it begins with')],
  ])('is small: %s', async (_, file) => {
    expect(await held(await file())).toBeLessThan(LARGE);
  });

  it('is the length of a file that is not packed, known from its first pieces', async () => {
    const file = table(1_500);
    const { pieces, seen } = kept(file);
    expect(await bytesHeld(pieces, file.length)).toBe(file.length);
    expect(seen.pieces).toBeLessThan(3);
  });
});

function range(length: number): number[] {
  return Array.from({ length }, (_, at) => at);
}
