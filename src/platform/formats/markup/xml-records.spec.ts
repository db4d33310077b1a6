import { describe, expect, it } from '@jest/globals';
import { FormatError } from '../format-error.ts';
import { all, child, readXmlRecords, textOf, type XmlElement } from './xml-records.ts';

async function* bytes(text: string | Uint8Array, size = 7): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.from(text as string);
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}

async function read(text: string | Uint8Array, size?: number): Promise<XmlElement[]> {
  const records: XmlElement[] = [];
  for await (const record of readXmlRecords(bytes(text, size), ['job'])) records.push(record);
  return records;
}

async function refusal(text: string | Uint8Array, size = 65_536): Promise<FormatError> {
  const error: unknown = await read(text, size).catch((reason: unknown) => reason);
  if (!(error instanceof FormatError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error;
}

describe('an XML file of records', () => {
  it('gives its root if that is the record', async () => {
    const [job] = await read('<job id="1"><title>Sveiser æøå</title></job>', 3);
    expect(job && textOf(job, 'title')).toBe('Sveiser æøå');
    expect(job?.attributes.id).toBe('1');
  });

  it('gives nested records one by one, by local name under any prefix', async () => {
    const jobs = await read(
      '<x:jobs xmlns:x="urn:a"><x:job>1</x:job><y/><x:job><x:job>2</x:job></x:job></x:jobs>',
    );
    expect(jobs.map((job) => [job.name, job.namespace, job.children.length])).toEqual([
      ['job', 'urn:a', 0],
      ['job', 'urn:a', 1],
    ]);
  });

  it('joins text and CDATA, and finds children by path', async () => {
    const [job] = await read(
      '<job><a><b> one </b><b/></a><a><b><![CDATA[<p>two</p>]]>!</b></a></job>',
    );
    if (job === undefined) throw new Error('no record');
    expect(all(job, 'a', 'b').map((b) => b.text)).toEqual([' one ', '', '<p>two</p>!']);
    expect(textOf(job, 'a', 'b')).toBe('one');
    expect(textOf(job, 'a', 'c')).toBeNull();
    expect(child(job, 'b')).toBeNull();
  });

  it('is read in the encoding that it declares or marks', async () => {
    const latin = Buffer.from(
      '<?xml version="1.0" encoding="ISO-8859-1"?><job>café</job>',
      'latin1',
    );
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('<job>café</job>', 'utf16le'),
    ]);
    expect((await read(latin))[0]?.text).toBe('café');
    expect((await read(wide))[0]?.text).toBe('café');
  });

  it('is refused where it breaks, after the records before', async () => {
    const seen: string[] = [];
    const reading = async (): Promise<void> => {
      for await (const job of readXmlRecords(bytes('<jobs>\n<job>1</job>\n<job>2</jub></jobs>'), [
        'job',
      ]))
        seen.push(job.text);
    };
    await expect(reading()).rejects.toMatchObject({ code: 'xml-malformed', line: 3 });
    expect(seen).toEqual(['1']);
  });
});

describe('a hostile XML file', () => {
  it('may not declare a document type', async () => {
    const text = '<!DOCTYPE job [<!ENTITY x SYSTEM "file:///etc/passwd">]><job>&x;</job>';
    expect((await refusal(text)).code).toBe('xml-doctype-refused');
  });

  it.each([
    ['unknown entities', '<job>&lol;</job>', 'xml-malformed'],
    ['nothing at all', '', 'file-empty'],
    ['deep nesting', '<a>'.repeat(200_000), 'xml-too-deep'],
    ['an endless text', `<job>${'x'.repeat(3_000_000)}`, 'xml-too-large'],
    ['an endless tag', `<job ${' '.repeat(3_000_000)}`, 'xml-too-large'],
    [
      'a million attributes',
      `<job ${Array.from({ length: 99_999 }, (_, i) => `a${i}=""`).join(' ')}/>`,
      'xml-too-large',
    ],
    ['a million elements', `<job>${'<a/>'.repeat(1_000_000)}</job>`, 'xml-too-large'],
    ['an unknown encoding', '<?xml version="1.0" encoding="x-none"?><job/>', 'encoding-unreadable'],
    ['bytes that are no UTF-8', Buffer.from([0x3c, 0x6a, 0xff, 0xff, 0x3e]), 'encoding-unreadable'],
  ])('is refused for %s', async (_what, text, code) => {
    expect((await refusal(text)).code).toBe(code);
  });
});
