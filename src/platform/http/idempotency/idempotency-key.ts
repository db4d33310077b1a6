import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';
import type { Request } from 'express';
import { malformedKey } from './idempotency.errors.ts';

const FORM = /^[\x21-\x7e]{1,255}$/;

/** What was answered, as it goes over the wire again. */
export interface KeptResponse {
  status: number;
  /** Those headers that the answer itself set. */
  headers: Record<string, string>;
  /** JSON text; null for an answer without a body. */
  body: string | null;
}

/**
 * The Idempotency-Key of a request, without the quotes of a structured field; null without one.
 * @throws ProblemError 400 `malformed-idempotency-key`
 */
export function keyOf(request: Request): string | null {
  const header = request.get('idempotency-key');
  if (header === undefined) return null;
  const key = header.trim().replace(/^"(.*)"$/, '$1');
  if (FORM.test(key)) return key;
  throw malformedKey();
}

/** Names the row without telling the key. */
export function hashKey(organisationId: string, key: string): string {
  return sha256(`${organisationId}\n${key}`);
}

/** Of what is asked: the same operation with the same body, in the same order of its members. */
export function fingerprintOf({ method, originalUrl, body }: Request): string {
  return sha256(`${method}\n${originalUrl}\n${JSON.stringify(body ?? null)}`);
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;

export function seal(response: KeptResponse, organisationId: string, key: string): Buffer {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, secretOf(organisationId, key), nonce);
  const text = Buffer.concat([cipher.update(JSON.stringify(response), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]);
}

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
