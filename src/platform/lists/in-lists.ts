import { partsOf } from './parts-of.ts';

/** The number of items in one list. */
const LENGTH = 100;

/**
 * Yields `things` in lists. Readers pass on lists because each step of an asynchronous iterator
 * costs as much as a row.
 */
export async function* inLists<T>(things: readonly T[]): AsyncGenerator<T[]> {
  for (const { some } of partsOf(things, LENGTH)) yield some;
}

/** Yields each item as it arrives, in a list by itself. */
export async function* eachAlone<T>(things: AsyncIterable<T>): AsyncGenerator<T[]> {
  for await (const thing of things) yield [thing];
}
