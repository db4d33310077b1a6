import type { NextFunction, Request, Response } from 'express';
import { countWaitingCaller } from '../threads/waiting-callers.ts';
import { overloaded } from './http.errors.ts';
import { sendProblem } from './problem.filter.ts';

/**
 * The number of requests taken at once for each connection to the database. That many can be
 * served, even on a busy machine, within the time that a request may wait for a connection. More
 * would only wait to be refused.
 */
const FOR_EACH_CONNECTION = 30;

/**
 * Returns whether a request is never refused: streams of events stay open and hold no connection,
 * and health checks must always get through.
 */
function isFree({ path, headers }: Request): boolean {
  return path === '/livez' || path === '/readyz' || headers.accept === 'text/event-stream';
}

/**
 * Returns middleware that refuses requests with 503 `overloaded`, before reading anything of them,
 * while too many are under way in this process. The pool refuses the same way when it runs out.
 * `connections` is the size of the pool.
 */
export function admission(
  connections: number,
): (request: Request, response: Response, next: NextFunction) => void {
  const most = FOR_EACH_CONNECTION * connections;
  let underway = 0;
  return (request, response, next) => {
    const counts = !isFree(request);
    if (counts && underway >= most) {
      sendProblem(response, overloaded());
      return;
    }
    if (counts) {
      underway += 1;
      const answered = countWaitingCaller();
      response.once('close', () => {
        underway -= 1;
        answered();
      });
    }
    next();
  };
}
