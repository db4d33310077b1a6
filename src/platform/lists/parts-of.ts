/** Some of a list, as they stand in it. */
interface Part<T> {
  /** The place of the first of them. */
  from: number;
  some: T[];
}

/** A list in its order, at most `length` at a time; of an empty one nothing. */
export function* partsOf<T>(things: readonly T[], length: number): Generator<Part<T>> {
  for (let from = 0; from < things.length; from += length)
    yield { from, some: things.slice(from, from + length) };
}
