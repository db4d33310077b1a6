import { describe, expect, it } from '@jest/globals';
import { gzipSync } from 'node:zlib';
import { writeWorkbook } from '../../formats/xlsx/xlsx-file.ts';
import type { ImportBatch } from './import-batch.ts';
import { readBatches } from './read-batches.ts';

/** Where a file was read, and its content as the reader got it. */
interface Read extends ImportBatch {
  where: 'here' | 'thread';
  content: string;
}

/** A worker that returns the bytes it was sent. */
const thread = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort } from 'node:worker_threads';
    let content = '';
    parentPort.on('message', ({ kind, bytes }) => {
      if (kind !== 'piece') return;
      if (bytes === null) {
        parentPort.postMessage({ kind: 'result', value: { where: 'thread', content } });
        parentPort.postMessage({ kind: 'end', value: null });
        parentPort.close();
        return;
      }
      content += Buffer.from(bytes).toString('latin1');
      parentPort.postMessage({ kind: 'pull' });
    });
    parentPort.postMessage({ kind: 'pull' });`)}`,
);

/** A worker that never finishes. */
const hanging = new URL('data:text/javascript,for (;;);');

async function* prepare(_: unknown, input: AsyncIterable<Uint8Array>): AsyncGenerator<Read, null> {
  let content = '';
  for await (const piece of input) content += Buffer.from(piece).toString('latin1');
  yield { where: 'here', content } as Read;
  return null;
}

/** Yields a file as a bad line delivers it: its first ten bytes one by one, then the rest. */
async function* inPieces(file: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < 10 && at < file.length; at += 1) yield file.subarray(at, at + 1);
  if (file.length > 10) yield file.subarray(10);
}

async function whereRead(file: Buffer): Promise<string> {
  const batches = await readBatches({ bytes: file.length }, inPieces(file), {
    prepare,
    thread,
    options: null,
    nodeArguments: [],
    answer: () => Promise.reject(new Error('Nothing is to be asked.')),
  });
  const { value } = await batches.next();
  const { where, content } = value as Read;
  expect(content).toBe(file.toString('latin1'));
  expect(await batches.next()).toEqual({ done: true, value: null });
  return where;
}

describe('a file whose reading hangs', () => {
  const hang = (patienceMs: number): ReturnType<typeof readBatches> =>
    readBatches(
      { bytes: 1_000_000 },
      inPieces(Buffer.alloc(20)),
      {
        prepare,
        thread: hanging,
        options: null,
        nodeArguments: [],
        answer: () => Promise.reject(new Error('Nothing is to be asked.')),
      },
      patienceMs,
    );

  it('ends with the reason when the time is up', async () => {
    const batches = await hang(200);
    expect(await batches.next()).toMatchObject({ done: true, value: { code: 'reading-too-slow' } });
    expect(await batches.next()).toMatchObject({ done: true });
  });

  it('ends at once if its reader wants no more of it', async () => {
    const batches = await hang(60_000);
    const coming = batches.next();
    await batches.return(null);
    await expect(coming).rejects.toThrow('The rest of the file is not needed.');
  });
});

describe('a file', () => {
  const table = Buffer.from('name;nationality\nAlami;MA\n');

  it.each([
    ['a small table', table],
    ['a small list', Buffer.from('[{"name":"Alami"}]')],
    ['an empty one', Buffer.alloc(0)],
  ])('is read in the main thread: %s', async (_, file) => {
    expect(await whereRead(file)).toBe('here');
  });

  it.each([
    ['a large table', Buffer.concat([table, Buffer.alloc(131_072, 'Alami;MA\n')])],
    ['a small one under gzip', gzipSync(table)],
    ['a small workbook of Excel 97-2003', Buffer.from('d0cf11e0a1b11ae1', 'hex')],
    [
      'a small workbook',
      async () => Buffer.from(await writeWorkbook([{ name: 'a', rows: [['b']] }])),
    ],
  ])('is read in a worker thread: %s', async (_, file) => {
    expect(await whereRead(typeof file === 'function' ? await file() : file)).toBe('thread');
  });
});
