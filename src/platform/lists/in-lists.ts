/** Things that are there already go on in lists of so many. */
const LENGTH = 100;

/** Readers hand on lists, since each step of an iterator that waits costs as much as a row: all of `things`, some at a time. */
export async function* inLists<T>(things: readonly T[]): AsyncGenerator<T[]> {
  for (let at = 0; at < things.length; at += LENGTH) yield things.slice(at, at + LENGTH);
}

/** What comes one by one, each in a list of its own. */
export async function* eachAlone<T>(things: AsyncIterable<T>): AsyncGenerator<T[]> {
  for await (const thing of things) yield [thing];
}
