import { describe, expect, it } from '@jest/globals';
import { deflateRawSync, gzipSync } from 'node:zlib';
import writeWorkbook from 'write-excel-file/node';
import { aZip } from '../../../../test/support/files/a-zip.ts';
import { FormatError } from '../format-error.ts';
import { unpackFiles } from './unpacked-files.ts';
import { bestSheets } from '../sheets/best-sheets.ts';
import { readXlsxSheets } from '../xlsx/xlsx-rows.ts';
import { listZip } from './zip-file.ts';
import { processorTime } from '../../../../test/support/suite/processor-time.ts';

async function* bytes(content: Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

async function unpack(
  content: Uint8Array,
  size?: number,
): Promise<[string, string | null, string][]> {
  const files: [string, string | null, string][] = [];
  for await (const file of unpackFiles(bytes(content, size))) {
    const parts: Uint8Array[] = [];
    if ('bytes' in file) for await (const part of file.bytes) parts.push(part);
    files.push([file.kind, file.name, Buffer.concat(parts).toString()]);
  }
  return files;
}

async function refusal(content: Uint8Array): Promise<string> {
  const error: unknown = await unpack(content).catch((reason: unknown) => reason);
  return error instanceof FormatError ? error.code : `not refused: ${JSON.stringify(error)}`;
}

const csv = Buffer.from('nom;ville\nAlami;Fès\n');

describe('a file', () => {
  it.each([
    ['xml', '\uFEFF <Candidate/>'],
    ['html', '\n<!DOCTYPE html><html>'],
    ['html', '<!-- exported --><TABLE border=1>'],
    ['html', '<?xml version="1.0"?><html>'],
    ['html', '<h1>Liste</h1><table>'],
    ['xml', '<!-- a --><!-- b --><Candidate/>'],
    ['xml', `${'<!---->'.repeat(60)}x`],
    ['json', '\n[{}]'],
    ['json', '{"a":1}'],
    ['table', 'nom;ville\n'],
    ['table', ''],
  ])('is recognised by its content as %s', async (kind, text) => {
    expect(await unpack(Buffer.from(text))).toEqual([[kind, null, expect.any(String)]]);
  });

  it('is the same under gzip, wherever it is cut', async () => {
    for (const size of [1, 7, 65_536])
      expect(await unpack(gzipSync(csv), size)).toEqual([['table', null, csv.toString()]]);
  });

  it('is each file of a zip file, by name, without what file managers add', async () => {
    const zip = aZip({
      'b.csv': csv,
      'a.json': Buffer.from('{}'),
      '__MACOSX/._b.csv': csv,
      '._b.csv': csv,
      'folder/~$b.xlsx': csv,
      '.~lock.b.ods#': csv,
      'folder/desktop.ini': csv,
      'folder/': Buffer.alloc(0),
      'c.csv.gz': gzipSync(csv),
    });
    expect(await unpack(zip)).toEqual([
      ['json', 'a.json', '{}'],
      ['table', 'b.csv', csv.toString()],
      ['table', 'c.csv.gz', csv.toString()],
    ]);
  });

  it('is named if it cannot be read in a zip file, and the others are given', async () => {
    const zip = aZip({ 'a.pdf': Buffer.from('%PDF-1.7\n'), 'b.csv': csv });
    expect(await unpack(zip)).toEqual([
      ['refused', 'a.pdf', ''],
      ['table', 'b.csv', csv.toString()],
    ]);
  });

  it('is refused with advice if it only looks like a table', async () => {
    expect(await refusal(Buffer.from('%PDF-1.7\n'))).toBe('pdf-refused');
    const parts = [
      ['word/document.xml'],
      ['xl/workbook.bin'],
      ['content.xml', 'mimetype'],
      ['[Content_Types].xml', 'xl/workbook2.xml'],
    ];
    for (const names of parts) {
      const files = Object.fromEntries(names.map((name) => [name, Buffer.from('<x/>')]));
      expect(await refusal(aZip(files))).toBe('document-refused');
    }
    const flat = [
      '<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n<Workbook/>',
      '<?xml version="1.0"?><ss:Workbook xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"/>',
      '<?xml version="1.0" encoding="UTF-8"?>\n\n<office:document xmlns:office="x"/>',
    ];
    for (const xml of flat) expect(await refusal(Buffer.from(xml))).toBe('document-refused');
  });
});

describe('a text of another program', () => {
  it.each([
    'ID;PWXL;N;E\r\nP;PGeneral\r\n',
    'ID;PCALCOOO32\nB;Y3;X2\n',
    'TABLE\r\n0,1\r\n"EXCEL"\r\n',
    '{\\rtf1\\ansi Nom}',
    'BEGIN:VCARD\nFN:Hind Alami\n',
    'MIME-Version: 1.0\nContent-Type: multipart/related\n',
    'From: a@example.org\nSubject: Liste\n',
  ])('is refused with advice: %s', async (text) => {
    expect(await refusal(Buffer.from(text))).toBe('document-refused');
  });

  it.each(['ID;Prénom;Nom\nP-1;Hind;Alami\n', 'TABLE;0,1\n', 'From: Fès\nNom;Ville\n'])(
    'is told from a table: %s',
    async (text) => {
      expect(await unpack(Buffer.from(text))).toEqual([['table', null, text]]);
    },
  );
});

describe('an archive of another kind', () => {
  const tar = Buffer.alloc(512);
  tar.write('liste.csv');
  tar.write('ustar', 257);

  it.each([
    ['7z', Buffer.from('377abcaf271c0004', 'hex')],
    ['RAR', Buffer.from('526172211a0700', 'hex')],
    ['xz', Buffer.from('fd377a585a0000', 'hex')],
    ['bzip2', Buffer.from('BZh91AY&SY')],
    ['the first part of a zip', Buffer.from('PK\u0007\u0008PK\u0003\u0004')],
    ['tar', tar],
    ['tar under gzip', gzipSync(tar)],
  ])('is refused with advice: %s', async (_what, content) => {
    expect(await refusal(content)).toBe('packing-refused');
  });

  it('is one whose file is packed with Deflate64, as 7-Zip offers it', async () => {
    const [file] = await unpack(aZip({ 'b.csv': csv }, { method: 9 }));
    expect(file).toEqual(['refused', 'b.csv', '']);
  });
});

describe('a workbook', () => {
  type Sheets = (string | number | Date | null)[][][];

  const written = (sheets: Sheets): Promise<Buffer> => {
    const data = sheets.map((rows, at) => ({
      sheet: `Sheet ${at + 1}`,
      data: rows.map((row) =>
        row.map((value) =>
          value === null ? null : { value, ...(value instanceof Date && { format: 'dd/mm/yyyy' }) },
        ),
      ),
    }));
    return writeWorkbook(data).toBuffer();
  };

  const sheetsOf = async (workbook: Buffer): Promise<string[][][]> => {
    const sheets: string[][][] = [];
    for await (const file of unpackFiles(bytes(workbook))) {
      if (file.kind !== 'xlsx') throw new Error(`taken for ${file.kind}`);
      const isHeader = (cell: string): boolean => ['nom', 'ville'].includes(cell);
      const read = await readXlsxSheets(file.workbook, file.entries);
      sheets.push(...bestSheets(read, isHeader).map(({ rows }) => rows));
    }
    return sheets;
  };

  const cells = async (...sheets: Sheets): Promise<string[][]> =>
    (await sheetsOf(await written(sheets)))[0] ?? [];

  it('gives dates as calendar dates and numbers as plain digits', async () => {
    const born = new Date(Date.UTC(1994, 4, 17));
    expect(
      await cells([
        ['nom', 'ville', 'né', 'tél'],
        ['Alami', null, born, 212612345678],
      ]),
    ).toEqual([
      ['nom', 'ville', 'né', 'tél'],
      ['Alami', '', '1994-05-17', '212612345678'],
    ]);
  });

  it('is read from the sheet that has the columns', async () => {
    const rows = await cells(
      [['Mode d’emploi'], ['Remplir la feuille 2']],
      [
        ['nom', 'ville'],
        ['Alami', 'Fès'],
      ],
    );
    expect(rows[1]).toEqual(['Alami', 'Fès']);
  });

  const fes = [['nom', 'ville'], ['Alami', 'Fès']]; // prettier-ignore
  const rabat = [['ville', 'nom'], ['Rabat', 'Tazi']]; // prettier-ignore

  it('is read from every sheet that has the columns', async () => {
    expect(await sheetsOf(await written([[['note']], fes, rabat]))).toEqual([fes, rabat]);
  });

  it('is not read from a hidden sheet', async () => {
    const parts: Record<string, Buffer> = {};
    for (const { name, open } of await listZip(await written([rabat, fes]))) {
      const pieces: Uint8Array[] = [];
      for await (const piece of await open()) pieces.push(piece);
      parts[name] = Buffer.concat(pieces);
    }
    const directory = String(parts['xl/workbook.xml']);
    const hidden = directory.replace('name="Sheet 1"', '$& state="hidden"');
    expect(hidden).not.toBe(directory);
    parts['xl/workbook.xml'] = Buffer.from(hidden);
    expect(await sheetsOf(aZip(parts))).toEqual([fes]);
  });

  it('is refused if it is a zip file of something else with the same file names', async () => {
    const broken = aZip({ 'xl/workbook.xml': Buffer.from('<workbook') });
    const reading = async (): Promise<void> => {
      for await (const file of unpackFiles(bytes(broken)))
        if (file.kind === 'xlsx') await readXlsxSheets(file.workbook, file.entries);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'excel-unreadable' });
  });
});

