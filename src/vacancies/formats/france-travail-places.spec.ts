import { describe, expect, it } from '@jest/globals';
import { readVacancies } from './read-vacancies.ts';

async function placesOf(offer: object): Promise<unknown> {
  const input = (async function* () {
    yield Buffer.from(JSON.stringify(offer));
  })();
  for await (const { draft } of readVacancies(input)) return draft?.locations;
  return undefined;
}

describe('an offer of France Travail', () => {
  it.each([
    ['29 - BREST', { country: 'FR', city: 'BREST' }],
    ['2A - AJACCIO', { country: 'FR', city: 'AJACCIO' }],
    ['971 - POINTE-A-PITRE', { country: 'FR', city: 'POINTE-A-PITRE' }],
    ['Ile-de-France', { country: 'FR', city: 'Ile-de-France' }],
    ['13 - Aix-en-Provence', { country: 'FR', city: 'Aix-en-Provence' }],
    ['974 - LA REUNION', { country: 'FR', city: 'LA REUNION' }],
    ['La Réunion', { country: 'FR', city: 'La Réunion' }],
    ['Bretagne', { country: 'FR', city: 'Bretagne' }],
    ['France', { country: 'FR', city: null }],
    ['Belgique', { country: 'BE', city: null }],
  ])('is placed by the label %s', async (libelle, place) => {
    const offer = { id: '1', intitule: 'Soudeur', lieuTravail: { libelle } };
    expect(await placesOf(offer)).toMatchObject([place]);
  });
});
