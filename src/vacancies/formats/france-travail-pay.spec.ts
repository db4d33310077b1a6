import { describe, expect, it } from '@jest/globals';
import { readFranceTravailOffer } from './france-travail-json.ts';

const read = (libelle: string) =>
  readFranceTravailOffer({ id: '1', intitule: 'Soudeur', salaire: { libelle } });

describe('the pay of an offer of France Travail', () => {
  it.each([
    ['Mensuel de 1923.00 Euros sur 12 mois', 1923, null, 'month'],
    ['Mensuel de 1 923,00 Euros à 2 100,00 Euros sur 12.0 mois', 1923, 2100, 'month'],
    ['Annuel de 30000.0 à 35000.0 Euros', 30_000, 35_000, 'year'],
    ['Horaire de 11.88 Euros', 11.88, null, 'hour'],
  ])('is read: %s', (words, min, max, interval) => {
    expect(read(words).draft?.pay).toEqual({ min, max, currency: 'EUR', interval });
  });

  it.each(['Annuel de 30 k€ à 35 k€', 'Cachet de 100 Euros', 'Selon profil'])(
    'is left out and reported: %s',
    (words) => {
      const { draft, findings } = read(words);
      expect(draft?.pay).toBeNull();
      expect(findings).toContainEqual(
        expect.objectContaining({ code: 'pay-unreadable', value: words }),
      );
    },
  );
});
