import { createHash, randomBytes } from 'node:crypto';
import { canonical } from './evidence-chain.ts';

/**
 * What an employer wrote about a candidate. The chain of a pack holds only its seal, so that the
 * words can be erased with the candidate's data and the rest can still be verified.
 */
export interface SealedWords {
  /** The decision on the candidate. */
  decisionId: string;
  /** 128 random bits, hexadecimal. Without them, short words could be guessed from their seal. */
  salt: string;
  reason: string;
}

/** Prepares words for a pack, with a salt of their own. */
export function wordsOn(decisionId: string, reason: string): SealedWords {
  return { decisionId, salt: randomBytes(16).toString('hex'), reason };
}

/** Returns the SHA-256, hexadecimal, of the canonical JSON of the words. */
export function sealOf({ decisionId, salt, reason }: SealedWords): string {
  return createHash('sha256').update(canonical({ decisionId, salt, reason })).digest('hex');
}
