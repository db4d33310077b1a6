import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExchangeClient } from './exchange-client.ts';

type Answer = (response: ServerResponse) => void;

const saying =
  (text: string): Answer =>
  (response) =>
    response.end(text);
const nothing = saying('{"allReferences":[]}');
const later =
  (seconds: string): Answer =>
  (response) =>
    response.writeHead(429, { 'retry-after': seconds }).end();

describe('the client of an exchange source', () => {
  let server: Server;
  const askedAt: number[] = [];

  /** Starts a source that gives the answers in order and then repeats the last one for ever. */
  async function sourceWith(...answers: Answer[]): Promise<ExchangeClient> {
    askedAt.length = 0;
    server = createServer((_, response) => {
      const answer = answers[Math.min(askedAt.length, answers.length - 1)];
      askedAt.push(performance.now());
      answer?.(response);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return new ExchangeClient(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'any');
  }

  afterEach(() => {
    server.close();
  });

  it.each([
    ['in seconds', () => '2'],
    ['by a date', () => new Date(Date.now() + 3_000).toUTCString()],
  ])('waits as long as the source asks it to, %s', async (_, asked) => {
    const client = await sourceWith((response) => {
      later(asked())(response);
    }, nothing);
    expect(await client.all()).toEqual({ references: [], unreadable: 0, example: null });
    expect((askedAt[1] ?? 0) - (askedAt[0] ?? 0)).toBeGreaterThan(990);
  });

  it.each(['tomorrow', '-1', ''])(
    'tries again as usual if the source asks for no pause: %s',
    async (asked) => {
      const client = await sourceWith(later(asked));
      await expect(client.all()).rejects.toThrow('getAll: HTTP status 429.');
      expect(askedAt).toHaveLength(3);
    },
  );

  it.each([
    ['a pause that is not worth waiting', later('86400'), 'status 429'],
    ['something that it has not', (response) => response.writeHead(404).end(), 'status 404'],
    ['us to go elsewhere', (response) => response.writeHead(302).end(), 'redirects are not followed'],
  ] satisfies [string, Answer, string][])('does not try again if the source answers with %s', async (_, answer, reason) => {
    const client = await sourceWith(answer);
    await expect(client.all()).rejects.toThrow(reason);
    expect(askedAt).toHaveLength(1);
  }); // prettier-ignore

  it.each(['<html><body>Log in</body></html>', '{"error":"no"}', '{"allReferences":[{}', '[]x'])(
    'refuses an answer that is not the expected JSON: %s',
    async (text) => {
      const client = await sourceWith(saying(text));
      await expect(client.all()).rejects.toThrow('getAll: the answer is not valid');
    },
  );

  it('skips a byte order mark, and counts a repeated reference once, closed before open', async () => {
    const said = { reference: 'a', status: 'ACTIVE', lastModificationTimestamp: 7 };
    const all = [
      said,
      { ...said, status: 'closed' },
      said,
      { ...said, lastModificationTimestamp: 6 },
    ];
    const client = await sourceWith(saying(`\uFEFF${JSON.stringify({ allReferences: all })}`));
    expect((await client.all()).references).toMatchObject([
      { reference: 'a', status: 'CLOSED', lastModificationTimestamp: 7 },
    ]);
    const details = { details: { a: { content: '<a/>' }, b: null } };
    const other = await sourceWith(saying(`\uFEFF${JSON.stringify(details)}`));
    expect(await other.details(['a'])).toEqual(new Map([['a', { status: null, content: '<a/>' }]]));
  });

  it('takes a list that is null for an empty one', async () => {
    const lists = { createdReferences: null, modifiedReferences: null, closedReferences: null };
    const client = await sourceWith(saying(JSON.stringify(lists)));
    expect(await client.changes(0)).toEqual({ references: [], unreadable: 0, example: null });
  });

  it('finds details by the reference that they name, and otherwise by their key', async () => {
    const details = {
      a: { reference: 'b', content: '<b/>' },
      b: { reference: 'a', content: '<a/>' },
      c: { reference: 'urn:jv:c', content: '<c/>' },
    };
    const client = await sourceWith(saying(JSON.stringify({ details })));
    const read = await client.details(['a', 'b', 'c']);
    expect(['a', 'b', 'c'].map((one) => read.get(one)?.content)).toEqual(['<a/>', '<b/>', '<c/>']);
  });

  it('tells apart references that differ in blanks or case alone', async () => {
    const all = ['J 1', 'J 1 ', 'j 1'];
    const entries = all.map((reference) => [reference, { reference, content: `<${reference}>` }]);
    const client = await sourceWith(
      saying(JSON.stringify({ details: Object.fromEntries(entries) })),
    );
    const read = await client.details(all);
    expect(all.map((one) => read.get(one)?.content)).toEqual(['<J 1>', '<J 1 >', '<j 1>']);
  });
});
