import fc from 'fast-check';

/** Yields the bytes in pieces, as they arrive over a network. */
export async function* bytes(content: Uint8Array, size = 16_384): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
}

interface Mutation {
  kind: 'flip' | 'cut' | 'twice' | 'quote';
  /** The place in the bytes, from 0 to 1. */
  at: number;
  to: number;
}

const mutation = (kind: Mutation['kind'], to: fc.Arbitrary<number>): fc.Arbitrary<Mutation> =>
  fc.record({ kind: fc.constant(kind), at: fc.double({ min: 0, max: 1, noNaN: true }), to });

/** What a bad line, a bad tool or a bad intention does to bytes. */
export const mutations = fc.array(
  fc.oneof(
    mutation('flip', fc.nat(255)),
    mutation('cut', fc.nat(40)),
    mutation('twice', fc.nat(40)),
    mutation('quote', fc.constantFrom(0x22, 0x3b, 0x0a, 0x00, 0x3c, 0x7b)),
  ),
  { maxLength: 6 },
);

/** Returns a copy of the bytes with these changes made. */
export function mutate(content: Buffer, changes: readonly Mutation[]): Buffer {
  return changes.reduce((before, { kind, at, to }) => {
    const place = Math.floor(at * before.length);
    const [head, tail] = [before.subarray(0, place), before.subarray(place)];
    if (kind === 'flip') return Buffer.concat([head, Buffer.from([to]), tail.subarray(1)]);
    if (kind === 'cut') return Buffer.concat([head, tail.subarray(to)]);
    if (kind === 'twice') return Buffer.concat([head, tail.subarray(0, to), tail]);
    return Buffer.concat([head, Buffer.from([to]), tail]);
  }, content);
}
