import { describe, expect, it } from '@jest/globals';
import { leastTime } from '../../../../test/support/suite/processor-time.ts';
import { CsvError } from '../csv/csv-error.ts';
import { FormatError } from '../format-error.ts';
import { readHtmlTables } from './html-tables.ts';

async function* pieces(page: string | Uint8Array, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(page);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const isHeader = (cell: string): boolean => /^(Nom|Prénom|Ville)$/.test(cell);

const tables = async (page: string | Uint8Array, size = 7): Promise<string[][][]> =>
  (await readHtmlTables(pieces(page, size), isHeader)).map(({ rows }) => rows);

async function refusal(page: string): Promise<string> {
  const error: unknown = await tables(page, 65_536).catch((reason: unknown) => reason);
  const known = error instanceof FormatError || error instanceof CsvError;
  return known ? error.code : `not refused: ${JSON.stringify(error)}`;
}

describe('the tables of a web page', () => {
  it('report what is merged downwards, even in a continued table', async () => {
    const goesOn = '<table><tr><td>Tazi<td rowspan=2>Fès<tr><td>Zaki</table>';
    const page = `<table><tr><th>Nom<th>Ville<tr><td>Alami<td rowspan=9>Salé<tr><td>Idrissi</table>${goesOn}`;
    const [table] = await readHtmlTables(pieces(page, 7), isHeader);
    expect(table?.rows.map(([name]) => name)).toEqual(['Nom', 'Alami', 'Idrissi', 'Tazi', 'Zaki']);
    expect(table?.marks.merged).toEqual([
      { column: 1, top: 1, bottom: 2 },
      { column: 1, top: 3, bottom: 4 },
    ]);
  });

  it.each([
    ['with all tags', '<table><tr><th>Nom</th><th>Ville</th></tr><tr><td>Alami</td><td>F&egrave;s</td></tr></table>'],
    ['with hardly any', '<TABLE><TR><TD>Nom<TD>Ville<TR><TD>Alami<TD>F&#232;s'],
    ['in a page of Excel', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:"\\@"}</style></head><body><table border=1><thead><tr><td>Nom</td><td>Ville</td></tr></thead><tbody><tr><td x:str>Alami</td><td> F&egrave;s&nbsp; </td></tr></tbody></table></body></html>'],
    ['with fonts and breaks', '<table><tr><td><b>Nom</b><td><font size=2>Ville</font></tr><tr><td>\n  <div>Alami</div>\n</td><td>Fès<script>x()</script></td></tr></table>'],
  ])('are read %s', async (_what, page) => {
    expect(await tables(page)).toEqual([[['Nom', 'Ville'], ['Alami', 'Fès']]]);
  }); // prettier-ignore

  it('are read in the encoding that their bytes show', async () => {
    const page = '<table><tr><td>Prénom<td>Ville<tr><td>Zoé<td>Fès</table>';
    expect(await tables(Buffer.from(page, 'latin1'))).toEqual([
      [
        ['Prénom', 'Ville'],
        ['Zoé', 'Fès'],
      ],
    ]);
  });

  it('have blanks where a cell spans others', async () => {
    const page =
      '<table><tr><td colspan=2>Liste<td>2026<tr><td rowspan=2>Fès<td>Nom<td>Ville<tr><td>Alami<td>Salé</table>';
    expect(await tables(page)).toEqual([
      [
        ['Liste', '', '2026'],
        ['Fès', 'Nom', 'Ville'],
        ['', 'Alami', 'Salé'],
      ],
    ]);
  });

  it('keep the lines of a cell', async () => {
    const page =
      '<table><tr><td>Nom<td>Ville<tr><td>Alami <br><br>Hind<p>CIN \n 1</p><td><b>Fès</b>\n<b>Maroc</b></table>';
    expect(await tables(page)).toEqual([
      [
        ['Nom', 'Ville'],
        ['Alami\nHind\nCIN 1', 'Fès Maroc'],
      ],
    ]);
  });

  it('are those with column headers, even inside the layout of a page', async () => {
    const inner = '<table><tr><td>Nom<td>Ville<tr><td>Alami<td>Fès</table>';
    const page = `<body><table><tr><td>Menu</td></tr><tr><td>${inner}</td></tr></table></body>`;
    expect(await tables(page)).toEqual([
      [
        ['Nom', 'Ville'],
        ['Alami', 'Fès'],
      ],
    ]);
  });

  it.each([
    ['a tag that was never opened is ended in a cell', '<div><table><tr><td>Nom<td>Ville<tr><td>Alami</div></td><td>Fès</td></tr><tr><td>Bennani<td>Salé</table></div>', [['Nom', 'Ville'], ['Alami', 'Fès'], ['Bennani', 'Salé']]],
    ['a row is empty under cells of two rows', '<table><tr><td rowspan=2>Nom<td rowspan=2>Ville</tr><tr></tr><tr><td>Alami<td>Fès</table>', [['Nom', 'Ville'], [], ['Alami', 'Fès']]],
    ['a page goes on with a table of its own', '<table><tr><td>Nom<td>Ville<tr><td>Alami<td>Fès</table><p>2</p><table><tr><td>Bennani<td>Salé</table><table><tr><td>Accueil</table>', [['Nom', 'Ville'], ['Alami', 'Fès'], ['Bennani', 'Salé']]],
    ['a cell holds a table', '<table><tr><td>Nom<td>Ville<tr><td><table><tr><td>Alami</table><td>Fès</table>', [['Nom', 'Ville'], ['Alami', 'Fès']]],
    ['a cell has a note', '<table><tr><td>Nom<td>Ville<tr><td><comment>À vérifier</comment>Alami<td>Fès</table>', [['Nom', 'Ville'], ['Alami', 'Fès']]],
    ['a cell shows less than it holds', '<table><tr><td>Nom<td>Ville<tr><td sdval="212698123450" sdnum="1033;0;0.00E+00">2.13E+11<td x:num="2.12698E+11">2,12698E+11<tr><td sdval="10000" sdnum="1033;0;#,##0">10,000<td sdval="612" sdnum="1033;0;0000">0612</table>', [['Nom', 'Ville'], ['212698123450', '212698000000'], ['10000', '0612']]],
    ['a date is shown month first', '<table><tr><td>Nom<td>Ville<tr><td sdval="32875" sdnum="1033;0;MM/DD/YYYY">01/02/1990<td sdval="34470" sdnum="1036;1036;JJ/MM/AA">16/05/94</table>', [['Nom', 'Ville'], ['1990-01-02', '1994-05-16']]],
    ['a date is counted from 1904, as only its year shows', '<table><tr><td>Nom<td>Ville<tr><td sdval="31482" sdnum="1033;0;DD/MM/YYYY">12/03/1990<td sdval="31482" sdnum="1033;0;DD/MM/YY">12/03/90</table>', [['Nom', 'Ville'], ['1990-03-12', '1990-03-12']]],
    ['a date is counted as OpenDocument does, in the calendar', '<table><tr><td>Nom<td>Ville<tr><td sdval="59" sdnum="1033;0;DD/MM/YYYY">27/02/1900<td sdval="61" sdnum="1033;0;DD/MM/YYYY">01/03/1900<tr><td sdval="5000000" sdnum="1033;0;DD/MM/YYYY">02/07/15589<td sdval="1E+300" sdnum="1033;0;DD/MM/YYYY">###</table>', [['Nom', 'Ville'], ['1900-02-27', '1900-03-01'], ['02/07/15589', '###']]],
    ['blanks are put in for width', `<table><tr><td>Nom<td>Ville<td colspan=9000>${'<tr><td>Alami<td>Fès<td colspan=9000>'.repeat(2)}</table>`, [['Nom', 'Ville'], ['Alami', 'Fès'], ['Alami', 'Fès']]],
  ])('are read if %s', async (_what, page, rows) => {
    expect((await tables(page))[0]).toEqual(rows);
  }); // prettier-ignore

  it('are read in the encoding that they name if their bytes leave it open', async () => {
    const name = Buffer.from([0xc8, 0xe2, 0xe0, 0xed, 0xee, 0xe2]);
    const before = '<meta charset="windows-1251"><table><tr><td>Nom<td>Ville<tr><td>';
    const page = Buffer.concat([Buffer.from(before), name, Buffer.from('<td>Sofia</table>')]);
    expect((await tables(page))[0]?.[1]).toEqual(['Иванов', 'Sofia']);
  });

  it.each([
    ['html-refused', '<html><body>Nothing here</body></html>'],
    ['html-too-deep', '<div>'.repeat(2_000_000)],
    ['html-too-deep', '<table><tr><td>'.repeat(100)],
    ['html-too-large', `<table><tr>${'<td colspan=1000>'.repeat(3_000)}`],
    ['html-too-large', `<table><tr>${'<td rowspan=60000 colspan=1000>x'.repeat(16)}${'<tr><td>'.repeat(100_000)}`],
    ['html-too-large', `<table><tr><td title="${'x'.repeat(20_000_000)}`],
    ['html-too-large', '<table></table>'.repeat(1_000_000)],
    ['html-too-large', `<table><tr><td>${'&lt;a'.repeat(1_000_000)}`],
    ['html-too-large', `<table><tr><td>${'<'.repeat(10_000_000)}`],
    ['html-too-large', `<table><tr><td>x${' <br>'.repeat(5_000_000)}`],
    ['html-refused', `<table><tr><td>${'&nbsp;'.repeat(200_000)}`],
  ])('are refused with %s', async (code, page) => {
    const refused = async (): Promise<void> => {
      expect(await refusal(page)).toBe(code);
    };
    expect(await leastTime(2_000, refused)).toBeLessThan(2_000);
  }); // prettier-ignore
});
