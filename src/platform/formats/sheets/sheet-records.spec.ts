import { describe, expect, it } from '@jest/globals';
import { CsvError } from '../csv/csv-error.ts';
import { readCsvRecords, type SheetReadOptions, type SheetRecord } from './sheet-records.ts';
import { processorTime } from '../../../../test/support/suite/processor-time.ts';

async function* bytes(content: string | Uint8Array, size = 65_536): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.from(content as string);
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}

type NamedRecord = SheetRecord & { record: Record<string, string> | null };

async function* readByName(
  input: AsyncIterable<Uint8Array>,
  options?: SheetReadOptions,
): AsyncGenerator<NamedRecord> {
  let columns: readonly string[] = [];
  const onColumns = (names: readonly string[]): void => void (columns = names);
  for await (const list of readCsvRecords(input, { ...options, onColumns })) {
    for (const one of list) yield { ...one, record: one.cells && byName(columns, one.cells) };
  }
}

/** Returns cells by the names of their columns. If a name occurs twice, the first column counts. */
function byName(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const record = Object.create(null) as Record<string, string>;
  cells.forEach((cell, at) => {
    const name = columns[at] ?? '';
    if (name !== '' && !(name in record)) record[name] = cell;
  });
  return record;
}

async function collect(input: AsyncIterable<Uint8Array>): Promise<NamedRecord[]> {
  const records: NamedRecord[] = [];
  for await (const record of readByName(input)) records.push(record);
  return records;
}

const read = (content: string | Uint8Array, size?: number): Promise<NamedRecord[]> =>
  collect(bytes(content, size));

