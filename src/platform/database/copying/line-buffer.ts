/** The place of a line in the buffer, in bytes; `to` is excluded. */
export interface LinePlace {
  from: number;
  to: number;
}

/** The smallest buffer allocated, in bytes. */
const MIN_BUFFER_SIZE = 1_048_576;
/** The most buffers kept for later lines. */
const MAX_SPARE_BUFFERS = 4;

/** Buffers kept for reuse: V8 scans all live memory after each 64 MB of new buffers. */
const spare: Buffer[] = [];

/** Gathers lines as bytes: thousands of strings held for a batch burden garbage collection. */
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

  /** Leaves out the line at this place, since a later line replaces it. */
  drop(place: LinePlace): void {
    this.dropped.push(place);
  }

  /**
   * Returns the gathered lines in bytes of their own, which a thread can transfer without a copy.
   * The buffer is empty afterwards.
   */
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
    if (this.bytes.length > 0 && spare.length < MAX_SPARE_BUFFERS) spare.push(this.bytes);
    this.bytes = Buffer.alloc(0);
    this.length = 0;
    this.dropped = [];
    return taken;
  }

  private grow(least: number): void {
    const size = Math.max(least, this.bytes.length * 2, MIN_BUFFER_SIZE);
    const fit = spare.findIndex(({ length }) => length >= size);
    const [fitting] = fit < 0 ? [] : spare.splice(fit, 1);
    const larger = fitting ?? Buffer.allocUnsafeSlow(size);
    this.bytes.copy(larger, 0, 0, this.length);
    this.bytes = larger;
  }
}
