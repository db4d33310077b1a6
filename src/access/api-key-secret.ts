import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const PREFIX = 'psl';
const FORM = /^psl_([0-9a-f]{32})_([A-Za-z0-9_-]{43})$/;

/** What a key says of itself: which row it is, and its secret. */
export interface PresentedKey {
  id: string;
  secret: string;
}

/** 256 random bits: no word list reaches it, so a plain hash keeps it as safe as a slow one. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256, hexadecimal. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}

/** The key as its holder sends it: `psl_<id>_<secret>`. */
export function writeKey({ id, secret }: PresentedKey): string {
  return `${PREFIX}_${id.replaceAll('-', '')}_${secret}`;
}

/** Null for whatever is no key of ours. */
export function readKey(text: string): PresentedKey | null {
  const [, digits, secret] = FORM.exec(text) ?? [];
  if (!digits || !secret) return null;
  return { id: digits.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-'), secret };
}

/** Compares in constant time. */
export function fitsHash(secret: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(hashSecret(secret), 'hex'), Buffer.from(hash, 'hex'));
}
