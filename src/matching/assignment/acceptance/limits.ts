/**
 * Counts the holders of each limit and finds the last one. A limit is the positions of a vacancy or
 * the seats of a cap. Each holder is a key; a greater key ranks later.
 *
 * Each limit has a heap with the greatest key on top. A holder who leaves stays in the heap until
 * they reach the top, and is then dropped (`isHeld`).
 */
export class Limits {
  readonly count: Int32Array;
  /**
   * By limit: the key of its last holder once it is full; Infinity before, so that every key ranks
   * ahead; -Infinity if it has no capacity.
   */
  readonly last: Float64Array;
  private readonly heaps: number[][];

  constructor(
    readonly capacity: Int32Array,
    private readonly isHeld: (limit: number, key: number) => boolean,
  ) {
    this.count = new Int32Array(capacity.length);
    this.last = Float64Array.from(capacity, (size) => (size > 0 ? Infinity : -Infinity));
    this.heaps = Array.from(capacity, () => []);
  }

  add(limit: number, key: number): void {
    this.count[limit] = at(this.count, limit) + 1;
    pushUp(this.heaps[limit] ?? [], key);
    this.look(limit);
  }

  /** Removes one holder. Call it when `isHeld` no longer reports that holder. */
  drop(limit: number): void {
    this.count[limit] = at(this.count, limit) - 1;
    this.look(limit);
  }

  isFull(limit: number): boolean {
    return at(this.count, limit) >= at(this.capacity, limit);
  }

  isOver(limit: number): boolean {
    return at(this.count, limit) > at(this.capacity, limit);
  }

  /** Returns the keys of all holders, in no particular order. */
  holders(limit: number): number[] {
    return [...new Set(this.heaps[limit])].filter((key) => this.isHeld(limit, key));
  }

  private look(limit: number): void {
    const heap = this.heaps[limit] ?? [];
    while (heap.length > 0 && !this.isHeld(limit, at(heap, 0))) popDown(heap);
    const none = at(this.capacity, limit) > 0 ? Infinity : -Infinity;
    this.last[limit] = this.isFull(limit) ? (heap[0] ?? none) : Infinity;
  }
}

function at(numbers: ArrayLike<number>, index: number): number {
  return numbers[index] as number;
}

function pushUp(heap: number[], key: number): void {
  let child = heap.length;
  heap.push(key);
  while (child > 0) {
    const parent = (child - 1) >> 1;
    if (at(heap, parent) >= key) break;
    heap[child] = at(heap, parent);
    child = parent;
  }
  heap[child] = key;
}

function popDown(heap: number[]): void {
  const key = heap.pop() ?? 0;
  const { length } = heap;
  if (length === 0) return;
  let parent = 0;
  for (let child = 1; child < length; child = 2 * parent + 1) {
    if (child + 1 < length && at(heap, child + 1) > at(heap, child)) child += 1;
    if (at(heap, child) <= key) break;
    heap[parent] = at(heap, child);
    parent = child;
  }
  heap[parent] = key;
}
