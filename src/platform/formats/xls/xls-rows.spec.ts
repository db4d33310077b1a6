import { describe, expect, it } from '@jest/globals';
import {
  aCompoundFile,
  anXls,
  aRecord,
  long,
  short,
} from '../../../../test/support/files/an-xls.ts';
import { leastTime } from '../../../../test/support/suite/processor-time.ts';
import { bytes } from '../../../../test/support/files/mutated-bytes.ts';
import type { NamedSheet } from '../sheets/best-sheets.ts';
import { CompoundFile } from './compound-file.ts';
import { isDateFormat, serialDay } from '../sheets/serial-dates.ts';
import { readXlsSheets } from './xls-rows.ts';
import { readXlsxSheets } from '../xlsx/xlsx-rows.ts';
import { listZip } from '../packed/zip-file.ts';

const header = ['Nom', 'Ville'];

const streamOf = (file: Buffer): Buffer => new CompoundFile(file).read('Workbook');
const sheetsOf = (file: Buffer): Promise<NamedSheet[]> => readXlsSheets(bytes(file));
const sheetsIn = (stream: Buffer): Promise<NamedSheet[]> =>
  sheetsOf(aCompoundFile({ Workbook: stream }));

const begin = aRecord(0x0809, short(0x0600, 0x0005));
const end = aRecord(0x000a);

/** Makes a workbook of one sheet from records. */
function aStream(globals: readonly Buffer[], cells: readonly Buffer[]): Buffer {
  const listing = (at: number): Buffer => aRecord(0x0085, long(at), [0, 0, 5, 0], Buffer.from('Liste'));
  const before = [begin, ...globals, listing(0), end];
  const at = before.reduce((sum, { length }) => sum + length, 0);
  return Buffer.concat([begin, ...globals, listing(at), end, begin, ...cells, end]);
} // prettier-ignore

const cell = (type: number, column: number, ...content: Buffer[]): Buffer =>
  aRecord(type, short(0, column, 0), ...content);

const firstRow = async (stream: Buffer): Promise<string[] | undefined> =>
  (await sheetsIn(stream))[0]?.rows[0];
const codeOf = (reason: unknown): unknown => (reason as { code?: string }).code ?? reason;
const refusal = (read: Promise<unknown>): Promise<unknown> => read.then(() => 'none', codeOf);
const refusalOf = (stream: Buffer): Promise<unknown> => refusal(sheetsIn(stream));

