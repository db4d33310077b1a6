import { createHash } from 'node:crypto';
import { pointsOf } from './criteria.ts';
import type { Application, DrawInputs } from './draw.ts';

/**
 * Sorts applications in the order in which a round serves them. The mode `stable` serves in no
 * order, so its applications without a seat wait by merit: verified returns, then the score. If two
 * are equal, the draw decides: SHA-256 of the seed, a space and the id of the placement, so that
 * anyone can repeat it. Pure.
 */
export function orderApplications({
  mode,
  criteria,
  seed,
  applications,
}: DrawInputs): Application[] {
  const keys = new Map(
    applications.map((one) => [
      one,
      { points: pointsOf(one, criteria), draw: drawOf(seed, one.id) },
    ]),
  );
  const key = (one: Application) => keys.get(one) ?? { points: 0, draw: '' };
  const byDraw = (a: Application, b: Application): number => compare(key(a).draw, key(b).draw);
  const orders: Record<DrawInputs['mode'], (a: Application, b: Application) => number> = {
    'first-come': byArrival,
    batches: byArrival,
    lottery: byDraw,
    points: (a, b) => key(b).points - key(a).points || byDraw(a, b),
    stable: (a, b) =>
      Number(b.returned) - Number(a.returned) || (b.score ?? 0) - (a.score ?? 0) || byDraw(a, b),
  };
  return applications.toSorted(orders[mode]);
}

/** Returns 64 hexadecimal digits; the smallest value is drawn first. */
function drawOf(seed: string, id: string): string {
  return createHash('sha256').update(`${seed} ${id}`).digest('hex');
}

function byArrival(a: Application, b: Application): number {
  return compare(a.appliedAt, b.appliedAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
