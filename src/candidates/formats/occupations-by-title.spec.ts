import { describe, expect, it } from '@jest/globals';
import { titlesToRead } from './occupations-by-title.ts';
import { read } from './read-candidates.builders.ts';

const row = async (cell: string) =>
  (await read(`Ref;Nom;Nationalité;Métier;Expérience\nR-1;A;MA;"${cell}";4\n`))[0]?.draft;

describe('several trades in one cell', () => {
  it.each([
    ['Maçon, plâtrier, carreleur', ['7112', '7123', '7122']],
    ['Maçon / plâtrier', ['7112', '7123']],
    ['Albañil + fontanero', ['7112', '7126']],
  ])('are each read where each is known: %s', async (cell, isco) => {
    const { occupations = [] } = (await row(cell)) ?? {};
    expect(occupations.map((one) => one.isco)).toEqual(isco);
    expect(occupations.map(({ years }) => years)).toEqual([4, ...isco.slice(1).map(() => null)]);
  });

  it.each(['Sales and marketing manager', 'Chauffeur livreur'])(
    'are one where the whole is known: %s',
    async (cell) => {
      expect((await row(cell))?.occupations).toMatchObject([{ title: cell, years: 4 }]);
    },
  );

  it.each([
    'Animateur culturel, anglais',
    'Maçon et astrologue',
    'Accounting and finance manager',
    'Conducteur de bus et camion',
    'nurse and midwife',
    'Cuisinier - pâtissier',
  ])('stay one where a part is not known, or only words or a dash part them: %s', async (cell) => {
    expect((await row(cell))?.occupations).toMatchObject([{ title: cell, isco: null, years: 4 }]);
  });

  it('are wished for each, and their words are asked for beforehand', async () => {
    const [record] = await read('Ref;Nom;Nationalité;Métier souhaité\nR-1;A;MA;Maçon / plâtrier\n');
    expect(record?.draft?.desiredOccupations).toEqual(['7112', '7123']);
    const asked = titlesToRead({ occupations: [], desiredOccupations: ['Maçon / plâtrier'] });
    expect(asked).toEqual(['Maçon / plâtrier', 'Maçon', 'plâtrier']);
  });
});
