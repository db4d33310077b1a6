import { hash } from 'node:crypto';
import { uuidOf } from './uuid-of.ts';

/** The first 128 bits of SHA-256 (FIPS 180-4) of a text, written as PostgreSQL writes a uuid. */
export function contentHash(content: string): string {
  return uuidOf(hash('sha256', content));
}
