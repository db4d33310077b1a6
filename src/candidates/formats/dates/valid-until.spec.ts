import { describe, expect, it } from '@jest/globals';
import { collect, inPieces, said } from '../read-candidates.builders.ts';

const today = '2026-11-29';
const read = async (header: string, cells: string) => {
  const text = `Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;${cells}\n`;
  const records = await collect(inPieces(text), { today });
  return { draft: records[0]?.draft, told: said(records, 'drop') };
};

describe('the last day of a licence or a permit in a column of its own', () => {
  it.each([
    ['Permis;Date de validité', 'B, C;12/05/2020'],
    ['Permis de conduire;Ville;Date de validité du permis', 'B;Fès;12/05/2020'],
    ["Permis B;Valable jusqu'au", 'oui;28/11/2026'],
    ['Driving licence;Expiry date', 'B;2020-05-12'],
    ['Carné de conducir;Válido hasta', 'B;12/05/2020'],
    ['Licencia de conducción;Vigencia licencia', 'B;12/05/2020'],
    ['رخصة السياقة;تاريخ الانتهاء', 'ب;١٢/٠٥/٢٠٢٠'],
  ])('leaves out what has expired, and reports it: %s', async (header, cells) => {
    const { draft, told } = await read(header, cells);
    expect(draft?.licences).toEqual([]);
    expect(told).toEqual(['1 licences not-held']);
  });

  it('applies to a residence permit too, and is not reported while that is valid', async () => {
    const header = 'Titre de séjour;Fin de validité';
    expect(await read(header, 'Espagne;12/05/2020')).toMatchObject({
      draft: { residencePermits: [] },
      told: ['1 residence_permits not-held'],
    });
    for (const until of ['29/11/2026', '12/05/2030', '', 'néant'])
      expect(await read(header, `Espagne;${until}`)).toMatchObject({
        draft: { residencePermits: ['ES'] },
        told: [],
      });
  });

  it('is reported if it cannot be read, but not for a candidate who holds no licence', async () => {
    expect(await read('Permis;Validité', 'B;illimitée')).toMatchObject({
      draft: { licences: ['B'] },
      told: ['1 licences date-unreadable'],
    });
    expect((await read('Permis;Validité', 'non;12/05/2020')).told).toEqual([]);
  });

  it('is not that of a passport, whose column may have the same name', async () => {
    const passport = 'Permis;Ville;N° passeport;Expiration';
    expect((await read(passport, 'B;Fès;AB1234567;12/05/2020')).draft?.licences).toEqual(['B']);
    const twice = 'Permis;Expiration;N° passeport;Expiration';
    expect((await read(twice, 'B;;AB1234567;12/05/2020')).draft?.licences).toEqual(['B']);
  });
});
