import type { Response } from 'supertest';
import type { Caller, TestApp } from '../application/start-app.ts';

interface ImportRequest {
  /** The path of the imports, that of candidates by default. */
  path?: string;
  /** The query of the upload, with its question mark. */
  query?: string;
  /** What is appended to the import's path when it is read afterwards, such as `/errors`. */
  asked?: string;
}

/** Sends a file, waits until everything has settled, and returns the view of its import. */
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
