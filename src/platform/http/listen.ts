import type { INestApplication } from '@nestjs/common';

/** How many the operating system may hold that have not been let in yet: Node's 511 resets the others. */
const BACKLOG = 4_096;

/** Starts to answer on `host` and `port`; 0: any that is free. */
export async function listen(app: INestApplication, port: number, host: string): Promise<void> {
  // Nest hands all of it on to Node, and only its types know of no third.
  const where = [port, host, BACKLOG] as unknown as [number, string];
  await app.listen(...where);
}
