/** Marks the end of a bucket. */
const NONE = -1;
const MAX_SCORE = 1000;

/**
 * Rows with the most that each can score, visited from the highest down. That raises the bar early,
 * so that most rows need no visit. There is one bucket for each thousandth.
 */
export class PromisingRows {
  /** By thousandth: the place of the last row added. */
  private readonly last = new Int32Array(MAX_SCORE + 1).fill(NONE);
  /** By place: the row, and the place of the previous row in the same bucket. */
  private rows = new Uint32Array(1_024);
  private before = new Int32Array(1_024);
  private count = 0;

  clear(): void {
    this.last.fill(NONE);
    this.count = 0;
  }

  add(row: number, most: number): void {
    if (this.count === this.rows.length) this.grow();
    this.rows[this.count] = row;
    this.before[this.count] = this.last[most] ?? NONE;
    this.last[most] = this.count;
    this.count += 1;
  }

  /** Passes the rows to `look`, highest bound first, until it returns false. */
  visitBestFirst(look: (row: number, most: number) => boolean): void {
    for (let most = MAX_SCORE; most >= 0; most -= 1) {
      for (let at = this.last[most] ?? NONE; at !== NONE; at = this.before[at] ?? NONE) {
        if (!look(this.rows[at] ?? 0, most)) return;
      }
    }
  }

  private grow(): void {
    const [rows, before] = [this.rows, this.before];
    this.rows = new Uint32Array(2 * rows.length);
    this.before = new Int32Array(2 * before.length);
    this.rows.set(rows);
    this.before.set(before);
  }
}
