import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { aZip } from '../../support/files/a-zip.ts';
import { anOds } from '../../support/files/an-ods.ts';
import { aCompoundFile, aRecord, long, short } from '../../support/files/an-xls.ts';
import { bytes } from '../../support/files/mutated-bytes.ts';
import { processorTime } from '../../support/suite/processor-time.ts';
import { readPeople } from '../../support/imports/read-people.ts';

/** Yields the start, then the same text without end. */
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

/** A text of 8,000 letters that many cells refer to ([MS-XLS] 2.4.265). */
const begun = aRecord(0x0809, short(0x0600, 5));
const letters = aRecord(0x00fc, long(1), long(1), short(8_000), [0], Buffer.alloc(8_000, 'x'));
const sheetAt = begun.length + letters.length + 17;
const repeating = Buffer.concat([
  begun,
  aRecord(0x0085, long(sheetAt), [0, 0, 1, 0, 0x78]),
  letters,
  aRecord(0x000a),
  begun,
  ...Array.from({ length: 50_000 }, (_, row) => aRecord(0x00fd, short(row, 0, 0), long(0))),
  aRecord(0x000a),
]);

const merged = Array.from({ length: 300_000 }, (_, at) => {
  const top = (at * 7_919) % 1_000_003;
  return `<mergeCell ref="A${top}:XFD${top + (at % 97) + 1}"/>`;
});
const worksheet = `<worksheet><sheetData/><mergeCells>${merged.join('')}</mergeCells></worksheet>`;
const merging = aZip({
  'xl/workbook.xml': Buffer.from('<workbook/>'),
  'xl/worksheets/sheet1.xml': Buffer.from(worksheet),
});

/** A record of 1,000 merged ranges ([MS-XLS] 2.4.168). */
const mergedRanges = aRecord(
  0x00e5,
  short(1_000),
  Buffer.concat(Array.from({ length: 1_000 }, () => short(0, 65_535, 0, 255))),
);
const mergingForEver = Buffer.concat([
  begun,
  aRecord(0x0085, long(begun.length + 17), [0, 0, 1, 0, 0x78]),
  aRecord(0x000a),
  begun,
  ...Array.from({ length: 300 }, () => mergedRanges),
  aRecord(0x000a),
]);

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
    ['a cell repeated for ever', () => bytes(anOds(Buffer.from('<table><table-row number-rows-repeated="1000000"><table-cell number-columns-repeated="99"><p>x</p></table-cell></table-row></table>'))), 'excel-too-large'],
    ['an old workbook that says one thing for ever', () => bytes(aCompoundFile({ Workbook: repeating })), 'excel-too-large'],
    ['a workbook of nothing but merged cells', () => bytes(merging), 'excel-too-large'],
    ['an old workbook of nothing but merged cells', () => bytes(aCompoundFile({ Workbook: mergingForEver })), 'excel-too-large'],
    ['gzip of nothing', () => bytes(gzipSync(zeros)), 'csv-not-text'],
    ['zip of nothing', () => bytes(aZip({ 'a.csv': zeros })), 'archive-bomb'],
    ['a workbook of nothing', () => bytes(aZip({ 'xl/workbook.xml': zeros.subarray(0, 15_000_000), 'xl/worksheets/sheet1.xml': Buffer.from('<a>'.repeat(20_000_000)) })), 'archive-bomb'],
    ['a workbook whose directory lies', () => bytes(aZip({ 'xl/workbook.xml': zeros }, { declaredSize: 1_000 })), 'archive-unreadable'],
  ])('is refused within 2 s and 128 MB: %s', async (_what, make, code) => {
    const input = make();
    const before = process.memoryUsage().rss;
    const startedAt = processorTime();
    const { failure } = await readPeople(input);
    expect(failure?.code).toBe(code);
    expect(processorTime() - startedAt).toBeLessThan(2_000);
    expect((process.memoryUsage().rss - before) / 1_048_576).toBeLessThan(128);
  }); // prettier-ignore
});
