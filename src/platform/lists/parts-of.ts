/** A part of a list. */
interface Part<T> {
  /** The index of its first item in the list. */
  from: number;
  some: T[];
}

/** Yields a list in order, at most `length` items at a time. Yields nothing for an empty list. */
export function* partsOf<T>(things: readonly T[], length: number): Generator<Part<T>> {
  for (let from = 0; from < things.length; from += length)
    yield { from, some: things.slice(from, from + length) };
}
