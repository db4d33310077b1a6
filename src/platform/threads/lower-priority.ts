import { existsSync, readlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The nice value of background work. It gets a tenth of the time of a thread that answers requests
 * (sched(7)), so that it comes second but never stands still.
 */
const NICE = 10;
/** A path that exists on Linux alone. */
const SELF = '/proc/thread-self';
/**
 * The pause between two attempts, in milliseconds. Linux lets an unprivileged account set the
 * priority of only one group per interval.
 */
const BETWEEN_GROUPS_MS = 110;

/**
 * Lowers the priority of the calling thread, which does background work, below the threads that
 * answer requests. Does nothing outside Linux, since only Linux gives each thread its own priority.
 */
export function lowerOwnPriority(): void {
  if (!existsSync(SELF)) return;
  setPriority(Number(basename(readlinkSync(SELF))), NICE);
}

/**
 * Lowers the priority of another process of this machine in the same way, such as a session of
 * PostgreSQL. If Linux shares out processor time by groups (sched(7), "The autogroup feature"),
 * each session is a group of its own, and the priority of the group is what counts. Does nothing if
 * the priority may not be set, or the process is gone.
 */
export async function lowerPriorityOf(processId: number): Promise<void> {
  if (!existsSync(SELF)) return;
  try {
    setPriority(processId, NICE);
  } catch {
    return;
  }
  const group = `/proc/${processId}/autogroup`;
  for (let attempt = 0; existsSync(group) && attempt < 3; attempt += 1) {
    try {
      await writeFile(group, `${NICE}`);
      return;
    } catch {
      await sleep(BETWEEN_GROUPS_MS);
    }
  }
}
