import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { DemoCaller } from './demo-caller.ts';

let server: Server;
let caller: DemoCaller;

beforeAll(async () => {
  server = createServer((asked, answer) => {
    asked.resume().on('end', () => {
      answer.writeHead(400).end('{"code": "workbook-refused", "detail": "Send XML or JSON."}');
    });
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  caller = new DemoCaller(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'key');
});

afterAll(() => {
  server.close();
});

it('says of a refused file what the refusal says to people', async () => {
  const file = import.meta.filename;
  await expect(caller.upload('/v1/vacancies/bulk', file)).rejects.toThrow(
    `${file} was refused: Send XML or JSON.`,
  );
});
