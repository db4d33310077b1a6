import type { Response } from 'supertest';
import type { Caller, TestApp } from '../application/start-app.ts';

interface ImportRequest {
  /** Where it is sent to. */
  path?: string;
  /** Of the upload, with its question mark. */
  query?: string;
  /** Of the question what became of it. */
  asked?: string;
}

/** Sends a file and gives what is said of its import once everything has settled. */
export async function importFile(
  test: TestApp,
  by: Caller,
  content: Buffer | string,
  { path = '/v1/candidates/imports', query = '', asked = '' }: ImportRequest = {},
): Promise<Response['body']> {
  const sent = by.post(`${path}${query}`).set('Content-Type', 'application/octet-stream');
  const { body } = await sent.send(Buffer.from(content)).expect(202);
  await test.settle();
  return (await by.get(`${path}/${body.id}${asked}`).expect(200)).body;
}
