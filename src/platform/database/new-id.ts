import { randomFillSync } from 'node:crypto';
import { v7 } from 'uuid';

const BYTES = 16;
const pool = Buffer.alloc(256 * BYTES);
let used = pool.length;
let msecs = 0;
let seq = 0;

/**
 * A new identifier: UUID version 7 (RFC 9562), so that ordering by id is ordering by creation, within
 * one millisecond too (section 6.2, method 1). Randomness is asked of the system for many at once: a
 * question costs it more than the sixteen bytes.
 */
export function newId(): string {
  const random = nextRandom();
  const now = Date.now();
  if (now > msecs) {
    msecs = now;
    seq = random.readUInt32BE(6) >>> 1; // the upper half is left to count in
  } else {
    seq += 1;
  }
  return v7({ random, msecs, seq });
}

function nextRandom(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BYTES;
  return pool.subarray(used - BYTES, used);
}
