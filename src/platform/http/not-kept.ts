import type { NextFunction, Request, Response } from 'express';

/**
 * Middleware that forbids browsers and proxies to keep answers (RFC 9111, 5.2.2.5): a copy on a
 * disk is reached by no erasure and asks for no key.
 */
export function notKept(_: Request, response: Response, next: NextFunction): void {
  response.set('Cache-Control', 'no-store');
  next();
}
