import { existsSync, readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';

/** A third of what a thread gets that answers requests (sched(7)): behind them, and not at a standstill. */
const NICE = 5;
/** Linux alone has it. */
const SELF = '/proc/thread-self';

/**
 * Called by a thread of background work: whoever waits for an answer comes before it. Only Linux gives each
 * thread a priority of its own.
 */
export function giveWay(): void {
  if (!existsSync(SELF)) return;
  setPriority(Number(basename(readlinkSync(SELF))), NICE);
}
