import { describe, expect, it } from '@jest/globals';
import { aZip } from '../../../../test/support/files/a-zip.ts';
import { processorTime } from '../../../../test/support/suite/processor-time.ts';
import { bestSheets, type NamedSheet } from './best-sheets.ts';
import { FormatError } from '../format-error.ts';
import { isOds, readOdsSheets } from './ods-rows.ts';
import { listZip } from '../packed/zip-file.ts';

const spaces = ['office', 'style', 'table', 'text', 'draw', 'svg']
  .map((name) => `xmlns:${name}="urn:oasis:names:tc:opendocument:xmlns:${name}:1.0"`)
  .join(' ');

const document = (tables: string, styles = ''): string =>
  `<?xml version="1.0"?><office:document-content ${spaces}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;

const text = (said: string): string =>
  `<table:table-cell><text:p>${said}</text:p></table:table-cell>`;
const row = (...cells: string[]): string => `<table:table-row>${cells.join('')}</table:table-row>`;
const sheet = (name: string, ...rows: string[]): string =>
  `<table:table table:name="${name}">${rows.join('')}</table:table>`;
const header = row(text('Nom'), text('Ville'));

const type = Buffer.from('application/vnd.oasis.opendocument.spreadsheet');
const isHeader = (cell: string): boolean => /^(Nom|Ville)$/.test(cell);

async function sheets(content: string): Promise<NamedSheet[]> {
  const zip = aZip({ mimetype: type, 'content.xml': Buffer.from(content) });
  return bestSheets(await readOdsSheets(await listZip(zip)), isHeader);
}

const rows = async (...cells: string[]): Promise<string[][]> => {
  const [read] = await sheets(document(sheet('Liste', header, ...cells)));
  return read?.rows.slice(1) ?? [];
};

describe('a spreadsheet of OpenDocument', () => {
  it.each([
    ['18', '18 mois', '18 mois'],
    ['4.6', '5 ans', '4.6 ans'],
    ['2', 'Bac+2', 'Bac+2'],
    ['110', '0110', '0110'],
    ['42', 'R2026-0042', 'R2026-0042'],
    ['612345678', '06 12 34 56 78', '06 12 34 56 78'],
    ['1500.5', '1 500,50 €', '1500.5 €'],
    ['1', 'Oui', 'Oui'],
    ['18', '١٨ شهرا', '١٨ شهرا'],
    ['12000', '12 000', '12000'],
    ['0.5', '0,50', '0.5'],
    ['4.5', '4 1/2', '4.5'],
    ['0', '-', '0'],
    ['-5', '(5 DH)', '-5'],
    ['0', '', '0'],
  ])('has the number %s, shown as "%s", as %s', async (number, shown, read) => {
    const cell = `<table:table-cell office:value-type="float" office:value="${number}"><text:p>${shown}</text:p></table:table-cell>`;
    expect(await rows(row(text('Alami'), cell))).toEqual([['Alami', read]]);
  });

  it('is recognised by the type that it declares', async () => {
    const content = Buffer.from('<x/>');
    const of = async (mimetype: string): Promise<boolean> =>
      isOds(await listZip(aZip({ mimetype: Buffer.from(mimetype), 'content.xml': content })));
    expect(await of('application/vnd.oasis.opendocument.spreadsheet')).toBe(true);
    expect(await of('application/vnd.oasis.opendocument.text')).toBe(false);
  });

  it.each([
    ['words in several styles', text('Al<text:span>a</text:span>mi<text:s/>Hind'), 'Alami Hind'],
    ['lines', '<table:table-cell><text:p>Alami</text:p><text:p>Hind<text:line-break/>CIN</text:p></table:table-cell>', 'Alami\nHind\nCIN'],
    ['a date as it is shown', '<table:table-cell office:value-type="date" office:date-value="1990-05-17T00:00:00"><text:p>17/05/90</text:p></table:table-cell>', '1990-05-17'],
    ['a number that is a telephone', '<table:table-cell office:value-type="float" office:value="2.1269812345E+11"><text:p>2,13E+11</text:p></table:table-cell>', '212698123450'],
    ['a picture on it', '<table:table-cell><text:p>Alami<draw:frame><svg:title>Photo</svg:title><text:p>x</text:p></draw:frame></text:p></table:table-cell>', 'Alami'],
    ['a text that is not written out', '<table:table-cell office:value-type="string" office:string-value="Alami"/>', 'Alami'],
    ['a truth that is not written out', '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>', 'true'],
    ['a share that is not written out', '<table:table-cell office:value-type="percentage" office:value="0.5"/>', '0.5'],
    ['a text as it stands', '<table:table-cell><text:p><![CDATA[Alami & fils]]></text:p></table:table-cell>', 'Alami & fils'],
    ['a note on it', '<table:table-cell><office:annotation><text:p>à vérifier</text:p></office:annotation><text:p>Alami</text:p></table:table-cell>', 'Alami'],
    ['a formula that was not calculated', '<table:table-cell table:formula="of:=[.A1]&amp;&quot;x&quot;"/>', '=[.A1]&"x"'],
  ])('is read by its cells: %s', async (_what, cell, said) => {
    expect(await rows(row(cell))).toEqual([[said]]);
  }); // prettier-ignore

  it('is read without what is only repeated up to its edges', async () => {
    const wide = '<table:table-cell table:number-columns-repeated="16382"/>';
    const deep = `<table:table-row table:number-rows-repeated="1048570">${wide}</table:table-row>`;
    const gap = '<table:table-cell table:number-columns-repeated="2"/>';
    const twice = `<table:table-row table:number-rows-repeated="2">${text('Alami')}${gap}${text('Fès')}${wide}</table:table-row>`;
    const both = [
      ['Alami', '', '', 'Fès'],
      ['Alami', '', '', 'Fès'],
    ];
    expect(await rows(twice, deep)).toEqual(both);
  });

  it('reports which rows are hidden, and what is merged downwards, past blank rows', async () => {
    const hidden = (said: string, how: string): string =>
      `<table:table-row table:visibility="${how}">${text(said)}</table:table-row>`;
    const tall = `<table:table-cell table:number-rows-spanned="4" table:number-columns-spanned="2"><text:p>Souss</text:p></table:table-cell>`;
    const blank = '<table:table-row table:number-rows-repeated="2"/>';
    const rows = [
      row(text('Alami'), tall),
      blank,
      hidden('Tazi', 'filter'),
      hidden('X', 'collapse'),
    ];
    const [read] = await sheets(document(sheet('Liste', header, ...rows)));
    expect(read?.marks.merged).toEqual([{ column: 1, top: 1, bottom: 2 }]);
    expect(read?.marks.hidden).toEqual([2, 3]);
  });

  it('is read from the sheets with column headers that are not hidden', async () => {
    const style =
      '<style:style style:name="ta2"><style:table-properties table:display="false"/></style:style>';
    const hidden = `<table:table table:name="Vieux" table:style-name="ta2">${header}${row(text('X'))}</table:table>`;
    const notes = sheet('Notes', row(text('Remplir la feuille 2')));
    const read = await sheets(
      document(`${notes}${hidden}${sheet('Salé', header, row(text('Alami')))}`, style),
    );
    expect(read.map(({ name }) => name)).toEqual(['Salé']);
  });

  it('is refused under a password', async () => {
    const manifest = Buffer.from('<manifest:encryption-data/>');
    const parts = { mimetype: type, 'content.xml': Buffer.from([1, 2, 3]) };
    for (const zip of [
      aZip({ ...parts, 'META-INF/manifest.xml': manifest }),
      aZip({ mimetype: type, 'encrypted-package': Buffer.from([1, 2, 3]) }),
    ]) {
      const entries = await listZip(zip);
      expect(await isOds(entries)).toBe(true);
      const refused = readOdsSheets(entries);
      await expect(refused).rejects.toMatchObject({ code: 'excel-encrypted' });
    }
  });

  const broad = `<table:table-cell table:number-columns-repeated="900000"><text:p>x</text:p></table:table-cell>`;
  const tall = `<table:table-row table:number-rows-repeated="1048576">${text('x')}</table:table-row>`;
  it.each([
    ['excel-too-large', document(sheet('A', row(broad)))],
    ['excel-too-large', document(sheet('A', tall))],
    ['excel-too-large', document('<table:table/>'.repeat(600_000))],
    ['excel-too-large', document(sheet('A', row(text('x<text:s/>'.repeat(50_000)))))],
    ['excel-unreadable', '<office:document-content'],
    ['excel-unreadable', `${document('').slice(0, -60)}${'<a>'.repeat(100)}`],
    ['xml-doctype-refused', '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>'],
  ])('is refused with %s', async (code, content) => {
    const before = processorTime();
    const error: unknown = await sheets(content).catch((reason: unknown) => reason);
    expect(error instanceof FormatError ? error.code : error).toBe(code);
    expect(processorTime() - before).toBeLessThan(2_000);
  });
});
