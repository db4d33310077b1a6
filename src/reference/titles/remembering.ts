/**
 * `find` that is asked once for each word, as far as that many are remembered; beyond, it forgets
 * them all, which costs less than telling them apart.
 */
export function remembering<T>(most: number, find: (word: string) => T): (word: string) => T {
  const remembered = new Map<string, T>();
  return (word) => {
    const before = remembered.get(word);
    if (before !== undefined) return before;
    const found = find(word);
    if (remembered.size >= most) remembered.clear();
    remembered.set(word, found);
    return found;
  };
}
