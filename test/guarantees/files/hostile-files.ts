import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { gzipSync } from 'node:zlib';
import { writeWorkbook } from '../../../src/platform/formats/xlsx/xlsx-file.ts';
import { CompoundFile } from '../../../src/platform/formats/xls/compound-file.ts';
import { anOds } from '../../support/files/an-ods.ts';
import { aCompoundFile, anXls } from '../../support/files/an-xls.ts';
import { aCandidate } from '../../support/worlds/builders.ts';
import { expectNamed } from '../../support/imports/expect-named.ts';
import { figure } from '../../support/suite/figure.ts';
import { bytes, mutate, mutations } from '../../support/files/mutated-bytes.ts';
import { odd, replaced } from '../../support/callers/odd-values.ts';
import { readPeople } from '../../support/imports/read-people.ts';

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
  `R-${at}`,
  'Alami',
  'Hélène',
  '17/05/1994',
  'Maroc',
  'Infirmière',
  'fr:B2',
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
const content = Buffer.from(
  `<spreadsheet><table>${[header, ...people].map((cells) => `<table-row>${cells.map((cell) => `<table-cell><p>${cell}</p></table-cell>`).join('')}</table-row>`).join('')}</table></spreadsheet>`,
);
const oldWorkbook = anXls([{ name: 'people', rows: [header, ...people] }]);
const sheetsInside = new CompoundFile(oldWorkbook).read('Workbook');
const workbook = writeWorkbook([{ name: 'people', rows: [header, ...people] }]);

/** Guarantee G16. */
describe('a file that was damaged in transit', () => {
  const runs = figure({ suite: 200, soak: 10_000 });

  it('is read with every row accepted or rejected, and every rejection named', async () => {
    const packed = fc.constant(await workbook);
    const file = fc.oneof(csv, csv, json, hrXml, packed, fc.constant(oldWorkbook), page);
    await fc.assert(
      fc.asyncProperty(file, mutations, async (content, changes) => {
        expectNamed(await readPeople(bytes(mutate(content, changes))));
      }),
      { numRuns: runs },
    );
  });

  it('is read likewise inside a spreadsheet of LibreOffice', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        expectNamed(await readPeople(bytes(anOds(mutate(content, changes)))));
      }),
      { numRuns: figure({ suite: 100, soak: 10_000 }) },
    );
  });

  it('is read likewise inside a workbook of Excel 97-2003', async () => {
    await fc.assert(
      fc.asyncProperty(mutations, async (changes) => {
        const stream = mutate(sheetsInside, changes);
        expectNamed(await readPeople(bytes(aCompoundFile({ Workbook: stream }))));
      }),
      { numRuns: figure({ suite: 100, soak: 10_000 }) },
    );
  });

  it('loses no row, whatever its cells contain', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }),
      fc.constantFrom('', '"', ';;', 'a\nb', '=1+1', '31/02/1994', '\u0000', '2221', 'fr', '🙂'),
    );
    const table = fc.array(fc.array(cell, { minLength: 7, maxLength: 7 }), { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(table, fc.constantFrom(...delimiters), async (rows, delimiter) => {
        const quoted = (value: string): string => `"${value.replaceAll('"', '""')}"`;
        const text = [header, ...rows].map((cells) => cells.map(quoted).join(delimiter)).join('\r\n');
        const outcome = await readPeople(bytes(Buffer.from(`\uFEFF${text}`)));
        expectNamed(outcome);
        // Computed independently of the reader: a row counts unless all its cells are blank.
        const filled = rows.filter((cells) => cells.some((value) => value.replaceAll('\u0000', '').trim() !== ''));
        expect(outcome.failure?.code).toBe(filled.length === 0 ? 'csv-no-rows' : undefined);
        expect(outcome.records).toHaveLength(filled.length);
      }),
      { numRuns: runs, examples: [[[['', '', '', '', '', '', '"']], ';']] },
    ); // prettier-ignore
  });
});

/** Guarantee G16, for JSON records with values that no program expects. */
describe('a candidate in JSON', () => {
  const optional = [
    'occupations',
    'skills',
    'previousStays',
    'consents',
    'rights',
    'languages',
    'licences',
    'educationField',
    'desiredPay',
    'desiredCountries',
    'givenName',
    'educationLevel',
  ];

  it('is read with null members as without them', async () => {
    const { reference, birthOn, nationalities } = aCandidate({ reference: 'R-1' });
    const bare = { reference, birthOn, nationalities };
    const nulls = Object.fromEntries(optional.map((name) => [name, null]));
    const drafts = async (one: object): Promise<unknown[]> => {
      const { records } = await readPeople(bytes(Buffer.from(JSON.stringify([one]))));
      return records.map(({ draft }) => draft);
    };
    expect(await drafts({ ...bare, ...nulls })).toEqual(await drafts(bare));
    expect(await drafts(bare)).toEqual([expect.objectContaining(bare)]);
  });

  it('is read or refused with any value in any place', async () => {
    const changes = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...odd)), { maxLength: 3 });
    await fc.assert(
      fc.asyncProperty(changes, async (made) => {
        const whole: unknown = aCandidate({ reference: 'R-1' });
        const changed = made.reduce((sofar, [at, wrong]) => replaced(sofar, at, wrong), whole);
        expectNamed(await readPeople(bytes(Buffer.from(JSON.stringify([changed])))));
      }),
      { numRuns: figure({ suite: 300, soak: 10_000 }) },
    );
  });
});

/** Guarantee G16, for a file that cannot be read to its end. */
describe('a file that breaks off', () => {
  const runs = figure({ suite: 8, soak: 300 });
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
        const { records, failure } = await readPeople(bytes(Buffer.from(text), pieces));
        expect(failure?.code).toBe(code);
        expect(records.map(({ draft }) => draft?.reference)).toEqual(
          Array.from({ length: count }, (_, at) => `R-${at}`),
        );
      }),
      { numRuns: runs },
    );
  });

  it('gives every row before the damage in its archive', async () => {
    const rows = Array.from({ length: 20_000 }, (_, at) => row(at));
    const packed = gzipSync(`${header.join(';')}\r\n${rows.join('')}`);
    const { records, failure } = await readPeople(bytes(packed.subarray(0, packed.length / 2)));
    expect(failure?.message).not.toBe('');
    expect(records.length).toBeGreaterThan(1_000);
    expect(records.map(({ draft }) => draft?.reference)).toEqual(records.map((_, at) => `R-${at}`));
  });
});
