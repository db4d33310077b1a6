import type { Request } from 'express';

/** The key that came along with a request; null without one. */
export function presentedKey(request: Request): string | null {
  const [, key] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
  return key ?? null;
}
