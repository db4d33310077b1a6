import { beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn, setTimeout as sleep } from 'node:timers/promises';
import { Turns } from './turns.ts';

describe('taking turns', () => {
  const begun: string[] = [];
  const ended: string[] = [];

  /** Returns work that yields two pieces, and records under `name` that it begins and ends. */
  const work = (name: string, isLight = true) => ({
    isLight,
    async *begin() {
      begun.push(name);
      try {
        yield `${name}1`;
        yield `${name}2`;
      } finally {
        ended.push(name);
      }
    },
  });

  const all = async (pieces: AsyncIterable<string>): Promise<string[]> => {
    const got: string[] = [];
    for await (const piece of pieces) got.push(piece);
    return got;
  };

  beforeEach(() => {
    for (const names of [begun, ended]) names.splice(0);
  });

  it('lets as many work at once as allowed, and the others in their order', async () => {
    const turns = new Turns(1);
    const first = turns.inTurn(work('a'));
    await first.next();
    const others = ['b', 'c'].map((name) => all(turns.inTurn(work(name))));
    await nextTurn();
    expect(begun).toEqual(['a']);
    expect(await all(first)).toEqual(['a2']);
    expect(await Promise.all(others)).toEqual([
      ['b1', 'b2'],
      ['c1', 'c2'],
    ]);
    expect(begun).toEqual(['a', 'b', 'c']);
  });

  it('skips a caller who stops waiting, whose work never begins', async () => {
    const turns = new Turns(1);
    const first = turns.inTurn(work('a'));
    await first.next();
    const second = turns.inTurn(work('b'));
    const never = second.next();
    const third = all(turns.inTurn(work('c')));
    await second.return?.();
    expect(await never).toMatchObject({ done: true });
    await all(first);
    expect(await third).toEqual(['c1', 'c2']);
    expect(begun).toEqual(['a', 'c']);
  });

  it('frees the turn of a caller who stops halfway, or whose work fails', async () => {
    const turns = new Turns(1);
    const first = turns.inTurn(work('a'));
    await first.next();
    await first.return?.();
    expect(ended).toEqual(['a']);
    const begin = (): never => {
      throw new Error('failed');
    };
    const failing = turns.inTurn({ begin, isLight: true });
    await expect(failing.next()).rejects.toThrow('failed');
    expect(await all(turns.inTurn(work('b')))).toEqual(['b1', 'b2']);
  });

  it('passes a turn on from a caller who takes nothing, and says so', async () => {
    const turns = new Turns(1, { patienceMs: 0 });
    const first = turns.inTurn(work('a'));
    await first.next();
    expect(await all(turns.inTurn(work('b')))).toEqual(['b1', 'b2']);
    expect(ended).toContain('a');
    await expect(first.next()).rejects.toThrow('Nothing was taken');
  });

  it('frees a turn at once if its caller leaves while a piece is being made', async () => {
    const turns = new Turns(1);
    const begin = async function* (left: AbortSignal): AsyncGenerator<string> {
      await new Promise((_, reject) => {
        left.addEventListener('abort', () => {
          reject(new Error('broken off'));
        });
      });
      yield 'never';
    };
    const first = turns.inTurn({ begin, isLight: true });
    const never = first.next();
    await nextTurn();
    await first.return?.();
    expect(await never).toMatchObject({ done: true });
    expect(await all(turns.inTurn(work('b')))).toEqual(['b1', 'b2']);
  });

  it('passes a turn on from a slow caller, who continues beside the others', async () => {
    const turns = new Turns(1, { mostSlow: 1, slowMs: 0 });
    const first = turns.inTurn(work('a'));
    await first.next();
    expect(await all(turns.inTurn(work('b')))).toEqual(['b1', 'b2']);
    expect(await all(first)).toEqual(['a2']);
    const again = turns.inTurn(work('c'));
    await again.next();
    expect(await all(turns.inTurn(work('d')))).toEqual(['d1', 'd2']);
  });

  it('passes a turn on from a caller whose short waits add up', async () => {
    const turns = new Turns(1, { mostSlow: 1, slowMs: 100 });
    const begin = async function* (): AsyncGenerator<number> {
      for (let piece = 0; ; piece += 1) yield piece;
    };
    const first = turns.inTurn({ begin, isLight: true });
    const second = turns.inTurn(work('b')).next();
    for (let piece = 0; piece < 8; piece += 1) {
      await first.next();
      await sleep(20);
    }
    expect(await second).toEqual({ done: false, value: 'b1' });
    await first.return?.();
  });

  it('leaves a slow caller the turn if enough continue beside, or if the work is heavy', async () => {
    const turns = new Turns(2, { mostSlow: 1, slowMs: 0 });
    const [slow, slower] = [turns.inTurn(work('a')), turns.inTurn(work('b'))];
    for (const one of [slow, slower]) await one.next();
    const heavy = turns.inTurn(work('c', false));
    await heavy.next();
    const last = all(turns.inTurn(work('d')));
    await sleep(20);
    expect(begun).toEqual(['a', 'b', 'c']);
    await slow.return?.();
    await slower.return?.();
    expect(await last).toEqual(['d1', 'd2']);
  });
});
