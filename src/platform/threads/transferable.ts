import { move, transferableSymbol, valueSymbol } from 'piscina';

/** Returns the answer of a thread of a `ThreadPool`. Its `buffers` are transferred, not copied. */
export function asTransferable(value: object, buffers: ArrayBufferLike[]): ReturnType<typeof move> {
  return move({ [transferableSymbol]: buffers, [valueSymbol]: value });
}
