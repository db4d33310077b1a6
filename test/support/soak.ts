/** The small figure for every change, the large one for `npm run soak`. */
export function numberOf({ test, soak }: { test: number; soak: number }): number {
  return process.env['SOAK'] === undefined ? test : soak;
}
