/** Bytes that are kept and read together: few, since of each there are several copies on its way. */
const CHUNK = 262_144;

/** A body in pieces, each good until the next is asked for; where it breaks off, what came so far is given first. */
export async function* chunksOf(file: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  const chunk = new Chunk();
  try {
    for await (const part of file) yield* chunk.fill(part);
  } catch (error) {
    yield* chunk.rest();
    throw error;
  }
  yield* chunk.rest();
}

/** One place for all pieces: where large buffers come one after the other, those that went stay for long. */
class Chunk {
  private readonly bytes = Buffer.allocUnsafeSlow(CHUNK);
  private length = 0;

  *fill(part: Uint8Array): Generator<Buffer> {
    for (let at = 0; at < part.length;) {
      const taken = part.subarray(at, at + CHUNK - this.length);
      this.bytes.set(taken, this.length);
      this.length += taken.length;
      at += taken.length;
      if (this.length === CHUNK) yield* this.rest();
    }
  }

  *rest(): Generator<Buffer> {
    const { length } = this;
    this.length = 0;
    if (length > 0) yield this.bytes.subarray(0, length);
  }
}
