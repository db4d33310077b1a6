import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import {
  type CandidateRecord,
  fileFailure,
  readCandidates,
} from '../../src/candidates/formats/read-candidates.ts';
import { writeWorkbook } from '../../src/platform/formats/xlsx-file.ts';
import { aZip } from '../support/a-zip.ts';
import { aCandidate } from '../support/builders.ts';
import { expectNamed } from '../support/expect-named.ts';
import { figure } from '../support/figure.ts';
import { bytes, mutate, mutations } from '../support/mutated-bytes.ts';
import { odd, replaced } from '../support/odd-values.ts';
import { processorTime } from '../support/processor-time.ts';

interface Outcome {
  records: CandidateRecord[];
  failure: { code: string; message: string } | null;
}

async function read(input: AsyncIterable<Uint8Array>): Promise<Outcome> {
  const records: CandidateRecord[] = [];
  try {
    for await (const list of readCandidates(input)) records.push(...list);
    return { records, failure: null };
  } catch (error) {
    const failure = fileFailure(error);
    if (failure === null) throw error;
    return { records, failure };
  }
}

const header = [
  'référence',
  'nom',
  'prénom',
  'date de naissance',
  'nationalité',
  'métier',
  'langues',
];
const people = Array.from({ length: 8 }, (_, at) => [
  ...[`R-${at}`, 'Alami', 'Hélène', '17/05/1994', 'Maroc', 'Infirmière', 'fr:B2'],
]);

const encodings: Record<string, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8 with a mark': (text) => Buffer.from(`\uFEFF${text}`),
  'windows-1252': (text) => Buffer.from(text, 'latin1'),
  'utf-16le': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'utf-16be': (text) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
};
const delimiters = [';', ',', '\t'];

const xml = (reference: string): string =>
  `<Candidate xmlns="http://www.hr-xml.org/3"><DocumentID>${reference}</DocumentID><CandidatePerson>` +
  '<PersonName><GivenName>Hind</GivenName></PersonName><NationalityCode>MA</NationalityCode>' +
  '</CandidatePerson></Candidate>';

const csv = fc
  .tuple(fc.constantFrom(...Object.values(encodings)), fc.constantFrom(...delimiters))
  .map(([encode, delimiter]) =>
    encode([header, ...people].map((cells) => cells.join(delimiter)).join('\r\n')),
  );
const json = fc.constantFrom(
  Buffer.from(JSON.stringify(people.map(([reference]) => aCandidate({ reference })))),
  Buffer.from(
    people.map(([reference]) => `${JSON.stringify(aCandidate({ reference }))}\n`).join(''),
  ),
);
const hrXml = fc.constant(
  Buffer.from(
    `<Candidates>${people.map(([reference]) => xml(reference ?? '')).join('')}</Candidates>`,
  ),
);
const page = fc.constant(
  Buffer.from(
    `<html><table>${[header, ...people].map((cells) => `<tr><td>${cells.join('</td><td>')}</td></tr>`).join('')}</table>`,
  ),
);
const inOds = (content: Buffer): Buffer =>
  aZip({
    mimetype: Buffer.from('application/vnd.oasis.opendocument.spreadsheet'),
    'content.xml': content,
  });
const content = Buffer.from(
  `<spreadsheet><table>${[header, ...people].map((cells) => `<table-row>${cells.map((cell) => `<table-cell><p>${cell}</p></table-cell>`).join('')}</table-row>`).join('')}</table></spreadsheet>`,
);
const workbook = writeWorkbook([{ name: 'people', rows: [header, ...people] }]);

