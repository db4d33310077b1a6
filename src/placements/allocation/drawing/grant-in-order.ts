import { type Application, personOf } from './draw.ts';

/**
 * Serves applications in their order, but a person one post alone: of those that they would get, the
 * one that meets their wishes better, else the first. What they leave goes to whoever is next, which may
 * bring somebody a better one in turn, until nobody gets two. Pure.
 * @param left how many seats each offer has; not changed
 */
export function grantInOrder(
  ordered: readonly Application[],
  left: ReadonlyMap<string, number>,
): Application[] {
  const refused = new Set<Application>();
  for (;;) {
    const served = serve(
      ordered.filter((one) => !refused.has(one)),
      new Map(left),
    );
    const kept = new Set(bestOfEach(served).values());
    if (kept.size === served.length) return [...served, ...fill(ordered, served, left)];
    for (const one of served) if (!kept.has(one)) refused.add(one);
  }
}

/** Takes the seats of each, where every offer that covers it has one. */
function serve(ordered: readonly Application[], left: Map<string, number>): Application[] {
  return ordered.filter(({ quotaIds }) => {
    const fits = quotaIds.every((id) => (left.get(id) ?? 0) > 0);
    if (fits) for (const id of quotaIds) left.set(id, (left.get(id) ?? 0) - 1);
    return fits;
  });
}

function bestOfEach(served: readonly Application[]): ReadonlyMap<string, Application> {
  const best = new Map<string, Application>();
  for (const one of served) {
    const before = best.get(personOf(one));
    if (!before || (one.wish ?? 0) > (before.wish ?? 0)) best.set(personOf(one), one);
  }
  return best;
}

/**
 * Where offers overlap, somebody who left a post for a better one may lose that in turn to whoever took
 * their seats: what is still free serves those who have nothing, in order.
 */
function fill(
  ordered: readonly Application[],
  served: readonly Application[],
  capacities: ReadonlyMap<string, number>,
): Application[] {
  const left = new Map(capacities);
  serve(served, left);
  const placed = new Set(served.map(personOf));
  return ordered.filter((one) => {
    if (placed.has(personOf(one)) || serve([one], left).length === 0) return false;
    placed.add(personOf(one));
    return true;
  });
}
