import { describe, expect, it } from '@jest/globals';
import { isNotPeople } from './not-people.ts';
import { read, said } from '../read-candidates.builders.ts';
import { processorTime } from '../../../../test/support/suite/processor-time.ts';

const table = (...rows: string[]): string =>
  ['Réf;Nom;Prénom;Naissance;Nationalité;Métier', ...rows].join('\r\n');

describe('a printed list', () => {
  it('may repeat its title and header on each page, which count as nobody', async () => {
    const page = ['Liste des candidats;;', 'Agence de Fès;;12/11/2026', 'Réf;Nom;Nationalité'];
    const rows = [...page, 'R-1;Alami;MA', ...page, 'R-2;Tazi;MA', 'Agence de Fès;Naji;MA'];
    const records = await read(rows.join('\n'));
    expect(records.map(({ draft }) => draft?.familyName)).toEqual(['Alami', 'Tazi', 'Naji']);
  });
});

describe('a row under a list', () => {
  it.each([
    'TOTAL : 412',
    'TOTAL;412',
    'TOTAL;;;;;=SUM(F2:F9)',
    'Total;;;;;Err:522',
    ';;;;Total général :;412',
    'Sous-total page 3;25',
    '413;TOTAL',
    'Elaborado por: Lic. Marta Cruz;;;Vo.Bo.',
    'Vérifié par : le service emploi',
    'Nombre total de candidats : 412',
    'Nombre de candidats : 412',
    'Effectif;412 personnes',
    'Total number of candidates: 412',
    'Grand total;1,204',
    'Subtotal;;;12',
    'Grand Count;;;12',
    'Cuenta general;12',
    'Número total de candidatos: 412',
    'Gran total;412',
    'Total hombres : 200',
    'المجموع: ٤١٢',
    'العدد الإجمالي;412',
    'إجمالي العدد;412',
    'عدد المترشحين : 412',
    'المجموع العام',
    'Fait à Rabat le 12/11/2026',
    'Fait à Rabat, le;12/11/2026',
    'Fait à Fès le ........',
    'Hecho en Bogotá, a 12 de noviembre de 2026',
    'Done at Tunis on 12 November 2026',
    'حرر بالرباط في 12/11/2026',
    'Dakar, le 12 novembre 2026',
    'Imprimé le 12/11/2026',
    'Le Directeur',
    "Le Chef d'agence;;;La Directrice générale",
    'El Director General',
    'The Director',
    'Pour le Directeur',
    'المدير العام',
    'Signature et cachet',
    'Signature du directeur',
    'Firma y sello',
    'Signature and stamp',
    'التوقيع والختم',
    'Fin de la liste',
    'نهاية القائمة',
    '*** FIN ***',
    '* CIN: carte nationale',
    '(1) NR = non renseigné',
    'N.B. : sous réserve de la visite',
    'Nota: sujeto a cambios',
    'Note: to be confirmed',
    'ملاحظة: القائمة مؤقتة',
    'Page 1/12',
    'Página 1 de 3',
    'صفحة 1 من 3',
    'Arrêté la présente liste à 412 candidats',
  ])('is passed over, and reported: %s', async (row) => {
    const records = await read(table('R-1;Alami;Hind;17/05/1994;Maroc;Infirmière', row));
    expect(records.map(({ draft, passedOver }) => [draft?.reference, passedOver])).toEqual([
      ['R-1', false],
      [undefined, true],
    ]);
    const found = records[1]?.findings;
    expect(found).toMatchObject([{ row: 2, severity: 'drop', code: 'row-passed-over' }]);
    expect(found?.[0]?.path).not.toBe('');
    expect(found?.[0]?.value).toBe(row.split(';').filter(Boolean).join(' | '));
  });

  it.each([
    'Nombre Fès;12',
    'Total Fès;;;12',
    ';;;;Nombre Fès;1',
    'Total agence Fès : 12;;;12',
    'Total de Fès;12',
    'Fès Count;12',
    'FES Total;12',
    'Cuenta Fès;12',
    'عدد فاس;12',
  ])('is passed over if it counts the group of the candidate above it: %s', async (row) => {
    const records = await read(table('R-1;Alami;Hind;;Maroc;', 'R-2;Tazi;فاس;;Maroc;Fès', row));
    expect(records.map(({ passedOver }) => passedOver)).toEqual([false, false, true]);
  });

  it.each([
    'Sous-total Rabat',
    'Sous-total Rabat;12',
    'Sous-total agence de Casablanca : 12',
    'Subtotal Bogotá;12',
    'Sub-total Cairo office;12',
  ])('is passed over as a subtotal in the middle of a list: %s', async (row) => {
    const records = await read(table('R-1;Alami;;;Maroc;', row, 'R-2;Tazi;;;Maroc;'));
    expect(records.map(({ passedOver }) => passedOver)).toEqual([false, true, false]);
  });

  it.each([
    'Nombre Diop;12',
    'Total Fès',
    'Total Fès;;;17/05/1994',
    'Total Fès;;;;Maroc;12',
    'Nombre Fès;0612345678',
    'Alami Total;12',
  ])('is refused as a row of a person unless it only counts that group: %s', async (row) => {
    const records = await read(table('R-1;Tazi;Hind;;Maroc;Fès', row));
    expect(records.map(({ passedOver }) => passedOver)).toEqual([false, false]);
    expect(said(records, 'reject')).not.toEqual([]);
  });

  it('is passed over even if it stands after the last column', async () => {
    const [record] = await read(table(';;;;;;;;Le Directeur'));
    expect(record?.passedOver).toBe(true);
  });

  it.each([
    'Total;Hind;;17/05/1994;',
    'Total;;;17/05/1994',
    'Total;Alami',
    'Total;06 12 34 56 78',
    '412',
    ';;;12/11/2026',
    ';Le Directeur;Omar',
    'Directeur',
    ';;;;;Chef de rang',
    '* Alami Hind',
    '* Alami Hind : infirmière',
    '(1) Alami Hind',
    '1) Alami',
    'Fait',
    'NB : Alami Hind, 06 12 34 56 78',
    'Note : hind@example.org',
    'Rabat;12/11/2026',
    'Alami née le 17/05/1994',
    'Alami, née le 17/05/1994',
    'FES',
    'Page;1',
    'Numéro 5',
    'R-2;Fait;Hind;;;',
    'حرر',
    'المدير الحسن بن علي بن محمد بن أحمد العلوي المدغري',
  ])('is refused as a row of a person if it may be one: %s', async (row) => {
    const records = await read(table(row));
    expect(records.map(({ passedOver }) => passedOver)).toEqual([false]);
    expect(said(records, 'reject')).not.toEqual([]);
  });

  it('is passed over only if no person can be read from it', async () => {
    const [record] = await read(table('R-1;Total;Note: Hind;;Maroc;Le Directeur'));
    expect(record?.draft).toMatchObject({ familyName: 'Total', nationalities: ['MA'] });
  });

  it.each([
    'Le Président Ba',
    'Total',
    'Le Directeur Alami',
    'Fin',
    'Visa',
    'Page',
    'Cachet',
    'Note',
    'المدير الحسن',
    'المجموع',
    'Firma',
    'Effectif',
    'Directeur',
    'Le Guen',
  ])(
    'is not passed over for a name that is only a word of such rows, with a trade: %s',
    async (name) => {
      const trades = ['Soudeur', 'Directeur', 'Chef de rang', '7212', 'لحام', 'Secretaria'];
      const records = await read(table(...trades.map((trade) => `;${name};;;;${trade}`)));
      const found = records.map(({ passedOver }, at) => (passedOver ? trades[at] : null));
      // A total with a figure beside it is a total, whichever column has the figure.
      const figures = ['Total', 'المجموع', 'Effectif'].includes(name) ? ['7212'] : [];
      expect(found.filter(Boolean)).toEqual(figures);
    },
  );

  it('is recognised quickly, however long it is', () => {
    const startedAt = processorTime();
    for (const word of ['total ', '* a', 'le directeur ', 'fait a ', '1 ', '(1) a : '])
      isNotPeople([word.repeat(40_000)]);
    expect(processorTime() - startedAt).toBeLessThan(500);
  });
});
