import { existsSync, readlinkSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { setPriority } from 'node:os';
import { basename } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A tenth of what a thread gets that answers requests (sched(7)): behind them, and not at a standstill. */
const NICE = 10;
/** Linux alone has it. */
const SELF = '/proc/thread-self';
/** Linux lets an unprivileged account set one group in so many milliseconds. */
const BETWEEN_GROUPS_MS = 110;

/**
 * Called by a thread of background work: whoever waits for an answer comes before it. Only Linux gives each
 * thread a priority of its own.
 */
export function giveWay(): void {
  if (!existsSync(SELF)) return;
  setPriority(Number(basename(readlinkSync(SELF))), NICE);
}

/**
 * The same for a process of this machine, such as a session of PostgreSQL. Where Linux shares out its processors by groups
 * (sched(7), "The autogroup feature"), each session is one, and what counts is the priority of the group. Where it may
 * not be set, or the process is gone, nothing happens.
 */
export async function letGiveWay(processId: number): Promise<void> {
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
