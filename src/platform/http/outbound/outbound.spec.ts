import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { refusalOf, sendOut } from './outbound.ts';

describe('an outbound request', () => {
  it.each([
    'http://eures.example.org/', 'ftp://eures.example.org/', 'https://user:secret@example.org/',
    'https://127.0.0.1/', 'https://10.1.2.3/', 'https://169.254.169.254/latest/meta-data',
    'https://[::1]/', 'https://[fd00::1]/', 'https://[::ffff:10.0.0.1]/', 'https://0x7f.1/',
    'https://2130706433/', 'https://[64:ff9b::a00:1]/', 'https://[fe80::1]/', 'https://0/',
  ])('is refused to %s', (address) => {
    expect(refusalOf(new URL(address), 'public-https')).not.toBeNull();
  }); // prettier-ignore

  it.each(['https://eures.example.org/', 'https://9.9.9.9/', 'https://[2620:fe::fe]/'])(
    'may go to %s',
    (address) => {
      expect(refusalOf(new URL(address), 'public-https')).toBeNull();
    },
  );

  it('is refused if its host name leads to this machine', async () => {
    const request = { url: new URL('https://localhost:1/'), mostBytes: 10, timeout: 2_000 };
    await expect(sendOut(request, 'public-https')).rejects.toThrow(
      /does not resolve to an address of the public/,
    );
  });

  it('fails and names the host if its host name does not resolve', async () => {
    const request = { url: new URL('https://nobody.invalid/'), mostBytes: 10, timeout: 5_000 };
    await expect(sendOut(request, 'public-https')).rejects.toThrow(/nobody\.invalid/);
  });

  it('is refused with a password or another protocol, even if any address is allowed', () => {
    expect(refusalOf(new URL('http://a:b@127.0.0.1/'), 'any')).not.toBeNull();
    expect(refusalOf(new URL('file:///etc/passwd'), 'any')).not.toBeNull();
  });
});

describe('the answer to an outbound request', () => {
  let server: Server;
  let base: string;

  const packed: Record<string, [encoding: string, body: Buffer]> = {
    '/gzip': ['gzip', gzipSync('x'.repeat(2_000))],
    '/bomb': ['gzip', gzipSync('x'.repeat(2_001))],
    '/damaged': ['gzip', gzipSync('x'.repeat(2_000)).subarray(0, 12)],
    '/brotli': ['br', brotliCompressSync('x')],
  };

  beforeAll(async () => {
    server = createServer((request, response) => {
      const [encoding, body] = packed[request.url ?? ''] ?? [];
      if (encoding) response.writeHead(200, { 'content-encoding': encoding }).end(body);
      else if (request.url === '/cut') {
        response.writeHead(200, { 'content-length': 2_000 }).write('x'.repeat(1_000));
        setTimeout(() => response.destroy(), 50);
      } else if (request.url === '/far') response.writeHead(302, { location: '/near' }).end();
      else if (request.url === '/slow') setTimeout(() => response.end('late'), 5_000).unref();
      else response.end('x'.repeat(2_000));
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = (path: string): ReturnType<typeof sendOut> =>
    sendOut({ url: new URL(base + path), mostBytes: 2_000, timeout: 500 }, 'any');

  it.each(['/near', '/gzip'])('is read to its end: %s', async (path) => {
    expect(Buffer.concat((await ask(path)).body).toString()).toBe('x'.repeat(2_000));
  });

  it.each([
    ['/bomb', 'longer than 2000 bytes'],
    ['/damaged', 'The gzip file is damaged or cut short'],
    ['/brotli', 'compressed as "br"'],
    ['/cut', 'The connection was closed before the whole answer arrived.'],
    ['/slow', 'did not arrive completely within 0.5 seconds'],
  ])('is refused with the reason: %s', async (path, reason) => {
    await expect(ask(path)).rejects.toThrow(reason);
  });

  it('is refused if it is longer than allowed', async () => {
    const short = sendOut({ url: new URL(base), mostBytes: 1_999, timeout: 500 }, 'any');
    await expect(short).rejects.toThrow(/longer than/);
  });

  it('is returned as it is if it redirects', async () => {
    expect(await ask('/far')).toMatchObject({ status: 302 });
  });
});
