import { flattenText } from './flatten-text.ts';

/** The number of texts kept. Above it the cache is emptied, cheaper than choosing what to drop. */
const MAX_CACHED = 20_000;

/** The longest text kept, in UTF-16 units. Longer ones rarely repeat and take much memory. */
const MAX_TEXT_LENGTH = 200;

/**
 * Returns `of` with a cache by text, for the words of files, which repeat. Callers share a cached
 * result and must not change it.
 * @param most the number of texts above which the cache is emptied
 */
export function cacheByText<T>(of: (text: string) => T, most = MAX_CACHED): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    if (text.length > MAX_TEXT_LENGTH) return of(text);
    const own = flattenText(text);
    const found = of(own);
    if (known.size >= most) known.clear();
    known.set(own, found);
    return found;
  };
}
