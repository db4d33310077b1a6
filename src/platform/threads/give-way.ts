import { readlinkSync } from 'node:fs';
import { setPriority } from 'node:os';
import { basename } from 'node:path';

/** A third of what a thread gets that answers requests (sched(7)): behind them, and not at a standstill. */
const NICE = 5;

/**
 * Called by a thread of background work: whoever waits for an answer comes before it. Only Linux gives each
 * thread a priority of its own.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return;
  const thread = Number(basename(readlinkSync('/proc/thread-self')));
  setPriority(thread, NICE);
}
