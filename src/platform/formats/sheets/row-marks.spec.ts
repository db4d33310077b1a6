import { describe, expect, it } from '@jest/globals';
import { roomForMerged, RowMarks, RowsInTurn } from './row-marks.ts';
import { XlsxMarks } from '../xlsx/xlsx-marks.ts';

const rows = [['Titre'], ['Nom', 'Région'], ['A', 'Souss'], ['B'], [''], ['C'], ['D', 'Fès']];

/**
 * Returns, for each row that is read, what is merged over it and how many hidden rows begin there.
 */
function followed(marks: RowMarks, read = [2, 3, 5, 6]): [string, number][] {
  const turn = new RowsInTurn(rows, marks, 2);
  return read.map((at) => {
    turn.take(rows[at] ?? []);
    return [Array.from(turn.merges, ([, text]) => text).join(), turn.hiddenFromHere];
  });
}

describe('the marks on the rows of a sheet', () => {
  it('give what is merged over each row, past blank rows and to its end', () => {
    const marks = new RowMarks();
    marks.merge(1, 2, 4);
    expect(followed(marks).map(([over]) => over)).toEqual(['Souss', 'Souss', '', '']);
  });

  it('give nothing from a row that is passed over, after the last column, or over a single row', () => {
    const marks = new RowMarks();
    marks.merge(1, 1, 6);
    marks.merge(2, 2, 6);
    marks.merge(0, 2, 2);
    expect(followed(marks).every(([over]) => over === '')).toBe(true);
    expect(marks.merged).toHaveLength(2);
  });

  it('count the rows with content that are hidden from a row on', () => {
    const marks = new RowMarks();
    for (const row of [0, 3, 4, 6]) marks.hide(row);
    expect(followed(marks).map(([, hidden]) => hidden)).toEqual([0, 2, 0, 1]);
  });

  it('stay the same by the places of the rows that are kept', () => {
    const marks = new RowMarks();
    marks.merge(1, 10, 14);
    marks.merge(1, 15, 20);
    for (const row of [11, 12]) marks.hide(row);
    const { merged, hidden } = marks.among([3, 10, 12, 14, 17]);
    expect(merged).toEqual([{ column: 1, top: 1, bottom: 3 }]);
    expect(hidden).toEqual([2]);
  });

  it('take no longer for many merged cells over the whole sheet', () => {
    const marks = new RowMarks();
    for (let one = 0; one < 200_000; one += 1) marks.merge(1, 2, 1_048_575);
    expect(followed(marks).map(([over]) => over)).toEqual(Array(4).fill('Souss'));
    expect(() => {
      marks.merge(1, 2, 3);
    }).toThrow('may have at most 200000 cells merged over rows');
  });
});

describe('the XML of a sheet', () => {
  const xml =
    '<x:row r="3" hidden="1"><c r="A3"><is><t>row hidden</t></is></c></x:row><row hidden=\'true\'/><row r="9" hidden="0"/>' +
    '<mergeCells count="3"><mergeCell ref="B2:B4"/><mergeCell ref="AA1:AB7"/><mergeCell ref="A1:F1"/></mergeCells>';

  it.each([1, 7, 1_000])('is marked in pieces of %d bytes', (size) => {
    const reader = new XlsxMarks(roomForMerged());
    const bytes = Buffer.from(xml);
    for (let at = 0; at < bytes.length; at += size) reader.write(bytes.subarray(at, at + size));
    expect(reader.marks.hidden).toEqual([2, 3]);
    expect(reader.marks.merged).toEqual([
      { column: 1, top: 1, bottom: 3 },
      { column: 26, top: 0, bottom: 6 },
    ]);
  });
});