/** Guarantee G16. */
describe('a file that was changed on its way', () => {
  const runs = figure({ suite: 300, soak: 10_000 });

  it('is accepted and rejected as often as it is read, and every rejection is named', async () => {
    const packed = fc.constant(await workbook);
    const file = fc.oneof(csv, csv, json, hrXml, packed, page);
    await fc.assert(
      fc.asyncProperty(file, mutations, async (content, changes) => {
        expectNamed(await read(bytes(mutate(content, changes))));
      }),
      { numRuns: runs },
    );
  });

  it('is so within a spreadsheet of LibreOffice too', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        expectNamed(await read(bytes(inOds(mutate(content, changes)))));
      }),
      { numRuns: figure({ suite: 100, soak: 10_000 }) },
    );
  });

  it('loses no row, whatever stands in a cell', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', '"', ';;', 'a\nb', '=1+1', '31/02/1994', '\u0000', '2221', 'fr', '🙂'),
    );
    const table = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(...delimiters), async (rows, delimiter) => {
        const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
        const text = [header, ...rows].map((cells) => cells.map(quoted).join(delimiter)).join('\r\n');
        const outcome = await read(bytes(Buffer.from(`\uFEFF${text}`)));
        expectNamed(outcome);
        // Told apart from the reader: a row counts unless all its cells are blank.
        const filled = rows.filter((cells) => cells.some((value) => value.replaceAll('\u0000', '').trim() !== ''));
        expect(outcome.failure?.code).toBe(filled.length === 0 ? 'csv-no-rows' : undefined);
        expect(outcome.records).toHaveLength(filled.length);
      }),
      { numRuns: runs, examples: [[[['', '', '', '', '', '', '"']], ';']] },
    ); // prettier-ignore
  });
});

/** Guarantee G16, where a record in JSON holds what no program expects. */
describe('a person in JSON', () => {
  const optional = [
    ...['occupations', 'skills', 'previousStays', 'consents', 'rights', 'languages', 'licences'],
    ...['educationField', 'desiredPay', 'desiredCountries', 'givenName', 'educationLevel'],
  ];

  it('is read with members that are null as without them', async () => {
    const { reference, birthOn, nationalities } = aCandidate({ reference: 'R-1' });
    const bare = { reference, birthOn, nationalities };
    const nulls = Object.fromEntries(optional.map((name) => [name, null]));
    const drafts = async (one: object): Promise<unknown[]> => {
      const { records } = await read(bytes(Buffer.from(JSON.stringify([one]))));
      return records.map(({ draft }) => draft);
    };
    expect(await drafts({ ...bare, ...nulls })).toEqual(await drafts(bare));
    expect(await drafts(bare)).toEqual([expect.objectContaining(bare)]);
  });

  it('is read or refused with anything anywhere', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        const whole: unknown = aCandidate({ reference: 'R-1' });
        const changed = made.reduce((sofar, [at, wrong]) => replaced(sofar, at, wrong), whole);
        expectNamed(await read(bytes(Buffer.from(JSON.stringify([changed])))));
      }),
      { numRuns: figure({ suite: 300, soak: 10_000 }) },
    );
  });
});

/** Guarantee G16, where a file cannot be read to its end. */
describe('a file that breaks off', () => {
  const runs = figure({ suite: 15, soak: 1_000 });
  const row = (at: number): string => `R-${at};Alami;Hélène;17/05/1994;Maroc;Infirmière;fr:B2\r\n`;
  const endings: Record<string, { broken: string; code: string }> = {
    'an endless line': { broken: `R-0;${'x'.repeat(300_000)}`, code: 'csv-line-too-long' },
    'a row without end': { broken: `R-0;"${'x\n'.repeat(200_000)}`, code: 'csv-record-too-long' },
    'an open quote': { broken: 'R-0;"Alami;', code: 'csv-quote-unclosed' },
    'an endless line in an open quote': {
      broken: `R-0;"\n${'x'.repeat(300_000)}`,
      code: 'csv-line-too-long',
    },
  };

  it.each(Object.keys(endings))('gives every row before it: %s', async (name) => {
    const { broken = '', code } = endings[name] ?? {};
    const size = fc.constantFrom(512, 16_384, 65_536, 5_000_000);
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: 3_000 }), size, async (count, pieces) => {
        const rows = Array.from({ length: count }, (_, at) => row(at)).join('');
        const text = `${header.join(';')}\r\n${rows}${broken}`;
        const { records, failure } = await read(bytes(Buffer.from(text), pieces));
        expect(failure?.code).toBe(code);
        expect(records.map(({ draft }) => draft?.reference)).toEqual(
          Array.from({ length: count }, (_, at) => `R-${at}`),
        );
      }),
      { numRuns: runs },
    );
  });

  it('gives every row before the place at which its archive is damaged', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => row(at));
    const packed = gzipSync(`${header.join(';')}\r\n${rows.join('')}`);
    const { records, failure } = await read(bytes(packed.subarray(0, packed.length / 2)));
    expect(failure?.message).not.toBe('');
    expect(records.length).toBeGreaterThan(1_000);
    expect(records.map(({ draft }) => draft?.reference)).toEqual(records.map((_, at) => `R-${at}`));
  });
});

