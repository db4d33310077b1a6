import { describe, expect, it } from '@jest/globals';
import { aZip } from '../../../../test/support/files/a-zip.ts';
import { listZip } from '../packed/zip-file.ts';
import { readXlsxSheets } from './xlsx-rows.ts';

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

interface Parts {
  cells: string;
  /** The attributes of the row. */
  row?: string;
  workbookPr?: string;
  /** What stands in the workbook behind its sheets. */
  behind?: string;
  formats?: string;
  /** The numbers of the formats of the styles 1, 2 and so on. */
  styles?: readonly number[];
}

const part = (text: string): Buffer => Buffer.from(`<?xml version="1.0"?>${text}`);

/** Reads the cells of a workbook of one row. */
async function rowOf({
  cells,
  row = 'r="1"',
  workbookPr = '',
  behind = '',
  formats = '',
  styles = [],
}: Parts): Promise<string[]> {
  const looks = [0, ...styles].map((format) => `<xf numFmtId="${format}"/>`).join('');
  const workbook = aZip({
    'xl/workbook.xml': part(
      `<workbook ${main} xmlns:r="${relations}">${workbookPr}<sheets><sheet name="é" sheetId="1" r:id="r1"/><sheet name="Chart" sheetId="2" r:id="r3"/></sheets>${behind}</workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': part(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="r2" Type="${relations}/styles" Target="styles.xml"/><Relationship Id="r3" Type="${relations}/chartsheet" Target="chartsheets/sheet1.xml"/></Relationships>`,
    ),
    'xl/styles.xml': part(
      `<styleSheet ${main}><numFmts>${formats}</numFmts><cellXfs>${looks}</cellXfs></styleSheet>`,
    ),
    'xl/chartsheets/sheet1.xml': part(`<chartsheet ${main}/>`),
    'xl/worksheets/sheet1.xml': part(
      `<worksheet ${main}><sheetData><row ${row}>${cells}</row></sheetData></worksheet>`,
    ),
  });
  const [sheet] = await readXlsxSheets(workbook, await listZip(workbook));
  expect(sheet?.name).toBe('é');
  return sheet?.rows[0] ?? [];
}

const format = (number: number, code: string): string =>
  `<numFmt numFmtId="${number}" formatCode="${code}"/>`;

describe('a cell of a workbook', () => {
  it.each(['1', 'true', 'TRUE', '0', 'false'])(
    'is a day counted from 1904 if the workbook says so: %s',
    async (said) => {
      const days = said === '0' || said === 'false' ? 33_010 : 33_010 - 1_462;
      const read = await rowOf({
        cells: `<c r="A1" s="1"><v>${days}</v></c>`,
        workbookPr: `<workbookPr codeName="T" date1904="${said}"/>`,
        styles: [14],
      });
      expect(read).toEqual(['1990-05-17']);
    },
  );

  it('is shown by the format of the workbook, whatever other languages have under its number', async () => {
    const read = await rowOf({
      cells:
        '<c r="A1" s="1"><v>42</v></c><c r="B1" s="2"><v>43</v></c><c r="C1" s="3"><v>33010.5</v></c><c r="D1" s="4"><v>44</v></c>',
      formats: `${format(57, '&quot;R-&quot;0000')}${format(71, '00000')}${format(60, 'dd/mm/yyyy hh:mm')}${format(164, '0')}`,
      styles: [57, 71, 60, 164],
    });
    expect(read).toEqual(['R-0042', '00043', '1990-05-17', '44']);
  });

  it('is a number with the texts of its format, calculated or not', async () => {
    const read = await rowOf({
      cells:
        '<c r="A1" s="1"><v>18</v></c><c r="B1" t="n" s="2"><f>A1*100</f><v>6.12345678E8</v></c><c r="C1" s="3"><v>7</v></c><c r="D1" s="1" t="str"><v>7</v></c><c r="E1"><v>18</v></c><c r="F1" s="1"/><c r="G1" s="4"><v>0.5</v></c>',
      formats: `${format(164, '0 &quot;mois&quot;')}${format(165, '0#&quot; &quot;##&quot; &quot;##&quot; &quot;##&quot; &quot;##')}${format(166, '&quot;&lt;&#233; é &amp;&quot;0')}`,
      styles: [164, 165, 166, 9],
    });
    expect(read).toEqual(['18 mois', '06 12 34 56 78', '<é é &7', '7', '18', '', '0.5']);
  });

  it('is a number with the texts of its format in an indented file, as Gnumeric writes it', async () => {
    const cells = '<c r="A1" s="1">\n  <v>101</v>\n</c><c r="B1" s="1">\n<f>7</f>\n<v>7</v></c>';
    expect(await rowOf({ cells, formats: format(100, '0000'), styles: [100] })).toEqual([
      '0101',
      '0007',
    ]);
  });

  it('shows its formula if the result was never calculated, unless the result is an empty text', async () => {
    const cells =
      '<c r="A1"><f>B1&amp;"x"</f><v></v></c><c r="B1" t="str"><f>C1</f></c><c r="C1" t="str"><f>IF(1,"")</f><v></v></c><c r="D1">\n<f t="shared" si="0"/><v/></c><c r="E1"><f>1-1</f><v>0</v></c>';
    expect(await rowOf({ cells })).toEqual(['=B1&"x"', '=C1', '', '=?', '0']);
  });

  it('shows its formula if the writer left all results to be calculated', async () => {
    const cells =
      '<c r="A1"><f>B1</f><v>0</v></c><c r="B1"><f>2+2</f><v>4</v></c><c r="C1"><v>0</v></c>';
    const behind = '<calcPr calcId="124519" fullCalcOnLoad="1"/>';
    expect(await rowOf({ cells, behind })).toEqual(['=B1', '4', '0']);
  });

  it('stands behind the one before it if its place is left out', async () => {
    const text = (said: string): string => `<is><t>${said}</t></is></c>`;
    const cells = `<c t="inlineStr">${text('R-1')}<c/><c t="inlineStr">${text('Alami')}<c r="AA1"><v>7</v></c><c><v>8</v></c>`;
    const row = await rowOf({ cells });
    expect([row[0], row[1], row[2]]).toEqual(['R-1', '', 'Alami']);
    expect(row.slice(26)).toEqual(['7', '8']);
    expect(await rowOf({ cells, row: '' })).toEqual(row);
  });

  it('keeps an error, so that it can be reported', async () => {
    const cells = '<c r="A1" t="e"><f>A9</f><v>#REF!</v></c><c t="str" r="B1"><v>Hélène</v></c>';
    expect(await rowOf({ cells })).toEqual(['#REF!', 'Hélène']);
  });

  it('keeps the day of an ISO date, wherever the program runs', async () => {
    const cells = '<c r="A1" t="d"><v>1990-05-17T00:00:00</v></c>';
    expect(await rowOf({ cells })).toEqual(['1990-05-17T00:00:00']);
  });
});
