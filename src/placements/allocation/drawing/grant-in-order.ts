import { type Application, personOf } from './draw.ts';

/**
 * Serves applications in order, but gives each person only one post. If they would get several,
 * they get the one that best meets their wishes, or the first of equal ones. The seats of the other
 * posts go to the next applications, which may in turn offer a person a better post. This repeats
 * until no person gets two. Pure.
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

/**
 * Takes the seats of each application whose covering offers all have a seat left. Returns those
 * served.
 */
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
 * Where offers overlap, a person may give up a post for a better one, and then lose that to an
 * application that took the seats given up. The seats still free then go, in order, to people
 * without a post.
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
