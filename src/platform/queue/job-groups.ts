import type { JobName } from '../../jobs.ts';
import type { OutboxJob } from './job-runner.ts';
import type { DueJob } from './outbox-relay.ts';

/** How many at most are done in one transaction: few enough to be done in a second or two. */
const MOST = 50;

/**
 * Jobs of one name that wait together become one of the queue, where the handler takes many. One that is
 * handed over again goes alone, so that what cannot be done keeps nothing else from being done. Pure.
 */
export function inGroups(
  jobs: readonly DueJob[],
  takesMany: (job: JobName) => boolean,
): OutboxJob[] {
  const groups: OutboxJob[] = [];
  const open = new Map<JobName, { id: string; payload: object }[]>();
  for (const { id, job, payload, again } of jobs) {
    const others = open.get(job);
    if (!again && others && others.length + 1 < MOST) {
      others.push({ id, payload });
      continue;
    }
    const own: { id: string; payload: object }[] = [];
    groups.push({ id, job, payload, others: own });
    if (!again && takesMany(job)) open.set(job, own);
  }
  return groups;
}
