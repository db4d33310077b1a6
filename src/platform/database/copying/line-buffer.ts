/** Where a line lies. */
export interface LinePlace {
  from: number;
  to: number;
}

/** So much is made room for at least, in bytes. */
const LEAST = 1_048_576;
/** So many buffers wait for the next lines. */
const MOST_SPARE = 4;

/** V8 goes through all that is alive after each 64 MB of new buffers, so those that have grown serve again. */
const spare: Buffer[] = [];

/** Lines gathered as bytes at once: thousands of strings kept for a batch are what a collector of garbage suffers from most. */
export class LineBuffer {
  private bytes: Buffer = Buffer.alloc(0);
  private length = 0;
  private dropped: LinePlace[] = [];

  add(line: string): LinePlace {
    // UTF-8 has at most three bytes for each unit of a string.
    const most = this.length + line.length * 3;
    if (most > this.bytes.length) this.grow(most);
    const from = this.length;
    this.length += this.bytes.write(line, from);
    return { from, to: this.length };
  }

  /** A later line stands in its place. */
  drop(place: LinePlace): void {
    this.dropped.push(place);
  }

  /** What was gathered, as bytes of their own, which a thread can hand over without a copy. */
  take(): Uint8Array {
    const gone = this.dropped.toSorted((a, b) => a.from - b.from);
    const taken = Buffer.allocUnsafeSlow(
      gone.reduce((left, { from, to }) => left - (to - from), this.length),
    );
    let at = 0;
    let from = 0;
    for (const hole of [...gone, { from: this.length, to: this.length }]) {
      taken.set(this.bytes.subarray(from, hole.from), at);
      at += hole.from - from;
      from = hole.to;
    }
    if (this.bytes.length > 0 && spare.length < MOST_SPARE) spare.push(this.bytes);
    this.bytes = Buffer.alloc(0);
    this.length = 0;
    this.dropped = [];
    return taken;
  }

  private grow(least: number): void {
    const size = Math.max(least, this.bytes.length * 2, LEAST);
    const fit = spare.findIndex(({ length }) => length >= size);
    const [fitting] = fit < 0 ? [] : spare.splice(fit, 1);
    const larger = fitting ?? Buffer.allocUnsafeSlow(size);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
