import { setTimeout as sleep } from 'node:timers/promises';

export const write = (line: string): void => void process.stdout.write(`${line}\n`);

/** The processor time of this process so far, in milliseconds: what others do does not count. */
export function processor(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The most memory that this process held (resident set), looked at five times a second. */
export class MemoryPeak {
  private most = 0;
  private readonly timer = setInterval(() => {
    this.look();
  }, 200);

  /** In megabytes. */
  stop(): number {
    this.look();
    clearInterval(this.timer);
    return Math.round(this.most / 1_048_576);
  }

  private look(): void {
    this.most = Math.max(this.most, process.memoryUsage.rss());
  }
}

/** Asks until it is done, saying how far it is every five seconds. */
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
