import type { JobName } from '../../jobs.ts';
import type { OutboxJob } from './job-runner.ts';
import type { DueJob } from './outbox-relay.ts';

/** The most jobs done in one transaction: few enough to take a second or two. */
const MAX_JOBS_PER_GROUP = 50;

/**
 * Joins waiting jobs of one name into one job of the queue, if their handler takes many. A job that
 * is handed over again goes alone, so that a job that cannot be done does not block others. Pure.
 */
export function groupJobs(
  jobs: readonly DueJob[],
  takesMany: (job: JobName) => boolean,
): OutboxJob[] {
  const groups: OutboxJob[] = [];
  const open = new Map<JobName, { id: string; payload: object }[]>();
  for (const { id, job, payload, again } of jobs) {
    const others = open.get(job);
    if (!again && others && others.length + 1 < MAX_JOBS_PER_GROUP) {
      others.push({ id, payload });
      continue;
    }
    const own: { id: string; payload: object }[] = [];
    groups.push({ id, job, payload, others: own });
    if (!again && takesMany(job)) open.set(job, own);
  }
  return groups;
}
