import { createHash, randomBytes } from 'node:crypto';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/**
 * Makes a seed that is not published before the last draw, and the hash, published at once, that
 * binds us to it. Both are 64 hexadecimal digits.
 */
export function sealSeed(): { sealedSeed: string; seedHash: string } {
  const sealedSeed = randomBytes(32).toString('hex');
  return { sealedSeed, seedHash: hashOfSeed(sealedSeed) };
}

export function hashOfSeed(sealedSeed: string): string {
  return sha256(sealedSeed);
}

/**
 * Returns the seed used in the draw. A public value becomes known only after applications have
 * closed, so even a person who can read the sealed seed cannot predict the draw.
 */
export function seedOf(sealedSeed: string, publicValue: string | null): string {
  return publicValue === null ? sealedSeed : sha256(`${sealedSeed} ${publicValue}`);
}
