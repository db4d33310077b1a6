import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { ExchangeClient } from './exchange-client.ts';

type Answer = (response: ServerResponse) => void;

const nothing: Answer = (response) => response.end(JSON.stringify({ allReferences: [] }));
const later =
  (seconds: string): Answer =>
  (response) =>
    response.writeHead(429, { 'retry-after': seconds }).end();

describe('a source that is asked', () => {
  let server: Server;
  const askedAt: number[] = [];

  /** The last answer is given for ever. */
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

  it('is left alone as long as it asks for', async () => {
    const client = await sourceWith(later('2'), nothing);
    expect(await client.all()).toEqual({ references: [], unreadable: 0 });
    expect((askedAt[1] ?? 0) - (askedAt[0] ?? 0)).toBeGreaterThan(1_990);
  });

  it.each(['86400', 'tomorrow', '-1', ''])(
    'is tried as usual where it asks for no pause that is worth waiting: %s',
    async (asked) => {
      const client = await sourceWith(later(asked));
      await expect(client.all()).rejects.toThrow('getAll: status 429.');
      expect(askedAt).toHaveLength(3);
    },
  );
});
