import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';
import { runtimeConnections } from './connections.ts';

/** A message of PostgreSQL's protocol (documentation, "Message Formats"). */
function message(kind: string, content: string): Buffer {
  const body = Buffer.from(content);
  const head = Buffer.alloc(5);
  head.write(kind);
  head.writeInt32BE(body.length + 4, 1);
  return Buffer.concat([head, body]);
}

const died = Buffer.concat([
  message('R', '\0\0\0\0'), // authenticated
  message('Z', 'I'), // ready for a query
  message('E', 'SFATAL\0C57P01\0Mterminating connection\0\0'),
]);

describe('a connection to a server that dies the moment it has taken it', () => {
  let server: Server;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(died));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
  });

  afterAll(() => {
    server.close();
  });

  it('fails its statement, and not the process', async () => {
    const { port } = server.address() as AddressInfo;
    const pool = runtimeConnections(`postgres://any@127.0.0.1:${port}/any`, { entities: [] });
    for (let tried = 0; tried < 5; tried += 1) {
      await expect(pool.initialize()).rejects.toThrow();
    }
  });
});
