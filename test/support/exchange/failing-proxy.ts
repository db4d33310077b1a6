import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface FailingProxy {
  address: string;
  /** The number of requests so far, and of those that failed. */
  seen: { requests: number; failures: number };
  /** Sets the share of requests that fail from now on, from 0 to 1. */
  failing: (share: number) => void;
  stop: () => void;
}

/**
 * Starts a service in front of `target`. A share of its requests fails, each in one of four ways,
 * at random by a seed.
 */
export async function startFailingProxy(target: string, seed = 7): Promise<FailingProxy> {
  const seen = { requests: 0, failures: 0 };
  let share = 0;
  let state = seed;
  const random = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    seen.requests += 1;
    const fails = random() < share;
    const way = Math.floor(random() * 4);
    const sent: Buffer[] = [];
    for await (const chunk of request as AsyncIterable<Buffer>) sent.push(chunk);
    if (fails) seen.failures += 1;
    if (fails && way === 0) return void response.writeHead(503).end();
    if (fails && way === 1) return void request.socket.destroy();
    const isPost = request.method === 'POST';
    const answer = await fetch(target + (request.url ?? ''), {
      method: request.method ?? 'GET',
      ...(isPost && { headers: { 'content-type': 'application/json' }, body: Buffer.concat(sent) }),
    });
    const body = await answer.text();
    // All or half of the answer is lost in transit.
    if (fails && way === 2) return void request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(fails ? body.slice(0, body.length / 2) : body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    seen,
    failing: (next) => (share = next),
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
