import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';

/**
 * The number of connections that the operating system may queue before they are accepted. With
 * Node's default of 511 it resets the rest.
 */
const BACKLOG = 4_096;

/**
 * The time that a request may take to arrive, in ms. A file over a slow line takes longer than
 * Node's default of five minutes. `jsonBody` sets a shorter limit for other requests.
 */
const LONGEST_UPLOAD_MS = 3_600_000;

/** Listens on `host` and `port`; port 0 takes any free one. */
export async function listen(app: INestApplication, port: number, host: string): Promise<void> {
  // Nest passes all arguments on to Node; only its types lack the third.
  const where = [port, host, BACKLOG] as unknown as [number, string];
  const server = app.getHttpServer() as Server;
  server.requestTimeout = LONGEST_UPLOAD_MS;
  await app.listen(...where);
}
