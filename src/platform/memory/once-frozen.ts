/**
 * The same function of a thing, asked once for each that is frozen, since such a one never changes: lists that many
 * rows share. What it gives is shared too.
 */
export function onceFrozen<In extends object, Out>(of: (thing: In) => Out): (thing: In) => Out {
  const known = new WeakMap<In, Out>();
  return (thing) => {
    const before = known.get(thing);
    if (before !== undefined) return before;
    const found = of(thing);
    if (Object.isFrozen(thing)) known.set(thing, found);
    return found;
  };
}

/** Plain data, which nobody changes from here on, with all that is in it. */
export function frozen<T>(data: T): T {
  if (typeof data !== 'object' || data === null) return data;
  Object.values(data).forEach(frozen);
  return Object.freeze(data);
}
