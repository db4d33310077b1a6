import { createHash, randomBytes } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** A seed that nobody sees before the last draw, and the hash that binds to it from the first day. */
export function sealSeed(): { sealedSeed: string; seedHash: string } {
  const sealedSeed = randomBytes(32).toString('hex');
  return { sealedSeed, seedHash: hashOfSeed(sealedSeed) };
}

export function hashOfSeed(sealedSeed: string): string {
  return sha256(sealedSeed);
}

/**
 * The seed that is drawn with. A public value, known only after applications closed, keeps even
 * whoever could read the sealed seed from knowing the draw before.
 */
export function seedOf(sealedSeed: string, publicValue: string | null): string {
  return publicValue === null ? sealedSeed : sha256(`${sealedSeed} ${publicValue}`);
}
