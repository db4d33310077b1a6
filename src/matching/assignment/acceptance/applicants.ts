import type { Market } from './market.ts';

/** The applications, grouped by vacancy. Takes four bytes per application. */
export class Applicants {
  private readonly starts: Int32Array;
  private readonly applications: Int32Array;
  private readonly isSorted: Uint8Array;

  constructor(private readonly market: Market) {
    const { positions, vacancy } = market;
    this.starts = new Int32Array(positions.length + 1);
    for (const one of vacancy) this.starts[one + 1] = (this.starts[one + 1] ?? 0) + 1;
    for (let one = 0; one < positions.length; one += 1) {
      this.starts[one + 1] = (this.starts[one + 1] ?? 0) + (this.starts[one] ?? 0);
    }
    const next = this.starts.slice();
    this.applications = new Int32Array(vacancy.length);
    for (let application = 0; application < vacancy.length; application += 1) {
      const one = vacancy[application] ?? 0;
      const slot = next[one] ?? 0;
      this.applications[slot] = application;
      next[one] = slot + 1;
    }
    this.isSorted = new Uint8Array(positions.length);
  }

  /** Returns the applications to a vacancy, best first. Sorts them on the first call. */
  of(vacancy: number): Int32Array {
    const own = this.slice(vacancy);
    if (this.isSorted[vacancy]) return own;
    // They are in the order of the lottery, which decides between equal merits.
    const keys = Float64Array.from(own, (application, drawn) => {
      return (this.market.merit[application] ?? 0) * own.length + drawn;
    }).sort();
    own.set(Array.from(keys, (key) => own[key % own.length] ?? 0));
    this.isSorted[vacancy] = 1;
    return own;
  }

  private slice(vacancy: number): Int32Array {
    return this.applications.subarray(this.starts[vacancy], this.starts[vacancy + 1]);
  }
}
