import { describe, expect, it } from '@jest/globals';
import { read, said } from '../read-candidates.builders.ts';

describe('a column without a name', () => {
  it('is reported once, with the first value that would be lost', async () => {
    const rows = [';Réf;Nom;Nationalité;;Ville', '0;R-1;A;MA;;Fès', '1;R-2;B;MA;Soudeur;Salé'];
    const records = await read([...rows, '2;R-3;C;MA;Maçon;Safi'].join('\n'));
    expect(records.map(({ draft }) => draft?.residenceRegion)).toEqual(['Fès', 'Salé', 'Safi']);
    const told = records.flatMap(({ findings }) => findings).filter(({ code }) => code === 'column-unnamed');
    expect(told).toMatchObject([{ row: 2, path: 'column 5', value: 'Soudeur', severity: 'warn' }]);
  }); // prettier-ignore

  it('gets its name from a second row in which unknown names stand beside known ones', async () => {
    const rows = ['Réf;Nom;Nationalité;Informatique;;Langues;;Ville', ';;;Word;Excel;Arabe;Français;'];
    const records = await read([...rows, 'R-1;Alami;MA;oui;non;C2;B2;Fès'].join('\n'));
    expect(records).toHaveLength(1);
    expect(records[0]?.draft).toMatchObject({
      languages: [{ code: 'ar', level: 'C2' }, { code: 'fr', level: 'B2' }], residenceRegion: 'Fès',
    });
    expect(said(records, 'warn')).toEqual(['1 consent_purposes consent-missing']);
  }); // prettier-ignore
});
