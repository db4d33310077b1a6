import type { Request } from 'express';

/** Returns the key that a request carries; null if it carries none. */
export function presentedKey(request: Request): string | null {
  const [, key] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  return key ?? null;
}
