import { createHmac } from 'node:crypto';
import { uuidOf } from '../database/uuid-of.ts';

/**
 * HMAC-SHA-256 (RFC 2104) of a text under a secret, its first 128 bits written as PostgreSQL writes a
 * uuid. Equal texts can be found by it; who does not have the secret cannot try out what they were.
 */
export function keyedHash(secret: string, text: string): string {
  return uuidOf(createHmac('sha256', secret).update(text).digest('hex'));
}
