import { ownText } from './own-text.ts';

/** The number of texts kept. Above it the cache is emptied, cheaper than choosing what to drop. */
const MOST_KEPT = 20_000;

/** The longest text kept, in UTF-16 units. Longer ones rarely repeat and take much memory. */
const LONGEST_KEPT = 200;

/**
 * Returns `of` with a cache by text, for the words of files, which repeat. Callers share a cached
 * result and must not change it.
 * @param most the number of texts above which the cache is emptied
 */
export function onceEach<T>(of: (text: string) => T, most = MOST_KEPT): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > LONGEST_KEPT) return of(text);
    const own = ownText(text);
    const found = of(own);
    if (known.size >= most) known.clear();
    known.set(own, found);
    return found;
  };
}
