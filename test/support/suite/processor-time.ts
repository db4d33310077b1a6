/** Processor time of this process so far, in milliseconds: what else the machine does is no matter. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
