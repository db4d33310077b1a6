/**
 * Works on all items, `size` at a time as many users would, and returns the results in the order of
 * the items. A worker that is done does not wait for the others.
 */
export async function aFewAtOnce<T, R>(
  items: readonly T[],
  size: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const results: R[] = [];
  const rest = items.entries();
  const workOn = async (): Promise<void> => {
    for (const [index, item] of rest) results[index] = await work(item, index);
  };
  await Promise.all(Array.from({ length: size }, workOn));
  return results;
}