async function refusal(input: AsyncIterable<Uint8Array>): Promise<CsvError> {
  const error: unknown = await collect(input).catch((reason: unknown) => reason);
  if (!(error instanceof CsvError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error;
}

/** Yields a text over and over, and counts the bytes taken. */
function endless(
  start: string,
  text: string,
): { input: AsyncGenerator<Uint8Array>; taken: number } {
  const source = { taken: 0, input: pieces() };
  async function* pieces(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(start);
    for (const piece = Buffer.from(text.repeat(16_384)); ;) {
      source.taken += piece.length;
      yield piece;
    }
  }
  return source;
}

describe('a spreadsheet file', () => {
  it.each([
    ['commas', 'nom,ville\nAlami,"Fès, médina"\n', 'Fès, médina'],
    ['semicolons', 'nom;ville\nAlami;Fès, médina\n', 'Fès, médina'],
    ['tabs', 'nom\tville\nAlami\tFès; médina\n', 'Fès; médina'],
    ['bars', 'nom|ville\nAlami|Fès\n', 'Fès'],
    ['what its first line says', 'sep=,\r\nnom,ville\r\nAlami,"a;b;c;d"\r\n', 'a;b;c;d'],
    ['semicolons, with commas in a quoted header', '"nom";"a,b,c";ville\nAlami;x;Fès\n', 'Fès'],
    ['old line breaks', 'nom;ville\rAlami;Fès\r', 'Fès'],
  ])('is split by %s', async (_what, text, ville) => {
    expect((await read(text)).map(({ record }) => record)).toMatchObject([{ nom: 'Alami', ville }]);
  });

  it.each([
    ['UTF-8', Buffer.from('prénom;ville\nHélène;Málaga\n')],
    ['UTF-8 with its mark', Buffer.from('\uFEFFprénom;ville\nHélène;Málaga\n')],
    ['Windows-1252', Buffer.from('prénom;ville\nHélène;Málaga\n', 'latin1')],
    ['UTF-16 with its mark', Buffer.from('\uFEFFprénom;ville\nHélène;Málaga\n', 'utf16le')],
    ['UTF-16 without it', Buffer.from('prénom;ville\nHélène;Málaga\n', 'utf16le')],
    [
      'UTF-16, high byte first',
      Buffer.from('\uFEFFprénom;ville\nHélène;Málaga\n', 'utf16le').swap16(),
    ],
  ])('is decoded from %s, wherever it is cut', async (_encoding, content) => {
    for (const size of [1, 5, 65_536]) {
      const [first] = await read(content, size);
      expect({ ...first?.record }).toEqual({ prénom: 'Hélène', ville: 'Málaga' });
    }
  });

  it('has every row even if files with different line breaks were joined', async () => {
    const records = await read('nom;ville\r\nAlami;Fès\nTazi;Rabat\rZaki;Safi\r\n', 3);
    expect(records.map(({ record }) => record?.['ville'])).toEqual(['Fès', 'Rabat', 'Safi']);
  });

  it('does not take the header of the next page for a person', async () => {
    const records = await read('nom;ville\nAlami;Fès\nnom;ville;\nTazi;Rabat\n');
    expect(records.map(({ row, record }) => [row, record?.['nom']])).toEqual([
      [1, 'Alami'],
      [2, 'Tazi'],
    ]);
  });

  it('has cells without the marks of writing direction', async () => {
    const [first] = await read('nom;ville\n\u200fفاطمة\u200f;\u202bفاس\u202c\n');
    expect({ ...first?.record }).toEqual({ nom: 'فاطمة', ville: 'فاس' });
  });

  it('keeps a leading zero that an export wrote as a formula', async () => {
    const [first] = await read('nom;tél\nAlami;="0612345678"\n');
    expect(first?.record?.['tél']).toBe('0612345678');
  });

  it('is decoded from Windows-1256 if Arabic letters stand together', async () => {
    // "الاسم;المدينة" and "فاطمة;فاس"
    const content = Buffer.from('c7e1c7d3e33bc7e1e3cfede4c90addc7d8e3c93bddc7d30a', 'hex');
    expect({ ...(await read(content))[0]?.record }).toEqual({ الاسم: 'فاطمة', المدينة: 'فاس' });
  });

  it('is decoded correctly if the first accent comes late', async () => {
    const rows = Array.from({ length: 9_000 }, (_, at) => `Alami;Rabat ${at}\n`).join('');
    const records = await read(Buffer.from(`nom;ville\n${rows}Aït;Fès\n`, 'latin1'));
    expect(records.at(-1)).toMatchObject({ row: 9_001, record: { nom: 'Aït', ville: 'Fès' } });
  });

  it('has the rows of its encoding, and refuses appended rows of another', async () => {
    const rows = ['nom;ville', 'Aït;Fès', 'Saïd;Salé', ''].join('\n');
    const other = Buffer.from('Zoé;Taza\n', 'latin1');
    const records = await read(Buffer.concat([Buffer.from(rows), other]));
    expect(records.map(({ record, error }) => record?.['nom'] ?? error?.code)).toEqual([
      'Aït',
      'Saïd',
      'text-unreadable',
    ]);
  });

  it.each([
    ['in the midst', 'R-1;"Alami;MA;a\nR-2;Tazi;MA;"b\nR-3;Bennani;MA;c\n'],
    ['at the end of a row', 'R-1;Alami;MA;"a\nR-2;Tazi;MA;"b\nR-3;Bennani;MA;c\n'],
    ['up to a quoted cell', 'R-1;Alami;MA;"a\r\nR-2;Tazi;MA;b\r\nR-3;"Bennani";MA;c\r\n'],
  ])('gives back the rows that an unclosed quote %s has swallowed', async (_where, rows) => {
    const records = await read(`Réf;Nom;Pays;Note\n${rows}`);
    expect(records.map(({ record }) => Object.values({ ...record }))).toEqual([
      ['R-1', 'Alami', 'MA', 'a'],
      ['R-2', 'Tazi', 'MA', 'b'],
      ['R-3', 'Bennani', 'MA', 'c'],
    ]);
  });

  it('leaves a cell of two lines as it is, whatever quotes it contains', async () => {
    const records = await read('Réf;Nom;Pays\nR-1;"""Bob"" Alami\nTazi; Omar";MA\n');
    expect(records.map(({ record }) => record?.['Nom'])).toEqual(['"Bob" Alami\nTazi; Omar']);
  });

  it('keeps line breaks in quotes and counts rows, not lines or blank rows', async () => {
    const records = await read('nom;note\n\nAlami;"une\ndeux"\n;\nTazi;trois\n');
    expect(records.map(({ row, record }) => [row, record?.nom, record?.note])).toEqual([
      [1, 'Alami', 'une\ndeux'],
      [2, 'Tazi', 'trois'],
    ]);
  });

  it('names the row and column that cannot be read, and continues', async () => {
    const records = await read('nom;ville\nAlami;Fès;trop\nTazi;F\uFFFDs\nIdrissi;Salé;;\n');
    expect(records.map(({ error }) => error && [error.row, error.code, error.path])).toEqual([
      [1, 'row-too-long', 'ville'],
      [2, 'text-unreadable', 'ville'],
      null,
    ]);
    expect(records[0]).toMatchObject({ record: null, values: ['Alami', 'Fès', 'trop'] });
    expect({ ...records[2]?.record }).toEqual({ nom: 'Idrissi', ville: 'Salé' });
  });
});

describe('the header of a sheet', () => {
  const known = new Set(['référence', 'nom', 'prénom', 'pays', 'consentement pays', 'langues']);
  const isHeader = (cell: string): boolean => known.has(cell.toLowerCase());

  async function records(...lines: string[]): Promise<Record<string, string>[]> {
    const found: Record<string, string>[] = [];
    for await (const { record } of readByName(bytes(lines.join('\n')), { isHeader }))
      found.push({ ...record });
    return found;
  }

  it('is found under a title and a date of issue, whose commas mean nothing', async () => {
    expect(
      await records('Liste, novembre 2026, Fès', ';;', 'Nom;Prénom;Pays', 'Alami;Hind;MA'),
    ).toEqual([{ Nom: 'Alami', Prénom: 'Hind', Pays: 'MA' }]);
  });

  it('takes the names of cells that were merged over two rows', async () => {
    expect(await records('Référence;Identité;;', ';Nom;Prénom;Pays', 'R-1;Alami;Hind;MA')).toEqual([
      { Référence: 'R-1', Nom: 'Alami', Prénom: 'Hind', Pays: 'MA' },
    ]);
    expect(
      await records('Référence;Nom;Prénom;Autres', ';;;Langues', 'R-1;Alami;Hind;fr:B2'),
    ).toEqual([{ Référence: 'R-1', Nom: 'Alami', Prénom: 'Hind', Langues: 'fr:B2' }]);
  });

  it('reads a name with the heading above it if both together are known', async () => {
    expect(
      await records('Identité;;Consentement;', 'Nom;Pays;Pays;Date', 'Alami;MA;ES;1.9.2026'),
    ).toEqual([{ Nom: 'Alami', Pays: 'MA', 'Consentement Pays': 'ES', Date: '1.9.2026' }]);
  });

  it('may name a column twice: blanks and equal values are ignored, and another value is left out', async () => {
    const read: (string | undefined)[][] = [];
    const text = 'nom;pays;nom;nom\nAlami;MA;;Alami\n;TN;Tazi;\nIdrissi;MA;Idriss;\n';
    for await (const { record, repeated } of readByName(bytes(text), { isHeader }))
      read.push([
        record?.nom,
        ...repeated.map(({ row, code, value }) => `${row ?? ''} ${code} ${value ?? ''}`),
      ]);
    expect(read).toEqual([['Alami'], ['Tazi'], ['Idrissi', '3 column-repeated Idriss']]);
  });
});

describe('a broken or hostile file', () => {
  it.each([
    ['no header', '\n\n', 'csv-empty', /header/],
    ['a header alone', 'nom;ville\n', 'csv-no-rows', /no row/],
    ['a header above blanks', 'nom;ville\n;\n\n', 'csv-no-rows', /no row/],
    ['too many columns', `${Array.from({ length: 301 }, (_, at) => `c${at}`).join(';')}\n`, 'csv-too-many-columns', /300/],
    ['a quote that is never closed', 'nom;ville\nAlami;Fès\n"Tazi;Salé\n', 'csv-quote-unclosed', /line 3/],
    ['a picture', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1, 2, 0]), 'csv-not-text', /binary/],
  ])('is refused for %s', async (_what, content, code, message) => {
    const error = await refusal(bytes(content));
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
  }); // prettier-ignore

  it.each([
    ['an endless line', 'nom;ville\n', 'x', 'csv-line-too-long', /Line 2/],
    ['a bomb of commas', 'nom,ville\nAlami,Fès\n', ',', 'csv-line-too-long', /Line 3/],
    ['a bomb of quotes', 'nom;ville\n', '"', 'csv-line-too-long', /Line 2/],
    ['an unclosed quote before endless lines', 'nom;ville\n"Alami', ';x\n', 'csv-record-too-long', /quotation/],
    ['an endless header', '', 'x;', 'csv-line-too-long', /Line 1/],
  ])('is refused quickly for %s', async (_what, start, text, code, message) => {
    const source = endless(start, text);
    const startedAt = processorTime();
    const error = await refusal(source.input);
    expect(error.code).toBe(code);
    expect(error.message).toMatch(message);
    expect(source.taken).toBeLessThan(2_000_000);
    expect(processorTime() - startedAt).toBeLessThan(2_000);
  }); // prettier-ignore

  it('names the row of a bomb that stays within a line, and continues', async () => {
    const startedAt = processorTime();
    const records = await read(`nom,ville\nAlami,Fès\n${'x,'.repeat(100_000)}\nTazi,Salé\n`);
    expect(records.map(({ row, error }) => [row, error?.code])).toEqual([
      [1, undefined],
      [2, 'row-too-long'],
      [3, undefined],
    ]);
    expect(processorTime() - startedAt).toBeLessThan(2_000);
  });

  it('is read alike before and after its first quote, and counts its lines throughout', async () => {
    const start = `nom;note\n${'Alami;x\n'.repeat(5_000)}Tazi;"une\ndeux"\n`;
    const records = await read(`${start}Zaki;trois\n`);
    expect(records.slice(-3).map(({ row, record }) => [row, { ...record }])).toEqual([
      [5_000, { nom: 'Alami', note: 'x' }],
      [5_001, { nom: 'Tazi', note: 'une\ndeux' }],
      [5_002, { nom: 'Zaki', note: 'trois' }],
    ]);
    const error = await refusal(bytes(`${start}Zaki;"ouverte\n`));
    expect([error.code, error.about]).toEqual(['csv-quote-unclosed', '5004']);
  });

  it('gives the rows before the place where it breaks', async () => {
    const seen: (string | undefined)[] = [];
    const reading = async (): Promise<void> => {
      for await (const { record } of readByName(bytes('nom\nAlami\nTazi\n"Idrissi\n')))
        seen.push(record?.nom);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'csv-quote-unclosed' });
    expect(seen).toEqual(['Alami', 'Tazi']);
  });
});
