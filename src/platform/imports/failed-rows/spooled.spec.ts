import { describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from '../../threads/turns.ts';
import { spooled } from './spooled.ts';

describe('what is read slower than it is made', () => {
  const made = randomBytes(700_000);
  let given = 0;
  let stopped = false;

  async function* pieces(failing: Error | null = null): AsyncGenerator<Uint8Array> {
    [given, stopped] = [0, false];
    try {
      for (; given < made.length; given += 1_000) {
        await nextTurn();
        yield made.subarray(given, given + 1_000);
      }
      if (failing) throw failing;
    } finally {
      stopped = true;
    }
  }

  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await nextTurn();
  };

  it('is made to its end meanwhile, and read the same', async () => {
    const reading = spooled(pieces());
    const first = await reading.next();
    await until(() => stopped);
    expect(given).toBe(made.length);
    const read = [first.value as Uint8Array];
    for await (const piece of reading) read.push(piece);
    expect(Buffer.concat(read).equals(made)).toBe(true);
  });

  it('says what failed after what came before', async () => {
    const reading = spooled(pieces(new Error('failed')));
    let length = 0;
    const readAll = async (): Promise<void> => {
      for await (const piece of reading) length += piece.length;
    };
    await expect(readAll()).rejects.toThrow('failed');
    expect(length).toBe(made.length);
  });

  it('is left at once by who waits for the first of it', async () => {
    const turns = new Turns(1);
    const before = turns.inTurn(() => pieces());
    await before.next();
    const reading = spooled(turns.inTurn(() => pieces()));
    const first = reading.next();
    await nextTurn();
    await reading.return?.();
    expect(await first).toMatchObject({ done: true });
    await before.return?.();
  });

  it('is made no further for who leaves, and leaves nothing behind', async () => {
    const reading = spooled(pieces());
    await reading.next();
    expect((await readdir(tmpdir())).filter((name) => name.startsWith('passerelle-'))).toEqual(
      expect.not.arrayContaining([expect.stringMatching(/^passerelle-[0-9a-f]{8}-[0-9a-f-]{27}$/)]),
    );
    await reading.return?.();
    expect(stopped).toBe(true);
    expect(given).toBeLessThan(made.length);
  });
});
