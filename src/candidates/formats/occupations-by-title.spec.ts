import { describe, expect, it } from '@jest/globals';
import { titlesToRead } from './occupations-by-title.ts';
import { read } from './read-candidates.builders.ts';

const row = async (cell: string) =>
  (await read(`Ref;Nom;Nationalité;Métier;Expérience\nR-1;A;MA;"${cell}";4\n`))[0]?.draft;

describe('a cell of several trades', () => {
  it.each([
    ['Maçon, plâtrier, carreleur', ['7112', '7123', '7122']],
    ['Maçon / plâtrier', ['7112', '7123']],
    ['Albañil + fontanero', ['7112', '7126']],
  ])('is read as several if each is known: %s', async (cell, isco) => {
    const { occupations = [] } = (await row(cell)) ?? {};
    expect(occupations.map((one) => one.isco)).toEqual(isco);
    expect(occupations.map(({ years }) => years)).toEqual([4, ...isco.slice(1).map(() => null)]);
  });

  it.each(['Sales and marketing manager', 'Chauffeur livreur'])(
    'is read as one if the whole is known: %s',
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
  ])(
    'stays one title if a part is unknown, or if only words or a dash separate the parts: %s',
    async (cell) => {
      expect((await row(cell))?.occupations).toMatchObject([{ title: cell, isco: null, years: 4 }]);
    },
  );

  it('is read as several wishes, and its words are asked for beforehand', async () => {
    const [record] = await read('Ref;Nom;Nationalité;Métier souhaité\nR-1;A;MA;Maçon / plâtrier\n');
    expect(record?.draft?.desiredOccupations).toEqual(['7112', '7123']);
    const asked = titlesToRead({ occupations: [], desiredOccupations: ['Maçon / plâtrier'] });
    expect(asked).toEqual(['Maçon / plâtrier', 'Maçon', 'plâtrier']);
  });
});
