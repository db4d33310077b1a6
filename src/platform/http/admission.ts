import type { NextFunction, Request, Response } from 'express';
import { somebodyWaits } from '../threads/who-waits.ts';
import { overloaded } from './http.errors.ts';
import { sendProblem } from './problem.filter.ts';

/**
 * So many requests under way for each connection to the database: what these can serve, on a busy machine
 * too, in the time that a request may wait for one. More would wait only to be refused.
 */
const FOR_EACH_CONNECTION = 30;

/** Streams of events stay open and hold no connection; whoever watches over the process must get through. */
function isFree({ path, headers }: Request): boolean {
  return path === '/livez' || path === '/readyz' || headers.accept === 'text/event-stream';
}

/**
 * Refuses requests at once, before anything is read of them, while too many are under way in this
 * process: 503 `overloaded`, as where the pool runs out. `connections`: the size of the pool.
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
      const answered = somebodyWaits();
      response.once('close', () => {
        underway -= 1;
        answered();
      });
    }
    next();
  };
}
