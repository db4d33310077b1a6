import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'psl';
const FORM = /^psl_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

/** The parts of a key as it is sent: the id of its row, and its secret. */
export interface PresentedKey {
  id: string;
  secret: string;
}

/**
 * Returns 256 random bits in base64url. They cannot be guessed, so a plain hash protects them as
 * well as a slow one.
 */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** Returns the SHA-256 of a secret, hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** Returns the key as its holder sends it: `psl_<id>_<secret>`. */
export function writeKey({ id, secret }: PresentedKey): string {
  return `${PREFIX}_${id.replaceAll('-', '')}_${secret}`;
}

/** Reads a key as its holder sends it; null for a text of any other form. */
export function readKey(text: string): PresentedKey | null {
  const [, digits, secret] = FORM.exec(text) ?? [];
  if (!digits || !secret) return null;
  return { id: digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), secret };
}

/** Returns whether a secret has this hash. Compares in constant time. */
export function fitsHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'));
}
