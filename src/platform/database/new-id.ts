import { randomFillSync } from 'node:crypto';
import { NIL, v7 } from 'uuid';

/** The id before every other, from which a list by ids begins. */
export const BEFORE_ALL = NIL;

const BYTES = 16;
const pool = Buffer.alloc(256 * BYTES);
let used = pool.length;
let msecs = 0;
let seq = 0;

/**
 * Returns a new identifier, a UUID version 7 (RFC 9562). Ids sort by creation, within one
 * millisecond too (section 6.2, method 1). Random bytes are fetched for 256 ids at once, since the
 * call to the system costs more than the sixteen bytes.
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
