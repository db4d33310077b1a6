/**
 * How many people may stand where, and who of those that do comes last: the positions of vacancies
 * and the seats of caps alike. Each holder is a key; a greater key comes later.
 *
 * Each limit has a heap of its own, the greatest key on top. Whoever leaves stays in it until they
 * come up, and is then dropped (`isHeld`).
 */
export class Limits {
  readonly count: Int32Array;
  /** By limit, once it is full: the key of its last holder. Infinity before, so that all come first. */
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

  /** After `isHeld` says so. */
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

  /** The keys of all who stand there, in no order. */
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
