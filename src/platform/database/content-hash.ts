import { createHash } from 'node:crypto';

/** The first 128 bits of SHA-256 (FIPS 180-4) of a text, written as PostgreSQL writes a uuid. */
export function contentHash(content: string): string {
  const hex = createHash('sha256').update(content).digest('hex');
  const groups = [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20)];
  return [...groups, hex.slice(20, 32)].join('-');
}
