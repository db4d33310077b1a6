import { type RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sendProblem } from '../../../platform/http/problem.filter.ts';
import { askedTooOften } from './exchange-facade.errors.ts';

const MINUTE = 60_000;

/**
 * Allows an address (for IPv6, a network of 56 bits) `most` requests a minute in this process.
 * Further requests get 429 with `Retry-After`.
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
