/** The most references that are remembered, in about 50 MB. Later ones are not recorded. */
const MOST = 3_000_000;

const EMPTY = 0;

/**
 * The name under which each reference of a file was last sent. Only hashes are kept, 12 bytes per
 * reference, as a file may hold millions: 64 bits of the reference and 32 of the name. Among 3
 * million references the chance that any two share a hash is about one in four million.
 */
export class NamedReferences {
  private count = 0;
  /** The size of the table, a power of two. */
  private slots = 4_096;
  /** Two numbers for each reference. If the second is empty, so is the slot. */
  private references = new Uint32Array(2 * this.slots);
  private names = new Uint32Array(this.slots);

  /**
   * Remembers the name of a reference.
   * @returns whether an earlier row has this reference under another name
   */
  put(reference: string, name: string): boolean {
    const [first, second] = hashes(reference);
    const [named] = hashes(name);
    const at = this.find(first, second);
    if (this.references[2 * at + 1] === EMPTY) {
      if (this.count < MOST) this.add(at, [first, second, named]);
      return false;
    }
    const isOther = this.names[at] !== named;
    this.names[at] = named;
    return isOther;
  }

  private find(first: number, second: number): number {
    const { references, slots } = this;
    let at = first & (slots - 1);
    while (references[2 * at + 1] !== EMPTY) {
      if (references[2 * at] === first && references[2 * at + 1] === second) return at;
      at = (at + 1) & (slots - 1);
    }
    return at;
  }

  private add(at: number, [first, second, named]: readonly [number, number, number]): void {
    this.references[2 * at] = first;
    this.references[2 * at + 1] = second;
    this.names[at] = named;
    this.count += 1;
    if (this.count > this.slots * 0.75) this.grow();
  }

  private grow(): void {
    const { references, names, slots } = this;
    this.slots = 2 * slots;
    this.references = new Uint32Array(2 * this.slots);
    this.names = new Uint32Array(this.slots);
    for (let from = 0; from < slots; from += 1) {
      const [first = 0, second = 0] = [references[2 * from], references[2 * from + 1]];
      if (second === EMPTY) continue;
      const at = this.find(first, second);
      this.references[2 * at] = first;
      this.references[2 * at + 1] = second;
      this.names[at] = names[from] ?? 0;
    }
  }
}

/**
 * Returns 64 bits of a text as two numbers, the second never 0 (multiply, rotate and mix, as
 * MurmurHash does).
 */
function hashes(text: string): [number, number] {
  let first = 0xdeadbeef;
  let second = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    first = Math.imul(first ^ unit, 0x9e3779b1);
    second = Math.imul(second ^ unit, 0x5f356495);
  }
  first =
    Math.imul(first ^ (first >>> 16), 0x85ebca6b) ^ Math.imul(second ^ (second >>> 13), 0xc2b2ae35);
  second =
    Math.imul(second ^ (second >>> 16), 0x85ebca6b) ^ Math.imul(first ^ (first >>> 13), 0xc2b2ae35);
  return [first >>> 0, second >>> 0 || 1];
}
