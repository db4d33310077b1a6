import { describe, expect, it } from '@jest/globals';
import { writeWorkbook } from '../../../platform/formats/xlsx/xlsx-file.ts';
import { anXls } from '../../../../test/support/files/an-xls.ts';
import { aZip } from '../../../../test/support/files/a-zip.ts';
import { failedRowsFile } from '../../../../test/support/imports/failed-rows-file.ts';
import type { HeaderMapping } from '../headers/header-meaning.ts';
import { collect, said } from '../read-candidates.builders.ts';
import type { CandidateRecord } from '../read-candidates.ts';

interface Read {
  records: CandidateRecord[];
  columns: HeaderMapping[];
}

async function* whole(content: Buffer): AsyncGenerator<Uint8Array> {
  yield content;
}

async function read(content: Buffer): Promise<Read> {
  const columns: HeaderMapping[] = [];
  const onHeaders = (found: HeaderMapping[]): void => void columns.push(...found);
  return { columns, records: await collect(whole(content), { onHeaders }) };
}

/** Returns the failed rows of a file in the form in which they are given back. */
function failedRows({ records }: Read): Promise<Buffer> {
  const faults = records
    .filter(({ draft }) => draft === null)
    .flatMap(({ row, format, file, source, findings }) =>
      findings
        .filter(({ severity }) => severity === 'reject')
        .map(({ code, message, path }) => ({
          row,
          code,
          message,
          columnName: path,
          header: null,
          suggestion: null,
          format,
          file,
          record: source,
        })),
    );
  return failedRowsFile(faults);
}

/** Corrects the nationality that has a row refused. */
const mend = (file: Buffer): Buffer => Buffer.from(file.toString().replaceAll('Atlantide', 'MA'));

const header = ['Ref', 'Name', 'Nationality', 'DOB'];
const rows = [
  ['R-1', 'Alami', 'MA', '05/17/1994'],
  ['R-2', 'Tazi', 'Atlantide', '03/04/1990'],
  ['R-3', 'Zaki', 'Atlantide', '11/02/1989 00:00'],
];
const csv = (...lines: string[][]): Buffer =>
  Buffer.from(lines.map((cells) => `${cells.join(';')}\n`).join(''));

