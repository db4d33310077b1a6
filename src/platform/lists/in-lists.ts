import { partsOf } from './parts-of.ts';

/** Things that are there already go on in lists of so many. */
const LENGTH = 100;

/** Readers hand on lists, since each step of an iterator that waits costs as much as a row: all of `things`, some at a time. */
export async function* inLists<T>(things: readonly T[]): AsyncGenerator<T[]> {
  for (const { some } of partsOf(things, LENGTH)) yield some;
}

/** What comes one by one, each in a list of its own. */
export async function* eachAlone<T>(things: AsyncIterable<T>): AsyncGenerator<T[]> {
  for await (const thing of things) yield [thing];
}
