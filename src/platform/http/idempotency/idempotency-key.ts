import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { malformedKey } from './idempotency.errors.ts';

const FORM = /^[\x21-\x7e]{1,255}$/;

/** A response as it is sent again. */
export interface KeptResponse {
  status: number;
  /** The headers that the handler itself set. */
  headers: Record<string, string>;
  /** JSON text; null for a response without a body. */
  body: string | null;
}

/**
 * Returns the Idempotency-Key of a request, without the quotes of a structured field; null without
 * the header.
 * @throws ProblemError 400 `malformed-idempotency-key`
 */
export function keyOf(request: Request): string | null {
  const header = request.get('idempotency-key');
  if (header === undefined) return null;
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (FORM.test(key)) return key;
  throw malformedKey();
}

/** Returns the SHA-256, hexadecimal, that names the row without revealing the key. */
export function hashKey(organisationId: string, key: string): string {
  return sha256(`${organisationId}\n${key}`);
}

/**
 * Returns a SHA-256, hexadecimal, of the request. Two requests have the same one if operation and
 * body are the same, with the members in the same order.
 */
export function fingerprintOf({ method, originalUrl, body }: Request): string {
  return sha256(`${method}\n${originalUrl}\n${JSON.stringify(body ?? null)}`);
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

/**
 * Encrypts a response (AES-256-GCM) under a secret derived from the organisation and the key.
 * Returns 12 bytes of nonce, 16 bytes of tag, and the encrypted text.
 */
export function seal(response: KeptResponse, organisationId: string, key: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secretOf(organisationId, key), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(response), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

/**
 * Decrypts what `seal` returned for the same organisation and key.
 * @throws Error if it was sealed for others or is damaged
 */
export function unseal(sealed: Buffer, organisationId: string, key: string): KeptResponse {
  const secret = secretOf(organisationId, key);
  const decipher = createDecipheriv(CIPHER, secret, sealed.subarray(0, NONCE));
  decipher.setAuthTag(sealed.subarray(NONCE, NONCE + TAG));
  const text = Buffer.concat([decipher.update(sealed.subarray(NONCE + TAG)), decipher.final()]);
  return JSON.parse(text.toString('utf8')) as KeptResponse;
}

function secretOf(organisationId: string, key: string): Buffer {
  return Buffer.from(hkdfSync('sha256', key, organisationId, 'passerelle kept response', 32));
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
