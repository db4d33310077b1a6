import { afterAll, describe, expect, it } from '@jest/globals';
import { runTypescript } from '../../../../test/support/processes/run-typescript.ts';
import { builtInReader } from '../built-in-titles.ts';
import type { AskedWords } from './name-readers.ts';
import { OwnNames } from './own-names.ts';

const words = ['Infirmière', 'soudeur', 'plombero', 'chef de rang', 'Zimmermann', 'كهربائي'];

describe('our own names', () => {
  const names = new OwnNames(runTypescript);

  afterAll(() => names.stop());

  it.each([
    ['few, here', 1],
    ['many, in a thread', 5],
  ])('gives the answers of the built-in reader: %s', async (_, times) => {
    const titles = Array.from({ length: times }, (_, at) =>
      words.map((word): AskedWords => [`${word} ${at}`, at === 0 ? 'fr' : null]),
    ).flat();
    const answer = await names.answer({ titles, skills: [['listen', null]] });
    expect(answer.titles).toEqual(titles.map((asked) => builtInReader.read(...asked)));
    expect(answer.skills).toEqual([null]);
  });
});
