import { describe, expect, it } from '@jest/globals';
import { CompoundWords } from './compound-words.ts';

const words =
  'versicherung kaufmann bank maschine führer schweißer sjukhus chef verpleegkundige kinder';
const compounds = new CompoundWords(new Map(words.split(' ').map((word) => [word, 7])));

describe('a word', () => {
  it.each([
    ['versicherungskaufmann', ['versicherung', 'kaufmann']],
    ['bankkaufmann', ['bank', 'kaufmann']],
    ['maschinenführer', ['maschine', 'führer']],
    ['sjukhuschef', ['sjukhus', 'chef']],
    ['kinderverpleegkundige', ['kinder', 'verpleegkundige']],
    ['unterwasserschweißer', ['unterwasser', 'schweißer']],
  ])('is split by known words: %s', (word, parts) => {
    expect(compounds.split(word)).toEqual(parts);
  });

  it.each(['kaufmann', 'chef', 'bäcker', 'xkaufmann'])(
    'stays whole if it is no compound: %s',
    (word) => {
      expect(compounds.split(word)).toEqual([word]);
    },
  );
});
