import { describe, expect, it } from '@jest/globals';
import { processorTime } from '../../../test/support/processor-time.ts';
import { CsvError } from './csv-error.ts';
import { FormatError } from './format-error.ts';
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
  it.each([
    ['with all tags', '<table><tr><th>Nom</th><th>Ville</th></tr><tr><td>Alami</td><td>F&egrave;s</td></tr></table>'],
    ['with hardly any', '<TABLE><TR><TD>Nom<TD>Ville<TR><TD>Alami<TD>F&#232;s'],
    ['in a page of Excel', '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><style>td {mso-number-format:"\\@"}</style></head><body><table border=1><thead><tr><td>Nom</td><td>Ville</td></tr></thead><tbody><tr><td x:str>Alami</td><td> F&egrave;s&nbsp; </td></tr></tbody></table></body></html>'],
    ['with fonts and breaks', '<table><tr><td><b>Nom</b><td><font size=2>Ville</font></tr><tr><td>\n  <div>Alami</div>\n</td><td>Fès<script>x()</script></td></tr></table>'],
  ])('are read %s', async (_what, page) => {
    expect(await tables(page)).toEqual([[['Nom', 'Ville'], ['Alami', 'Fès']]]);
  }); // prettier-ignore

  it('are read in the encoding that their bytes tell', async () => {
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
    const page = '<table><tr><td>Nom<td>Ville<tr><td>Alami<br>Hind<p>CIN  1</p><td>Fès</table>';
    expect(await tables(page)).toEqual([
      [
        ['Nom', 'Ville'],
        ['Alami\nHind\nCIN 1', 'Fès'],
      ],
    ]);
  });

  it('are those with names of columns, within what lays out the page too', async () => {
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
    ['html-refused', '<html><body>Nothing here</body></html>'],
    ['html-too-deep', '<div>'.repeat(2_000_000)],
    ['html-too-large', `<table><tr>${'<td colspan=1000>'.repeat(3_000)}`],
    ['html-too-large', `<table><tr>${'<td rowspan=60000 colspan=1000>x'.repeat(16)}${'<tr><td>x'.repeat(100_000)}`],
    ['html-too-large', `<table><tr><td title="${'x'.repeat(40_000_000)}`],
  ])('are refused with %s', async (code, page) => {
    const before = processorTime();
    expect(await refusal(page)).toBe(code);
    expect(processorTime() - before).toBeLessThan(2_000);
  }); // prettier-ignore
});
