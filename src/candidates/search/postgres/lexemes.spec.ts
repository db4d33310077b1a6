import { describe, expect, it } from '@jest/globals';
import { deepFreeze } from '../../../platform/memory/cache-by-frozen-object.ts';
import { Lexemes, type LookUpStems } from './lexemes.ts';

const stemmers = deepFreeze(['english_stem']);
const both = deepFreeze(['plumber', 'welder']);
const one = deepFreeze(['welder']);
const stem: LookUpStems = (pairs) => Promise.resolve(pairs.map(([word]) => [word.slice(0, 4)]));

describe('the stems of documents', () => {
  it('are complete for a list that shares a word with another list', async () => {
    const lexemes = new Lexemes();
    await lexemes.of([{ words: [both, one], stemmers }], stem);
    expect(await lexemes.of([{ words: [one], stemmers }], stem)).toEqual(['{"welder","weld"}']);
  });

  it('are asked for again after a look-up that failed', async () => {
    const lexemes = new Lexemes();
    const fail = (): Promise<never> => Promise.reject(new Error('gone'));
    await expect(lexemes.of([{ words: [both, one], stemmers }], fail)).rejects.toThrow('gone');
    expect(await lexemes.of([{ words: [one], stemmers }], stem)).toEqual(['{"welder","weld"}']);
  });

  it('are right for each of two simultaneous callers', async () => {
    const lexemes = new Lexemes();
    const asked = [both, one].map((list) => lexemes.of([{ words: [list, one], stemmers }], stem));
    const [first, second] = await Promise.all(asked);
    expect([first, second]).toEqual([
      ['{"plumber","welder","plum","weld"}'],
      ['{"welder","weld"}'],
    ]);
  });
});
