import { describe, expect, it } from '@jest/globals';
import { read, said } from '../read-candidates.builders.ts';

const told = async (...lines: string[]) =>
  said(await read(lines.join('\n'))).filter((one) => one.includes('occupation'));

describe('a number of years of work without an occupation', () => {
  it('is reported once if no column holds the occupation', async () => {
    const header = 'Réf;Nom;Nationalité;Expérience;Métier demandé';
    expect(await told(header, 'R-1;Alami;MA;8 ans;Soudeur', 'R-2;Tazi;MA;4;Soudeur')).toEqual([
      '1 Expérience occupation-column-missing',
    ]);
  });

  it('is reported in the row if the cell of the occupation is empty', async () => {
    const header = 'Réf;Nom;Nationalité;Expérience;Métier';
    const rows = ['R-1;Alami;MA;8 ans;', 'R-2;Tazi;MA;0;', 'R-3;Naji;MA;;-', 'R-4;Fihri;MA;2;7212'];
    expect(await told(header, ...rows)).toEqual(['1 occupation_years years-of-no-occupation']);
  });
});

describe('a column of passports', () => {
  it.each([
    ['N° passeport', 'AB1234567', ['passport:AB1234567'], []],
    ['Passport No/No du passeport', 'passport:AB1234567', ['passport:AB1234567'], []],
    ['Passport', 'No', [], []],
    ['Passeport', 'oui', [], ['1 documents document-unreadable']],
    ['Passeport', '01/01/2030', [], ['1 documents document-unreadable']],
    ["Pièce d'identité", 'AB1234567', [], ['1 documents document-unreadable']],
  ])('is read under the header %s from %s as %j', async (header, cell, documents, dropped) => {
    const records = await read(`Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;${cell}\n`);
    expect(records[0]?.draft?.documents).toEqual(documents);
    expect(said(records, 'drop')).toEqual(dropped);
  });
});
