import { describe, expect, it } from '@jest/globals';
import { read, said } from './read-candidates.builders.ts';

const welder = { isco: '7212', title: 'Soudeur' };
const plumber = { isco: '7126', title: 'Plombier' };

/** A header, a cell as agencies write it, what is read of it, and what is said. */
const cells: readonly [header: string, cell: string, facts: object, code: string | null][] = [
  ['Métier', '1. Soudeur 2. Plombier', { occupations: [welder, plumber] }, null],
  ['Métier', '"Soudeur\nPlombier"', { occupations: [welder, plumber] }, null],
  ['Métier', '7212 Soudeur', { occupations: [welder] }, null],
  ['Métier', '7212 - Soudeur', { occupations: [welder] }, null],
  ['Métier', '2 ans soudeur', { occupations: [{ title: '2 ans soudeur' }] }, null],
  ['Quel est votre métier actuel ?', 'Soudeur', { occupations: [welder] }, null],
  ['Téléphone', '6,12345678E+08', { phone: '612345678' }, null],
  ['Téléphone', '2,12612E+11', { phone: null }, 'number-rounded'],
  ['Téléphone', "'0612345678", { phone: '0612345678' }, null],
  ['Né le', "'17/05/1994", { birthOn: '1994-05-17' }, null],
  ['F. Nac.', '17/05/1994', { birthOn: '1994-05-17' }, null],
  ['Langues', '"Français B2\nArabe C2"', { languages: [{ code: 'fr', level: 'B2' }, { code: 'ar', level: 'C2' }] }, null],
  ['Langues', 'Arabe : Langue maternelle - Français : B1', { languages: [{ code: 'ar', level: 'C2' }, { code: 'fr', level: 'B1' }] }, null],
  ['Quelles langues parlez-vous ?', 'fr:B2', { languages: [{ code: 'fr', level: 'B2' }] }, null],
  ["Combien d'années d'expérience avez-vous ?", '4', { occupations: [] }, null],
  ['Permis', 'Permis B (obtenu en 2015)', { licences: ['B'] }, null],
  ['البلد المطلوب', 'إسبانيا', { desiredCountries: ['ES'] }, null],
]; // prettier-ignore

describe('a cell as agencies write it', () => {
  it.each(cells)('under %s: %s', async (header, cell, facts, code) => {
    const records = await read(`Réf;Nationalité;${header}\nR-1;MA;${cell}\n`);
    expect(records[0]?.draft).toMatchObject(facts);
    const others = said(records, 'drop').map((one) => one.split(' ').at(-1));
    expect(others).toEqual(code ? [code] : []);
  });

  it('is the same person by the number of a card, however that is written', async () => {
    const numbers = ['AB 123 456', 'ab123456', 'AB-123456', 'AB123456'];
    const rows = numbers.map((number) => `${number};MA`);
    const records = await read(['N° CIN;Nationalité', ...rows].join('\n'));
    expect(new Set(records.map(({ draft }) => draft?.reference))).toEqual(new Set(['AB123456']));
  });

  it('is refused for a reference that the spreadsheet has rounded: others have the same', async () => {
    const records = await read('Réf;Nationalité\n1,23457E+11;MA\n1,2E+01;MA\n');
    expect(said(records, 'reject')).toEqual(['1 reference number-rounded']);
    expect(records[1]?.draft?.reference).toBe('12');
  });

  it('is asked for under another header where no column is the nationality', async () => {
    const records = await read('Réf;Nom;Pays d’origine du candidat\nR-1;Alami;MA\n');
    expect(said(records, 'reject')).toEqual(['1 nationalities nationality-column-missing']);
  });
});