describe('a workbook of Excel 97-2003', () => {
  it('is read like the same workbook in the newer form', async () => {
    const rows = [
      header,
      ['بن علي', 'Fès'],
      [null, 'Straße\nHaus 2'],
      [612_345_678, 0.5],
      [-12.25, 212_698_123_450],
      [true, false],
      [
        { t: 'n', v: 31_909, z: 'm/d/yy' },
        { t: 'n', v: 31_909.75, z: 'm/d/yy h:mm' },
      ],
      [
        { t: 'n', v: 1, z: '"Jour" 0' },
        { t: 'n', v: 31_909, z: '#,##0 "dh"' },
      ],
    ] as const;
    const sheets = [
      { name: 'Liste الأولى', rows },
      { name: 'Cachée', rows: [header, ['x', 'y']], isHidden: true },
    ];
    const xlsx = anXls(sheets, 'xlsx');
    const read = await sheetsOf(anXls(sheets));
    expect(read).toEqual(await readXlsxSheets(xlsx, await listZip(xlsx)));
    expect(read[0]?.rows.slice(3)).toEqual([
      ['612345678', '0.5'],
      ['-12.25', '212698123450'],
      ['true', 'false'],
      ['1987-05-12', '1987-05-12'],
      ['Jour 1', '31909 dh'],
    ]);
  });

  it('is read without its blank rows', async () => {
    const rows = [header, [], ['', ''], ['Alami', 'Fès']];
    const [read] = await sheetsOf(anXls([{ name: 'Liste', rows }]));
    expect(read?.rows).toEqual([header, ['Alami', 'Fès']]);
  });

  it('gives the result of a formula', async () => {
    const texts = cell(0x0006, 0, Buffer.from([0, 0, 0, 0, 0, 0, 0xff, 0xff]), Buffer.alloc(8));
    const said = aRecord(0x0207, short(5), [0], Buffer.from('Alami'));
    const yes = cell(0x0006, 1, Buffer.from([1, 0, 1, 0, 0, 0, 0xff, 0xff]), Buffer.alloc(8));
    const wrong = cell(0x0006, 2, Buffer.from([2, 0, 0x17, 0, 0, 0, 0xff, 0xff]), Buffer.alloc(8));
    const number = Buffer.alloc(16);
    number.writeDoubleLE(2.5);
    const half = cell(0x0006, 3, number);
    const zero = cell(0x0006, 4, Buffer.alloc(16));
    const stream = aStream([], [texts, said, yes, wrong, half, zero]);
    expect(await firstRow(stream)).toEqual(['Alami', 'true', '#REF!', '2.5', '0']);
  });

  it('shows that a formula was never calculated', async () => {
    const open = cell(0x0006, 0, Buffer.alloc(8), short(3), Buffer.alloc(6));
    const calculated = Buffer.alloc(8);
    calculated.writeDoubleLE(2.5);
    const volatile = cell(0x0006, 1, calculated, short(1), Buffer.alloc(6));
    expect(await firstRow(aStream([], [open, volatile]))).toEqual(['=?', '2.5']);
  });

  it('counts its days from 1904 if it says so', async () => {
    const look = aRecord(0x00e0, short(0, 14));
    const day = cell(0x0203, 0, Buffer.from(new Float64Array([31_909]).buffer));
    expect(await firstRow(aStream([look], [day]))).toEqual(['1987-05-12']);
    expect(await firstRow(aStream([aRecord(0x0022, short(1)), look], [day]))).toEqual([
      '1991-05-13',
    ]);
  });

  it('reads texts that continue in another record, in letters of another width, with formats and phonetic guides', async () => {
    const rich = Buffer.concat([short(4), Buffer.from([0x0c]), short(1), long(2), Buffer.from('Rich'), Buffer.alloc(6)]);
    const split = Buffer.concat([short(5), Buffer.from([0]), Buffer.from('Al')]);
    const texts = aRecord(0x00fc, long(2), long(2), rich, split);
    const more = aRecord(0x003c, [1], Buffer.from('ami', 'utf16le'));
    const cells = [cell(0x00fd, 0, long(0)), cell(0x00fd, 1, long(1))];
    expect(await firstRow(aStream([texts, more], cells))).toEqual(['Rich', 'Alami']);
  }); // prettier-ignore

  it('reads short numbers, one by one and side by side', async () => {
    const whole = ((100 << 2) | 0x02) >>> 0;
    const hundredth = ((12_345 << 2) | 0x03) >>> 0;
    const row = aRecord(0x00bd, short(0, 1), short(0), long(whole), short(0), long(hundredth), short(2));
    expect(await firstRow(aStream([], [cell(0x027e, 0, long(0x3ff80000)), row]))).toEqual(['1.5', '100', '123.45']);
  }); // prettier-ignore

  it('reports which rows are hidden, and what is merged downwards', async () => {
    const at = (row: number) => aRecord(0x0204, short(row, 1, 0), short(1), Buffer.from('\0x'));
    const rowOf = (row: number, flags: number) => aRecord(0x0208, short(row, 0, 2, 255, 0, 0, flags, 0));
    const merged = aRecord(0x00e5, short(2), short(0, 5, 1, 1), short(0, 0, 0, 4));
    const [read] = await sheetsIn(aStream([], [rowOf(0, 0x100), rowOf(4, 0x120), at(0), at(4), at(9), merged]));
    expect(read?.marks.hidden).toEqual([1]);
    expect(read?.marks.merged).toEqual([{ column: 1, top: 0, bottom: 1 }]);
  }); // prettier-ignore

  it('passes over charts in a sheet', async () => {
    const chart = [begin, cell(0x0204, 0, short(1), Buffer.from('\0x')), end];
    const own = cell(0x0204, 0, short(5), Buffer.from('\0Alami'));
    expect(await firstRow(aStream([], [...chart, own]))).toEqual(['Alami']);
  });

  it('is read whatever follows its end', async () => {
    const stream = aStream([], [cell(0x0204, 0, short(5), Buffer.from('\0Alami'))]);
    expect(await firstRow(Buffer.concat([stream, Buffer.alloc(6, 0xff)]))).toEqual(['Alami']);
  });

  it('is refused with the reason', async () => {
    const fine = streamOf(anXls([{ name: 'Liste', rows: [header] }]));
    const outside = cell(0x0204, 300, short(1), Buffer.from('\0x'));
    expect(await refusalOf(aStream([aRecord(0x002f, short(1))], []))).toBe('excel-encrypted');
    expect(await refusalOf(aRecord(0x0809, short(0x0500, 5)))).toBe('excel-legacy');
    expect(await refusalOf(fine.subarray(0, -20))).toBe('excel-unreadable');
    expect(await refusalOf(aStream([], [outside]))).toBe('excel-unreadable');
  }); // prettier-ignore

  it('is refused quickly if few bytes stand for many', async () => {
    const long31k = aRecord(0x00fc, long(1), long(1), short(8_000), [0], Buffer.alloc(8_000, 'x'));
    const said = Buffer.concat(Array.from({ length: 20_000 }, (_, row) => aRecord(0x00fd, short(row, 0, 0), long(0))));
    const wide = Buffer.concat(Array.from({ length: 65_536 }, (_, row) => aRecord(0x00fd, short(row, 255, 0), long(0))));
    const nothings = Buffer.concat(Array.from({ length: 500_000 }, () => aRecord(0x0201)));
    const empties = Buffer.concat(Array.from({ length: 500_000 }, () => aRecord(0x003c)));
    const looks = [aRecord(0x041e, short(200, 60_000 / 10), [0], Buffer.alloc(6_000, '[')), aRecord(0x00e0, short(0, 200))];
    const numbers = Array.from({ length: 20_000 }, () => cell(0x0203, 0, Buffer.from(new Float64Array([31_909]).buffer)));
    const word = aRecord(0x00fc, long(1), long(1), short(1), [0, 0x78]);
    const bombs: [Buffer, string][] = [
      [aStream([long31k], [said]), 'excel-too-large'],
      [aStream([word], [wide]), 'excel-too-large'],
      [aStream([], [nothings, nothings, nothings, nothings, nothings]), 'excel-too-large'],
      [aStream([], [empties]), 'excel-unreadable'],
      [aStream(looks, numbers), 'none'],
      [Buffer.concat([begin, ...Array.from({ length: 9 }, () => aRecord(0x0085, long(0), [0, 0, 1, 0, 0x78])), end]), 'excel-unreadable'],
    ];
    for (const [stream, code] of bombs) {
      const refused = async (): Promise<void> => {
        expect(await refusalOf(stream)).toBe(code);
      };
      expect(await leastTime(2_000, refused)).toBeLessThan(2_000);
    }
  }); // prettier-ignore
});

