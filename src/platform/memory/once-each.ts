import { ownText } from './own-text.ts';

/** Beyond so many texts it starts anew, which costs less than telling them apart. */
const MOST_KEPT = 20_000;

/** A longer text hardly comes again, and many of them are a burden. */
const LONGEST_KEPT = 200;

/**
 * The same function of a text, asked once for each: the words of files repeat. What it gives is shared, and
 * must not be changed by anybody.
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
