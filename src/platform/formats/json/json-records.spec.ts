import { describe, expect, it } from '@jest/globals';
import { FormatError } from '../format-error.ts';
import { readJsonRecords, type JsonReadOptions, type JsonRecord } from './json-records.ts';
import { leastTime } from '../../../../test/support/suite/processor-time.ts';

async function* bytes(text: string, size: number): AsyncGenerator<Uint8Array> {
  const buffer = Buffer.from(text);
  for (let at = 0; at < buffer.length; at += size) yield buffer.subarray(at, at + size);
}

const keys: JsonReadOptions = { arrayKeys: ['jvs', 'content', 'hits.hits'] };

async function records(text: string, options = keys, size = 5): Promise<JsonRecord[]> {
  const found: JsonRecord[] = [];
  for await (const record of readJsonRecords(bytes(text, size), options)) found.push(record);
  return found;
}

async function values(text: string, options = keys, size = 5): Promise<unknown[]> {
  return (await records(text, options, size)).map(
    (record) => record.value ?? record.malformed?.code,
  );
}

async function refusal(text: string, size = 65_536): Promise<FormatError> {
  const error: unknown = await records(text, keys, size).catch((reason: unknown) => reason);
  if (!(error instanceof FormatError)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  return error;
}

describe('a JSON file of records', () => {
  it.each<[string, string, unknown[]]>([
    ['one object', '\uFEFF {"a": "x\\"}", "b": [1, 2]} ', [{ a: 'x"}', b: [1, 2] }]],
    ['an array', '[{"a":1}, {"a":[{}]},3 ]', [{ a: 1 }, { a: [{}] }, 3]],
    [
      'an array under a known key',
      '{"numberRecords":2,"jvs":[{"a":1},\n{"a":2}],"x":{"content":[9]}}',
      [{ a: 1 }, { a: 2 }],
    ],
    ['an array under a known path', '{"hits":{"total":1,"hits":[{"a":1}]}}', [{ a: 1 }]],
    ['an empty array', '{"content": [ ]}', []],
    ['lines', '{"a":1}\n\n{"a":2}\r\n{"a":3}', [{ a: 1 }, { a: 2 }, { a: 3 }]],
    ['an object over several lines', '{"a":1,\n"b":{"c":2}\n}\n', [{ a: 1, b: { c: 2 } }]],
  ])('may be %s', async (_what, text, expected) => {
    expect(await values(text)).toEqual(expected);
    expect(await values(text, keys, 1)).toEqual(expected);
    expect(await values(text, keys, 1_000)).toEqual(expected);
  });

  it('numbers its records from 1', async () => {
    expect((await records('[1,2]')).map((record) => record.row)).toEqual([1, 2]);
  });

  it('keeps a key named __proto__ as a value, never as a prototype', async () => {
    const [value] = await values('[{"__proto__": {"admin": true}}]');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });

  it('is read on after a record that is not JSON', async () => {
    expect(await values('{"a":1}\n{"a":oops}\n{"a":3}')).toEqual([
      { a: 1 },
      'json-malformed',
      { a: 3 },
    ]);
    expect(await values('{oops}\n{"a":2}')).toEqual(['json-malformed', { a: 2 }]);
    expect(await values('{"a":1\n{"a":2}', { lines: true })).toEqual(['json-malformed', { a: 2 }]);
    expect(await values('[{"a":1},{"a" 2},{"a":3},]')).toEqual([
      { a: 1 },
      'json-malformed',
      { a: 3 },
      'json-malformed',
    ]);
  });

  it('reports the line on which a faulty record begins', async () => {
    const found = await records('[\n{"a":1},\n  {"a":oops}]');
    expect(found[1]?.malformed).toMatchObject({ line: 3, column: 3 });
  });
});

describe('a broken or hostile JSON file', () => {
  it.each([
    ['that is empty', ' \n', 'file-empty'],
    ['that is something else', 'title;city\nx;y', 'json-malformed'],
    ['that ends too early', '[{"a":1},{"a"', 'json-malformed'],
    ['with brackets that do not match', '[{"a":1}}', 'json-malformed'],
    ['with more after its end', '[1] [2]', 'json-malformed'],
    ['with rubbish around the records', '{"content":[1], oops}', 'json-malformed'],
    ['nested too deep', '['.repeat(100_000), 'json-too-deep'],
    ['with an endless string', `[{"a":"${'x'.repeat(6_000_000)}`, 'json-too-large'],
    ['with an endless line', `{"a":1}\n{"a":"${'x'.repeat(6_000_000)}`, 'json-too-large'],
  ])('is refused as a file %s', async (_what, text, code) => {
    expect((await refusal(text)).code).toBe(code);
  });

  it.each([
    ['blanks', '\n '.repeat(3_000_000)],
    ['one line', `{"a":"${'x'.repeat(6_000_000)}`],
    ['one line after others', `{"a":1}\n{"a":"${'x'.repeat(6_000_000)}`],
  ])('is refused quickly if it is only %s, however small the pieces', async (_what, text) => {
    const refused = async (): Promise<void> => {
      expect((await refusal(text, 1_024)).code).toBe('json-too-large');
    };
    expect(await leastTime(2_000, refused)).toBeLessThan(2_000);
  });
});