describe('a file of failed rows that is sent again', () => {
  it('keeps the dates that its rows had among all rows, with the month first', async () => {
    const first = await read(csv(header, ...rows));
    const failed = await failedRows(first);
    const { records } = await read(mend(failed));
    expect(records.map(({ draft }) => draft?.birthOn)).toEqual(['1990-03-04', '1989-11-02']);
    expect(records.flatMap(({ findings }) => findings).map(({ code }) => code)).not.toContain(
      'date-month-first',
    );
  });

  it('keeps a text in a workbook that looks like the code of a character', async () => {
    const cells = ['R_x0041_', 'Tazi_x000D_', 'Atlantide', '1990-03-04'];
    const { records } = await read(
      await writeWorkbook([{ name: 'people', rows: [header, cells] }]),
    );
    expect(records[0]?.source).toMatchObject({ cells });
  });

  it('keeps them in a workbook too, in a row that is refused for a cell too many', async () => {
    const longer = [...(rows[1] ?? []), 'x'];
    const book = await writeWorkbook([{ name: 'people', rows: [header, rows[0] ?? [], longer] }]);
    const first = await read(book);
    expect(first.records[1]?.source).toEqual({
      names: header,
      cells: ['R-2', 'Tazi', 'Atlantide', '1990-03-04'],
      surplus: { error_cell_5: 'x' },
    });
  });

  it.each(['xlsx', 'biff8', 'ods'] as const)(
    'keeps what was merged over its rows, whosever it is, in %s',
    async (form) => {
      const names = ['Réf', 'Nom', 'Nationalité', 'Région', 'Métier'];
      const table = [
        names,
        ['R-1', 'Alami', 'Maroc', 'Souss', 'Soudeur'],
        ['R-2', 'Tazi', 'Atlantide'],
        ['', 'Zaki', 'Maroc', '', 'Maçon'],
      ];
      const merged = ['D2:D4', 'E2:E3', 'A3:A4'];
      const first = await read(anXls([{ name: 'Liste', rows: table, merged }], form));
      const failed = [
        ['R-2', 'Tazi', 'Atlantide', 'Souss', 'Soudeur'],
        ['', 'Zaki', 'Maroc', 'Souss', 'Maçon'],
      ];
      const sources = failed.map((cells) => ({ names, cells, surplus: {} }));
      expect(first.records.slice(1).map(({ source }) => source)).toEqual(sources);
      expect(said(first.records, 'reject')).toEqual([
        '2 nationalities nationality-missing',
        '3 reference reference-missing',
      ]);
      const again = await read(await failedRows(first));
      expect(again.records.map(({ source }) => source)).toEqual(sources);
      const mended = failed.map(([ref, name, , ...cells]) => [
        ref || 'R-3',
        name ?? '',
        'MA',
        ...cells,
      ]);
      const last = await read(await writeWorkbook([{ name: 'people', rows: [names, ...mended] }]));
      expect(last.records.map(({ draft }) => draft?.residenceRegion)).toEqual(['Souss', 'Souss']);
    },
  );

  it('keeps dates with the day first, though the only date that shows the order is in a correct row', async () => {
    const sent = csv(
      header,
      ['R-1', 'Alami', 'MA', '25/12/1990'],
      ['R-2', 'Tazi', 'Atlantide', '03/04/1990'],
      ['R-3', 'Zaki', 'Atlantide', '05/17/1994'],
    );
    const { records } = await read(mend(await failedRows(await read(sent))));
    expect(records[0]?.draft?.birthOn).toBe('1990-04-03');
  });

  it('keeps references that would count the rows if alone', async () => {
    const sent = csv(
      ['N°', 'Nom', 'Né le', 'Nationalité'],
      ['5', 'Alami', '17/05/1994', 'Atlantide'],
      ['412 bis', 'Tazi', '03/04/1990', 'MA'],
    );
    const { records } = await read(mend(await failedRows(await read(sent))));
    expect(records.map(({ draft }) => draft?.reference)).toEqual(['5']);
  });

  it('keeps dates of two digits in their order if the other rows had the month first', async () => {
    const sent = csv(
      header,
      ['R-1', 'Alami', 'MA', '05/17/1994'],
      ['R-2', 'Tazi', 'Atlantide', '01/02/03'],
    );
    const { records } = await read(mend(await failedRows(await read(sent))));
    expect(records[0]?.draft?.birthOn).toBe('2003-01-02');
  });

  it('needs no number if the numbers counted the rows', async () => {
    const sent = csv(
      ['N°', 'Nom', 'Né le', 'Nationalité'],
      ['1', 'Alami', '17/05/1994', 'MA'],
      ['', 'Tazi', '03/04/1990', 'Atlantide'],
    );
    const right = (await read(mend(sent))).records[1]?.draft;
    const { records } = await read(mend(await failedRows(await read(sent))));
    expect(records.map(({ draft }) => draft)).toEqual([right]);
  });

  it('keeps the meaning of a level after a language that other rows made clear', async () => {
    const sent = csv(
      ['Réf', 'Nom', 'Nationalité', 'Langue', 'Niveau'],
      ['R-1', 'Alami', 'MA', 'Arabe:C2', 'Bac+3'],
      ['R-2', 'Tazi', 'Atlantide', 'Français', 'B2'],
    );
    const right = (await read(mend(sent))).records[1]?.draft;
    const { records } = await read(mend(await failedRows(await read(sent))));
    expect(records.map(({ draft }) => draft)).toEqual([right]);
  });

  it.each(['=1', '+212', '-7', '@a', '＝1', '＋212', '－7', '＠a', '0612'])(
    'keeps %s unchanged, though no spreadsheet may run it',
    async (cell) => {
      const sent = csv(['Réf', 'Nom', 'Nationalité'], [cell, 'Alami', 'Atlantide']);
      const { records } = await read(mend(await failedRows(await read(sent))));
      expect(records[0]?.draft?.reference).toBe(cell);
    },
  );
});

describe('a file of failed rows of tables with other headers', () => {
  const french = [
    ['Réf', 'Nom', 'Nationalité'],
    ['R-1', 'Alami', 'Atlantide'],
  ];
  const spanish = [
    ['Expediente', 'Apellidos', 'Nacionalidad'],
    ['E-1', 'Tazi', 'Atlantide'],
  ];
  const again = [french[0] ?? [], ['R-2', 'Zaki', 'Atlantide']];
  const nationalities = [
    '1 nationalities nationality-missing',
    '2 nationalities nationality-missing',
    '3 nationalities nationality-missing',
  ];

  it.each([
    ['files', aZip({ 'a.csv': csv(...french), 'b.csv': csv(...spanish), 'c.csv': csv(...again) })],
    [
      'sheets',
      writeWorkbook([french, spanish, again].map((rows, at) => ({ name: `${at}`, rows }))),
    ],
  ])('is read table by table when it is sent again, as %s', async (_what, sent) => {
    const { records, columns } = await read(await failedRows(await read(await sent)));
    expect(said(records, 'reject')).toEqual(nationalities);
    // Only neighbouring tables are joined, which these are not.
    expect(columns.filter(({ column }) => column === 'reference')).toHaveLength(3);
    expect(columns.every(({ how }) => how === 'known')).toBe(true);
  });
});
