/** No further row. */
const NONE = -1;
const MOST = 1000;

/**
 * Rows with the most that each can score, to be looked at from the best down: so that the bar rises
 * early, and most of the others need no look. A bucket for each thousandth.
 */
export class PromisingRows {
  /** By thousandth: the last row put there. */
  private readonly last = new Int32Array(MOST + 1).fill(NONE);
  /** By place: the row, and the place of the one before in its bucket. */
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

  /** Hands over row after row until `look` says that none further is wanted. */
  fromTheBest(look: (row: number, most: number) => boolean): void {
    for (let most = MOST; most >= 0; most -= 1) {
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
