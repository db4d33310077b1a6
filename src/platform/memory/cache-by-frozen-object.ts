/**
 * Returns `of` with a cache for frozen objects, such as lists that many rows share: a frozen object
 * never changes. Callers share a cached result. Objects that are not frozen are never cached.
 */
export function cacheByFrozenObject<In extends object, Out>(
  of: (thing: In) => Out,
): (thing: In) => Out {
  const known = new WeakMap<In, Out>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const found = of(thing);
    if (Object.isFrozen(thing)) known.set(thing, found);
    return found;
  };
}

/** Freezes plain data with everything in it, and returns it. */
export function deepFreeze<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  Object.values(data).forEach(deepFreeze);
  return Object.freeze(data);
}
