import type { Server } from 'node:http';
import type { INestApplication } from '@nestjs/common';

/** How many the operating system may hold that have not been let in yet: Node's 511 resets the others. */
const BACKLOG = 4_096;

/** A file over a bad line takes longer than the five minutes that Node gives every request; see jsonBody for others. */
const LONGEST_UPLOAD_MS = 3_600_000;

/** Starts to answer on `host` and `port`; 0: any that is free. */
export async function listen(app: INestApplication, port: number, host: string): Promise<void> {
  // Nest hands all of it on to Node, and only its types know of no third.
  const where = [port, host, BACKLOG] as unknown as [number, string];
  const server = app.getHttpServer() as Server;
  server.requestTimeout = LONGEST_UPLOAD_MS;
  await app.listen(...where);
}
