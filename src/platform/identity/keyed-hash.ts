import { createHmac } from 'node:crypto';
import { uuidOf } from '../database/uuid-of.ts';

/**
 * Returns the HMAC-SHA-256 (RFC 2104) of a text under a secret: its first 128 bits, written as
 * PostgreSQL writes a uuid. Equal texts have equal hashes. Without the secret, the texts cannot be
 * found by trying.
 */
export function keyedHash(secret: string, text: string): string {
  return uuidOf(createHmac('sha256', secret).update(text).digest('hex'));
}
