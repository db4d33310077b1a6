/**
 * Returns the processor time of this process so far, in milliseconds. Other load on the machine
 * does not count.
 */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const MOST_TRIES = 5;

/**
 * Returns the least processor time that some work takes, in milliseconds. Repeats the work, five
 * times at most, while it takes `limit` or longer. One fast run is enough, because a busy or slow
 * machine only adds to the time.
 */
export async function leastTime(limit: number, work: () => Promise<unknown>): Promise<number> {
  let least = Infinity;
  for (let tries = 0; tries < MOST_TRIES && least >= limit; tries += 1) {
    const begun = processorTime();
    await work();
    least = Math.min(least, processorTime() - begun);
  }
  return least;
}
