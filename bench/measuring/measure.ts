import { setTimeout as sleep } from 'node:timers/promises';

export const write = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Returns the processor time of this process so far, in milliseconds. Other processes do not count.
 */
export function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** Returns the arithmetic mean, 0 of no values. */
export function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

/** Returns the seconds since `at`, a time of `performance.now()`. */
export function secondsSince(at: number): number {
  return (performance.now() - at) / 1000;
}

/** The most memory this process has held (resident set), sampled five times a second. */
export class MemoryPeak {
  private most = 0;
  private readonly timer = setInterval(() => {
    this.look();
  }, 200);

  /** Stops sampling and returns the peak in megabytes. */
  stop(): number {
    this.look();
    clearInterval(this.timer);
    return Math.round(this.most / 1_048_576);
  }

  private look(): void {
    this.most = Math.max(this.most, process.memoryUsage.rss());
  }
}

/**
 * Asks ten times a second until the answer is final, and writes the progress every five seconds.
 */
export async function until<T>(
  ask: () => Promise<T>,
  isDone: (answer: T) => boolean,
  describe: (answer: T) => string,
): Promise<T> {
  for (let asked = 0; ; asked += 1) {
    const answer = await ask();
    if (isDone(answer)) return answer;
    if (asked % 50 === 49) write(`  ... ${describe(answer)}`);
    await sleep(100);
  }
}
