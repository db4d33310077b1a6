/** Bytes stored and read together: few, since several copies of each chunk are in memory. */
const CHUNK = 262_144;

/**
 * Yields a body in chunks of 256 KiB, each valid until the next one is asked for. If the body
 * breaks off, what has arrived is yielded before the error.
 */
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

/** One buffer for all chunks: large buffers freed one by one would stay in memory for long. */
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
