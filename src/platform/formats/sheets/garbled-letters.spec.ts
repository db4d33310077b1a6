import { describe, expect, it } from '@jest/globals';
import { readCsvRecords, type SheetRecord } from './sheet-records.ts';

/** Reads a table of one row, with a note in its second column. */
async function read(name: string, note = ''): Promise<string | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`nom;note\n"${name}";${note}\n`);
  }
  const records: SheetRecord[] = [];
  for await (const list of readCsvRecords(bytes())) records.push(...list);
  return records[0]?.cells?.[0] ?? records[0]?.error?.code;
}

describe('a cell with letters of another encoding', () => {
  it.each([
    'HÃ©lÃ¨ne',
    'NÂ° 4',
    'Ã\u00a0 FÃ¨s',
    'Ø§Ù„Ø¹Ù„ÙˆÙŠ',
    'MarÃ\u00ada',
    'Ã‰ric',
    'Jos‚',
    'H‚lŠne',
    'Pe¤a',
    'JosŽ',
    'H\uFFFDl\uFFFDne',
  ])('refuses its row: %s', async (name) => {
    expect(await read(name, 'à Fès')).toBe('text-unreadable');
  });

  it('is found if every accent of the file was lost', async () => {
    expect(await read('H\uFFFDl\uFFFDne')).toBe('text-unreadable');
  });
});

describe('a cell with letters and marks that are rare', () => {
  it.each([
    'Hélène',
    'KOŠICE',
    'Žilina',
    'Ž. Šimić',
    'ROMÂNIA',
    'São Tomé',
    'ÅRØ',
    'Ø\u00a050',
    '‚wie gesagt‘',
    'soudure Ø 12',
    'ÃO',
    'AVÔ “B”',
    'etc…',
    'Fès–Meknès',
    'Ùna',
    '12 ¤',
  ])('is read: %s', async (name) => {
    expect(await read(name)).toBe(name.replace('\u00a0', ' '));
  });
});
