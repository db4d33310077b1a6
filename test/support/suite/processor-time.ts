/** Processor time of this process so far, in milliseconds: what else the machine does is no matter. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

const MOST_TRIES = 5;

/**
 * What some work takes of the processor at least, in milliseconds. It is done again while it takes as long as `limit`:
 * once is enough, since whatever else a busy or a slow machine does only adds to it.
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
