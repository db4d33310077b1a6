import { beforeEach, describe, expect, it } from '@jest/globals';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Turns } from './turns.ts';

describe('turns', () => {
  const begun: string[] = [];
  const ended: string[] = [];

  /** Two pieces for `name`, for whoever has the turn. */
  const work = (name: string) =>
    async function* () {
      begun.push(name);
      try {
        yield `${name}1`;
        yield `${name}2`;
      } finally {
        ended.push(name);
      }
    };

  const all = async (pieces: AsyncIterable<string>): Promise<string[]> => {
    const got: string[] = [];
    for await (const piece of pieces) got.push(piece);
    return got;
  };

  beforeEach(() => {
    for (const names of [begun, ended]) names.splice(0);
  });

  it('are had by so many at once, and by the others in their order', async () => {
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

  it('are left at once by who waits no longer, who begins nothing', async () => {
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

  it('are free again after who stops halfway, or whose work fails', async () => {
    const turns = new Turns(1);
    const first = turns.inTurn(work('a'));
    await first.next();
    await first.return?.();
    expect(ended).toEqual(['a']);
    const failing = turns.inTurn(() => {
      throw new Error('failed');
    });
    await expect(failing.next()).rejects.toThrow('failed');
    expect(await all(turns.inTurn(work('b')))).toEqual(['b1', 'b2']);
  });

  it('pass on from who takes nothing, and is told so', async () => {
    const turns = new Turns(1, 0);
    const first = turns.inTurn(work('a'));
    await first.next();
    expect(await all(turns.inTurn(work('b')))).toEqual(['b1', 'b2']);
    expect(ended).toContain('a');
    await expect(first.next()).rejects.toThrow('Nothing was taken');
  });
});
