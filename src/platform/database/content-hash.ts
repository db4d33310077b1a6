import { hash } from 'node:crypto';
import { uuidOf } from './uuid-of.ts';

/** Returns the first 128 bits of a text's SHA-256 (FIPS 180-4), as PostgreSQL writes a uuid. */
export function contentHash(content: string): string {
  return uuidOf(hash('sha256', content));
}
