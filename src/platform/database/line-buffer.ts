/** Where a line lies. */
export interface LinePlace {
  from: number;
  to: number;
}

/** Lines gathered as bytes at once: thousands of strings kept for a batch are what a collector of garbage suffers from most. */
export class LineBuffer {
  private bytes = Buffer.allocUnsafeSlow(1_048_576);
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
    const taken = new Uint8Array(
      gone.reduce((left, { from, to }) => left - (to - from), this.length),
    );
    let at = 0;
    let from = 0;
    for (const hole of [...gone, { from: this.length, to: this.length }]) {
      taken.set(this.bytes.subarray(from, hole.from), at);
      at += hole.from - from;
      from = hole.to;
    }
    this.length = 0;
    this.dropped = [];
    return taken;
  }

  private grow(least: number): void {
    const larger = Buffer.allocUnsafeSlow(Math.max(least, this.bytes.length * 2));
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
