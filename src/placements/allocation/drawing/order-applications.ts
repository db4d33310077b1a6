import { createHash } from 'node:crypto';
import { pointsOf } from './criteria.ts';
import type { Application, DrawInputs } from './draw.ts';

/**
 * The order in which a round serves applications; `stable` has none of its own, so that its rest
 * waits by merit: verified returns, then the score. The draw decides where all else is equal, and it
 * is SHA-256 of the seed, a space and the id of the placement, so that anybody can repeat it. Pure.
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

/** 64 hexadecimal digits; the smallest is drawn first. */
function drawOf(seed: string, id: string): string {
  return createHash('sha256').update(`${seed} ${id}`).digest('hex');
}

function byArrival(a: Application, b: Application): number {
  return compare(a.appliedAt, b.appliedAt) || compare(a.id, b.id);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