/** The same text for ever, and how much of it was taken. */
async function* endless(start: string, text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(start);
  for (const piece = Buffer.from(text.repeat(Math.ceil(65_536 / text.length))); ;) yield piece;
}

const zeros = Buffer.alloc(200 * 1_048_576);
const deep = (open: string, close: string): Buffer =>
  Buffer.from(open.repeat(200_000) + close.repeat(200_000));
const laughs = Array.from(
  { length: 10 },
  (_, at) => `<!ENTITY l${at + 1} "${`&l${at};`.repeat(10)}">`,
);

/** Guarantee G17. */
describe('a bomb', () => {
  it.each<[string, () => AsyncIterable<Uint8Array>, string]>([
    ['an unclosed quote', () => endless('référence;nom\nR-1;"', 'x;y\n'), 'csv-record-too-long'],
    ['an endless line', () => endless('référence;nom\n', 'x'), 'csv-line-too-long'],
    ['commas without end', () => endless('référence,nom\n', ','), 'csv-line-too-long'],
    ['quotes without end', () => endless('référence;nom\n', '"'), 'csv-line-too-long'],
    ['an endless name in JSON', () => endless('[{"reference":"', 'x'), 'json-too-large'],
    ['brackets in JSON', () => bytes(deep('[', ']')), 'json-too-deep'],
    ['elements in elements', () => bytes(deep('<Candidate>', '</Candidate>')), 'xml-too-deep'],
    ['an endless text in XML', () => endless('<Candidate><DocumentID>', 'x'), 'xml-too-large'],
    ['an endless attribute', () => endless('<Candidate a="', 'x'), 'xml-too-large'],
    ['an external entity', () => bytes(Buffer.from('<!DOCTYPE c [<!ENTITY x SYSTEM "file:///etc/passwd">]><Candidate>&x;</Candidate>')), 'xml-doctype-refused'],
    ['a billion laughs', () => bytes(Buffer.from(`<!DOCTYPE c [<!ENTITY l0 "ha">${laughs.join('')}]><Candidate>&l10;</Candidate>`)), 'xml-doctype-refused'],
    ['a page of tags in tags', () => endless('<table>', '<div>'), 'html-too-deep'],
    ['a page of endless cells', () => endless('<table><tr>', '<td>x'), 'html-too-large'],
    ['a page of one endless tag', () => endless('<table title="', 'x'), 'html-too-large'],
    ['a cell repeated for ever', () => bytes(inOds(Buffer.from('<table><table-row number-rows-repeated="1000000"><table-cell number-columns-repeated="99"><p>x</p></table-cell></table-row></table>'))), 'excel-too-large'],
    ['gzip of nothing', () => bytes(gzipSync(zeros)), 'csv-not-text'],
    ['zip of nothing', () => bytes(aZip({ 'a.csv': zeros })), 'archive-bomb'],
    ['a workbook of nothing', () => bytes(aZip({ 'xl/workbook.xml': zeros.subarray(0, 15_000_000), 'xl/worksheets/sheet1.xml': Buffer.from('<a>'.repeat(20_000_000)) })), 'archive-bomb'],
    ['a workbook whose directory lies', () => bytes(aZip({ 'xl/workbook.xml': zeros }, { declaredSize: 1_000 })), 'archive-unreadable'],
  ])('is refused within 2 s and 128 MB: %s', async (_what, make, code) => {
    const input = make();
    const before = process.memoryUsage().rss;
    const startedAt = processorTime();
    const { failure } = await read(input);
    expect(failure?.code).toBe(code);
    expect(processorTime() - startedAt).toBeLessThan(2_000);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(128);
  }); // prettier-ignore
});
