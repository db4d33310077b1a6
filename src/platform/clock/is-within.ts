/** Whether a day lies in a period, both of its ends included; no end: for ever. All `yyyy-mm-dd`. */
export function isWithin(on: string, from: string, until: string | null): boolean {
  return from <= on && (until === null || on <= until);
}