describe('a number of days', () => {
  it.each([
    [200, 'dd/mm/yyyy', true],
    [200, '[$-40C]d mmmm yyyy;@', true],
    [200, 'mmm-yy', true],
    [200, 'yyyy', true],
    [200, 'jj/mm/aaaa', true],
    [200, 'TT.MM.JJJJ', true],
    [200, 'd/m/yy h:mm', true],
    [200, 'h:mm', false],
    [200, '[h]:mm', false],
    [200, 'hh:mm:ss AM/PM', false],
    [200, 'mm:ss.0', false],
    [200, '"jour" 0', false],
    [200, '#,##0 "dh"', false],
    [200, 'Standaard', false],
    [200, 'General', false],
    [200, '[Red]0.00', false],
    [14, undefined, true],
    [20, undefined, false],
  ])('is recognised by its format: %d %s', (number, code, isDate) => {
    expect(isDateFormat(number, code)).toBe(isDate);
  });

  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [61, '1900-03-01'],
    [31_909.75, '1987-05-12'],
    [0.5, null],
    [2_958_466, null],
    [Number.NaN, null],
  ])('is a date of the calendar: %d', (serial, day) => {
    expect(serialDay(serial, false)).toBe(day);
  });
});

describe('a compound file', () => {
  it('gives the streams of its root, short and long', () => {
    const long = Buffer.from('0123456789'.repeat(5_000));
    const file = new CompoundFile(aCompoundFile({ Workbook: long, Other: Buffer.from('abc') }));
    expect(file.read('Workbook').equals(long)).toBe(true);
    expect(file.read('Other').toString()).toBe('abc');
    expect(file.has('Workbooks')).toBe(false);
  });

  it('is refused if its sectors lead nowhere or in a circle', async () => {
    const file = aCompoundFile({ Workbook: Buffer.alloc(20_000, 'x') });
    for (const [at, value] of [[48, 0xffff], [60, 0xfff0], [68, 0], [30, 3]] as const) {
      const wrong = Buffer.from(file);
      wrong.writeUInt16LE(value, at);
      expect(await refusal(sheetsOf(wrong))).toBe('excel-unreadable');
    }
    const table = file.readUInt32LE(76);
    const round = Buffer.from(file);
    for (let sector = 0; sector < 100; sector += 1) round.writeUInt32LE(1, (table + 1) * 512 + sector * 4);
    expect(await refusal(sheetsOf(round))).toBe('excel-unreadable');
    const claiming = Buffer.from(file);
    for (let listed = 0; listed < 100; listed += 1) claiming.writeUInt32LE(table, 76 + listed * 4);
    expect(await refusal(sheetsOf(claiming))).toBe('excel-unreadable');
    for (const [name, code] of [['Book', 'excel-legacy'], ['EncryptedPackage', 'excel-encrypted'], ['WordDocument', 'document-refused']] as const)
      expect(await refusal(sheetsOf(aCompoundFile({ [name]: Buffer.from('x') })))).toBe(code);
    expect(await refusal(sheetsOf(file.subarray(0, 400)))).toBe('excel-unreadable');
  }); // prettier-ignore
});