describe('an archive', () => {
  const zeros = Buffer.alloc(64 * 1_048_576);

  it.each([
    ['gzip of zeros', () => gzipSync(zeros), 'archive-bomb'],
    ['zip of zeros', () => aZip({ 'a.csv': zeros }), 'archive-bomb'],
    ['zip whose directory lies', () => aZip({ 'a.csv': zeros }, { declaredSize: 100 }), 'archive-unreadable'],
    ['zip in a zip in a zip', () => aZip({ 'a.zip': aZip({ 'a.zip': aZip({ 'a.zip': aZip({ 'a.csv': csv }) }) }) }), 'archive-too-deep'],
    ['zip that is cut short', () => aZip({ 'a.csv': csv }).subarray(0, 40), 'archive-unreadable'],
    ['gzip that is cut short', () => gzipSync(deflateRawSync(csv)).subarray(0, 20), 'archive-unreadable'],
    ['zip with a password', () => aZip({ 'a.csv': csv }, { encrypted: true }), 'archive-encrypted'],
    ['empty zip', () => aZip({}), 'file-empty'],
  ])('is refused quickly: %s', async (_what, make, code) => {
    const archive = make();
    const before = process.memoryUsage().rss;
    const startedAt = processorTime();
    expect(await refusal(archive)).toBe(code);
    expect(processorTime() - startedAt).toBeLessThan(2_000);
    expect(process.memoryUsage().rss - before).toBeLessThan(128 * 1_048_576);
  }); // prettier-ignore
});
