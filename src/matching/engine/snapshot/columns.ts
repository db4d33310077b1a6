type Column = Uint8Array | Uint16Array | Uint32Array | Int32Array | Float64Array;
type Kind<T extends Column> = new (buffer: SharedArrayBuffer) => T;

/** A column of numbers that grows while it is filled, in memory that threads can share. */
export class Growing<T extends Column> {
  private values: T;
  length = 0;

  constructor(private readonly kind: Kind<T> & { BYTES_PER_ELEMENT: number }) {
    this.values = this.allocate(1_024);
  }

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.allocate(2 * this.values.length);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  at(index: number): number {
    return this.values[index] ?? 0;
  }

  /** Returns the values so far as a view. A later push may move the values to new memory. */
  filled(): T {
    return this.values.subarray(0, this.length) as T;
  }

  /** Returns the rows of `order`, in that order. `width` is the number of values per row. */
  gather(order: ArrayLike<number>, width = 1): T {
    const gathered = this.allocate(width * order.length);
    for (let to = 0; to < order.length; to += 1) {
      const from = width * (order[to] ?? 0);
      for (let at = 0; at < width; at += 1) gathered[width * to + at] = this.at(from + at);
    }
    return gathered;
  }

  private allocate(length: number): T {
    return new this.kind(new SharedArrayBuffer(length * this.kind.BYTES_PER_ELEMENT));
  }
}

/** One list of numbers per row. The list of row r is items[start[r]] up to items[start[r + 1]]. */
export interface Lists<T extends Column = Uint32Array> {
  start: Uint32Array;
  items: T;
}

/** Lists under construction, row after row. */
export class GrowingLists<T extends Column = Uint32Array> {
  private readonly start = new Growing(Uint32Array);
  private readonly items: Growing<T>;

  constructor(kind: Kind<T> & { BYTES_PER_ELEMENT: number }) {
    this.items = new Growing(kind);
    this.start.push(0);
  }

  push(row: Iterable<number>): void {
    for (const item of row) this.items.push(item);
    this.start.push(this.items.length);
  }

  /** Returns the lists of the rows of `order`, in that order. */
  gather(order: ArrayLike<number>): Lists<T> {
    const start = new Uint32Array(new SharedArrayBuffer(4 * (order.length + 1)));
    const positions = new Growing(Uint32Array);
    for (let to = 0; to < order.length; to += 1) {
      const row = order[to] ?? 0;
      for (let at = this.start.at(row); at < this.start.at(row + 1); at += 1) positions.push(at);
      start[to + 1] = positions.length;
    }
    return { start, items: this.items.gather(positions.filled()) };
  }
}
