import { describe, expect, it } from '@jest/globals';
import * as xlsx from '@e965/xlsx';
import { anOds } from '../../../../test/support/files/an-ods.ts';
import { type CandidateRecord, readCandidates } from '../read-candidates.ts';

const header = [
  'Réf',
  'Nom',
  'Nationalité',
  'Date de naissance',
  'Disponible dès',
  'Permis',
  "Valable jusqu'au",
];
/** 17 May 1990, 1 March 2027 and 1 September 2026, and the first of them counted from 1900. */
const counted = ['R-1', 'Alami', 'Maroc', 31_548, 44_985, 'B', 44_804];

function workbook(bookType: 'xlsx' | 'biff8', from1904: boolean): Buffer {
  const book = xlsx.utils.book_new();
  xlsx.utils.book_append_sheet(book, xlsx.utils.aoa_to_sheet([header, counted]), 'Liste');
  book.Workbook = { WBProps: { date1904: from1904 } };
  return Buffer.from(xlsx.write(book, { type: 'buffer', bookType }) as Uint8Array);
}

const cellOf = (value: string | number): string =>
  typeof value === 'number'
    ? `<t:table-cell o:value-type="float" o:value="${value}"><x:p>${value}</x:p></t:table-cell>`
    : `<t:table-cell o:value-type="string"><x:p>${value}</x:p></t:table-cell>`;
const rowOf = (cells: readonly (string | number)[]): string =>
  `<t:table-row>${cells.map(cellOf).join('')}</t:table-row>`;
const urn = 'urn:oasis:names:tc:opendocument:xmlns';
const ods = (): Buffer =>
  anOds(
    Buffer.from(
      `<o:document-content xmlns:o="${urn}:office:1.0" xmlns:t="${urn}:table:1.0" xmlns:x="${urn}:text:1.0"><o:body><o:spreadsheet><t:calculation-settings><t:null-date t:date-value="1904-01-01"/></t:calculation-settings><t:table t:name="Liste">${rowOf(header)}${rowOf(counted)}</t:table></o:spreadsheet></o:body></o:document-content>`,
    ),
  );

async function read(content: Buffer): Promise<CandidateRecord | undefined> {
  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield content;
  }
  const records: CandidateRecord[] = [];
  for await (const list of readCandidates(bytes(), { today: '2026-11-29' })) records.push(...list);
  return records[0];
}

describe('a number of days in a workbook that counts them from 1904', () => {
  it.each([
    ['xlsx', workbook('xlsx', true)],
    ['xls', workbook('biff8', true)],
    ['ods', ods()],
  ])('is that day, in every column of dates: %s', async (_form, content) => {
    const record = await read(content);
    expect(record?.draft).toMatchObject({
      birthOn: '1990-05-17',
      availableFromOn: '2027-03-01',
      licences: [],
    });
    const ended = record?.findings.find(({ code }) => code === 'not-held');
    expect(ended?.value).toBe('B, 2026-09-01');
  });

  it('is counted from 1900 in a workbook that does not say so', async () => {
    const record = await read(workbook('xlsx', false));
    expect(record?.draft).toMatchObject({ birthOn: '1986-05-16', availableFromOn: '2023-02-28' });
  });
});
