import { type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sendProblem } from '../../../platform/http/problem.filter.ts';
import { askedTooOften } from './exchange-facade.errors.ts';

const MINUTE = 60_000;

/**
 * Lets an address (for version 6: a network of 56 bits) ask `most` times a minute of this process;
 * beyond, 429 with `Retry-After`.
 */
export function exchangeRate(most: number): RequestHandler {
  return rateLimit({
    windowMs: MINUTE,
    limit: most,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_, response) => {
      sendProblem(response, askedTooOften(most));
    },
  });
}
