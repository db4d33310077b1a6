import { compareIds } from '../snapshot/snapshot.ts';

/** The best rows so far, by score, then by id. A binary heap with the worst on top. */
export class TopRows {
  private readonly rows: number[] = [];
  private readonly totals: number[] = [];

  constructor(
    private readonly limit: number,
    private readonly ids: Uint32Array,
  ) {}

  /**
   * The score that a row needs to enter. A row exactly at the bar enters only if its id comes
   * first.
   */
  get bar(): number {
    return this.rows.length < this.limit ? 0 : (this.totals[0] ?? 0);
  }

  /**
   * Returns whether a row that scores at most `most` cannot enter. Rows with later ids cannot
   * either.
   */
  isBeyond(row: number, most: number): boolean {
    if (this.rows.length < this.limit || this.limit === 0) return this.limit === 0;
    const worst = this.totals[0] ?? 0;
    return (
      most < worst || (most === worst && compareIds(this.ids, row, this.ids, this.rows[0] ?? 0) > 0)
    );
  }

  offer(row: number, total: number): void {
    if (this.rows.length < this.limit) {
      this.rows.push(row);
      this.totals.push(total);
      this.rise(this.rows.length - 1);
    } else if (!this.isBeyond(row, total)) {
      this.rows[0] = row;
      this.totals[0] = total;
      this.sink(0);
    }
  }

  /** Returns the rows, best first. */
  sorted(): { row: number; total: number }[] {
    return this.rows
      .map((row, at) => ({ row, total: this.totals[at] ?? 0 }))
      .toSorted((a, b) => b.total - a.total || compareIds(this.ids, a.row, this.ids, b.row));
  }

  private rise(from: number): void {
    for (let at = from; at > 0;) {
      const above = (at - 1) >> 1;
      if (!this.isWorse(at, above)) return;
      this.swap(at, above);
      at = above;
    }
  }

  private sink(from: number): void {
    for (let at = from; ;) {
      const left = 2 * at + 1;
      const right = left + 1;
      if (left >= this.rows.length) return;
      const worse = right < this.rows.length && this.isWorse(right, left) ? right : left;
      if (!this.isWorse(worse, at)) return;
      this.swap(at, worse);
      at = worse;
    }
  }

  private isWorse(a: number, b: number): boolean {
    const difference = (this.totals[a] ?? 0) - (this.totals[b] ?? 0);
    if (difference !== 0) return difference < 0;
    return compareIds(this.ids, this.rows[a] ?? 0, this.ids, this.rows[b] ?? 0) > 0;
  }

  private swap(a: number, b: number): void {
    const [row = 0, total = 0] = [this.rows[a], this.totals[a]];
    this.rows[a] = this.rows[b] ?? 0;
    this.totals[a] = this.totals[b] ?? 0;
    this.rows[b] = row;
    this.totals[b] = total;
  }
}
