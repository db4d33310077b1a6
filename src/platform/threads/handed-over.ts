import { move, transferableSymbol, valueSymbol } from 'piscina';

/** What a thread of a `ThreadPool` answers, whose `buffers` change hands without a copy. */
export function handedOver(value: object, buffers: ArrayBufferLike[]): ReturnType<typeof move> {
  return move({ [transferableSymbol]: buffers, [valueSymbol]: value });
}
