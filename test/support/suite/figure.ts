/** Returns the small number in the suite, and the large one under `npm run soak`. */
export function figure({ suite, soak }: { suite: number; soak: number }): number {
  return process.env['SOAK'] === '1' ? soak : suite;
}
