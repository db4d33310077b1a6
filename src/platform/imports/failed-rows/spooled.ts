import { randomUUID } from 'node:crypto';
import { type FileHandle, open, unlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** So much is read of the file at once. */
const PIECE = 65_536;

/**
 * The same bytes, taken at their source as fast as they are made, however slowly they are read here: whoever has a slow line
 * holds up neither what makes them nor whoever waits for that. What lies between is in a file without a name, which is
 * gone with this process at the latest.
 * Whoever stops reading (`return`) leaves at once, also while the first of it is waited for.
 * @throws whatever the source throws, after what came before it
 */
export function spooled(source: AsyncIterator<Uint8Array>): AsyncIterableIterator<Uint8Array> {
  const pieces = through(source);
  return {
    [Symbol.asyncIterator]() {
      return this;
    },
    next: () => pieces.next(),
    return: async () => {
      await source.return?.();
      return pieces.return(undefined);
    },
  };
}

async function* through(source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  const file = await openNameless();
  const spool = new Spool(file);
  const filling = spool.fill(source);
  try {
    yield* spool.pieces();
  } finally {
    await source.return?.();
    await filling;
    await file.close();
  }
}

async function openNameless(): Promise<FileHandle> {
  const path = join(tmpdir(), `passerelle-${randomUUID()}`);
  const file = await open(path, 'wx+', 0o600);
  await unlink(path);
  return file;
}

class Spool {
  private readonly file: FileHandle;
  private length = 0;
  private ended = false;
  private failure: Error | null = null;
  private tell = (): void => undefined;

  constructor(file: FileHandle) {
    this.file = file;
  }

  /** Never throws: who reads is told, in its place. */
  async fill(source: AsyncIterator<Uint8Array>): Promise<void> {
    try {
      for (let next = await source.next(); next.done !== true; next = await source.next()) {
        await this.file.appendFile(next.value);
        this.length += next.value.length;
        this.tell();
      }
    } catch (error) {
      this.failure = error as Error;
    }
    this.ended = true;
    this.tell();
  }

  async *pieces(): AsyncGenerator<Uint8Array> {
    for (let at = 0; ;) {
      if (at < this.length) {
        const length = Math.min(PIECE, this.length - at);
        const read = await this.file.read({ buffer: Buffer.alloc(length), position: at });
        at += read.bytesRead;
        yield read.buffer.subarray(0, read.bytesRead);
      } else if (!this.ended) await new Promise<void>((resolve) => (this.tell = resolve));
      else if (this.failure) throw this.failure;
      else return;
    }
  }
}
