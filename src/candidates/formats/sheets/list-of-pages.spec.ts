import { describe, expect, it } from '@jest/globals';
import { read, said } from '../read-candidates.builders.ts';

describe('a list of several pages', () => {
  const rows = ['N°;Nom;Prénom;CIN;Nationalité', '1;Alami;Hind;AB123456;Marocaine'];

  it('may have its header in capitals and without accents on the next page', async () => {
    const records = await read(
      [...rows, 'N°;NOM;PRENOM;CIN;NATIONALITE', '2;Tazi;Omar;BE1;MA'].join('\n'),
    );
    expect(records.map(({ draft }) => draft?.reference)).toEqual(['AB123456', 'BE1']);
  });

  it('may have lines of marks between its rows, which count as nobody and are not reported', async () => {
    const records = await read([rows[0], '---;:---:;----;---;===', rows[1]].join('\n'));
    expect(records.map(({ draft, row }) => [draft?.reference, row])).toEqual([['AB123456', 1]]);
  });

  it('may show how it is filled in, in a row that counts as nobody', async () => {
    const example = 'Exemple : DUPONT;Jean;AB1;FR';
    const records = await read(`Nom;Prénom;CIN;Nationalité\n${example}\nExemplar;Ali;AB2;MA\n`);
    expect(records.map(({ draft }) => draft?.reference)).toEqual([undefined, 'AB2']);
    expect(said(records, 'reject')).toEqual(['1 family_name row-of-example']);
  });
});
