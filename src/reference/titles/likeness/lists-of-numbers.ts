/** Many lists of numbers in one: list n is `values` from `starts[n]` to `starts[n + 1]`. */
export interface ListsOfNumbers {
  values: Int32Array;
  starts: Int32Array;
}

export function asOne(lists: readonly (readonly number[])[]): ListsOfNumbers {
  const starts = new Int32Array(lists.length + 1);
  lists.forEach((list, at) => (starts[at + 1] = (starts[at] ?? 0) + list.length));
  const values = new Int32Array(starts.at(-1) ?? 0);
  lists.forEach((list, at) => {
    values.set(list, starts[at] ?? 0);
  });
  return { values, starts };
}

export const listAt = ({ values, starts }: ListsOfNumbers, at: number): Int32Array =>
  values.subarray(starts[at], starts[at + 1]);

/** Returns, for each value below `size`, the numbers of the lists that contain it. */
export function inverted(lists: readonly (readonly number[])[], size: number): number[][] {
  const found: number[][] = Array.from({ length: size }, () => []);
  lists.forEach((list, at) => {
    for (const value of list) found[value]?.push(at);
  });
  return found;
}
