import { describe, expect, it } from '@jest/globals';
import { collect, inPieces, read, said } from '../read-candidates.builders.ts';

describe('a second table under the first', () => {
  // prettier-ignore
  const sheet = [
    'Réf;Nom;Prénom;Nationalité', 'S-1;Alami;Ali;Maroc', ';;;', 'Infirmières;;;',
    'Réf;Prénom;Nom;Nationalité', 'I-1;Hind;Bennani;Maroc', 'I-2;Sara;Tazi;Maroc',
  ].join('\n');

  it('is not read by the headers of the first, and is reported row by row', async () => {
    const records = await read(sheet);
    expect(records.flatMap(({ draft }) => draft?.reference ?? [])).toEqual(['S-1']);
    expect(records.map(({ passedOver }) => passedOver)).toEqual([false, false, true, false, false]);
    // prettier-ignore
    expect(said(records).filter((one) => one.includes('table-below'))).toEqual([
      '3 Réf table-below', '4 Réf table-below', '5 Réf table-below',
    ]);
  });

  it('is one table when its failed rows are sent again', async () => {
    const sources = (await read(sheet)).slice(3).map(({ source }) => source);
    expect(sources[0]).toEqual({
      names: ['Réf', 'Prénom', 'Nom', 'Nationalité'],
      cells: ['I-1', 'Hind', 'Bennani', 'Maroc'],
      surplus: {},
    });
  });

  it('ends where the header of the first is repeated, or a third begins', async () => {
    const again = [sheet, 'Réf;Nom;Prénom;Nationalité', 'S-2;Idrissi;Adil;Maroc'];
    const third = ['Nationalité;Téléphone;Nom;Réf', 'Maroc;0612345678;Chraibi;T-1', 'Total;3;;'];
    const records = await read([...again, ...third].join('\n'));
    expect(records.flatMap(({ draft }) => draft?.familyName ?? [])).toEqual(['Alami', 'Idrissi']);
    expect(records.at(-2)?.source).toEqual({
      names: ['Nationalité', 'Téléphone', 'Nom', 'Réf'],
      cells: ['Maroc', '0612345678', 'Chraibi', 'T-1'],
      surplus: {},
    });
    expect(records.at(-1)).toMatchObject({ passedOver: true });
  });

  it('is not assumed if a header of two rows is repeated', async () => {
    const twice = ['Réf;Nom;Nationalité;Date de naissance;;', ';;;Jour;Mois;Année'];
    const rows = [...twice, 'R-1;Alami;Maroc;17;5;1994', ...twice, 'R-2;Tazi;Maroc;3;4;1990'];
    const records = await read(rows.join('\n'));
    expect(records.flatMap(({ draft }) => draft?.birthOn ?? [])).toEqual([
      '1994-05-17',
      '1990-04-03',
    ]);
  });
});

describe('a list as it is passed on', () => {
  it('is read as a table below a line that a messenger wrote', async () => {
    const lines = ['[12/11/2026 09:14] Awa Diop: liste des maçons', 'Réf,Nom,Nationalité'];
    const records = await read([...lines, 'R-1,Ndiaye,Sénégalaise'].join('\n'));
    expect(records[0]?.draft).toMatchObject({ reference: 'R-1', nationalities: ['SN'] });
  });

  it('gets one finding for a heading within it, and its rows are read', async () => {
    const rows = ['SOUDEURS;;;', 'S-1;Alami;Maroc;', ';;;CUISINE', 'I-1;Tazi;Maroc;'];
    const records = await read(['Réf;Nom;Nationalité;Ville', ...rows].join('\n'));
    expect(records.flatMap(({ draft }) => draft?.reference ?? [])).toEqual(['S-1', 'I-1']);
    expect(said(records, 'reject')).toEqual(['1 Réf row-of-one-cell', '3 Ville row-of-one-cell']);
  });

  it('gets the same finding when such a row is sent again with its error columns', async () => {
    const header = 'Réf;Nom;Nationalité;error_row;error_code;error_message';
    const records = await read(`${header}\nSOUDEURS;;;1;row-of-one-cell;Une seule cellule\n`);
    expect(said(records, 'reject')).toEqual(['1 Réf row-of-one-cell']);
  });

  it.each(['Ex. R-0001', 'Exemple : R-1', 'p. ej.: 1', 'مثال 1'])(
    'may contain an example of how it is filled in, which counts as nobody: %s',
    async (reference) => {
      const records = await read(`Réf;Nom;Nationalité\n${reference};Dupont;FR\nEX-1;Alami;MA\n`);
      expect(said(records, 'reject')).toEqual(['1 reference row-of-example']);
      expect(records[1]?.draft?.reference).toBe('EX-1');
    },
  );

  it('may contain the example of our template word for word, which counts as nobody too', async () => {
    const header = 'Référence;Prénom;Nom de famille;Nationalité;Métier';
    const rows = ['R-0001;Hind;Alami;MA;2221', 'R-0001;Hind;Tazi;MA;2221'];
    const records = await read([header, ...rows].join('\n'));
    expect(said(records, 'reject')).toEqual(['1 reference row-of-example']);
    expect(records[1]?.draft).toMatchObject({ reference: 'R-0001', familyName: 'Tazi' });
  });

  it('is told once if nobody has a family name, with the columns that were not understood', async () => {
    const rows = ['Total;2;;', 'R-1;DIALLO;Awa;Mali', 'R-2;DIALLO;Ali;Mali'];
    const records = await read(['Réf;Bénéficiaire;Prénom;Nationalité', ...rows].join('\n'));
    const told = records.flatMap(({ findings }) =>
      findings.filter(({ code }) => code === 'family-name-column-missing'),
    );
    expect(told).toMatchObject([{ row: 2, path: 'Prénom', value: 'Bénéficiaire' }]);
    expect(records[1]?.draft).toMatchObject({ givenName: 'Awa', familyName: null });
    const whole = await read('Réf;Nom complet;Nationalité\nR-1;Suharto;Indonésie\n');
    expect(said(whole, 'warn')).toEqual(['1 consent_purposes consent-missing']);
  });

  it('may have notes under its headers, which count as nobody', async () => {
    const notes = '(texte);(obligatoire);(pays);(jj/mm/aaaa);[ans]';
    const lines = [
      'Réf;Nom;Nationalité;Naissance;Expérience',
      notes,
      'R-1;Alami;Maroc;17/05/1994;4',
    ];
    const records = await read(lines.join('\n'));
    expect(records.map(({ draft }) => [draft?.birthOn, draft?.nationalities])).toEqual([
      ['1994-05-17', ['MA']],
    ]);
  });

  it('is refused if the table lies on its side, with the advice to turn it', async () => {
    const text =
      'Nom;Alami;Tazi\nPrénom;Hind;Omar\nNationalité;Maroc;Maroc\nMétier;Soudeur;Maçon\n';
    await expect(collect(inPieces(text))).rejects.toMatchObject({ code: 'csv-on-its-side' });
  });
});

describe('a cell of a narrow table', () => {
  const cells = async (header: string, row: string) =>
    (await read(`Ref;Name;${header}\nR-1;Alami;${row}\n`))[0]?.draft;

  it.each([
    ['17/05/1994 à Fès', '1994-05-17'],
    ['"17/05/1994\nFès"', '1994-05-17'],
    ['née le 17 mai 1994, Fès', '1994-05-17'],
    ['Fès, 17-05-1994', '1994-05-17'],
    ['١٧/٠٥/١٩٩٤ بفاس', '1994-05-17'],
    ['17 mai 1994', '1994-05-17'],
    ['jeudi 17 mai 1994', '1994-05-17'],
    ['"Thursday, May 17, 1994"', '1994-05-17'],
    ['19940517', '1994-05-17'],
    ['17051994', '1994-05-17'],
    ['17131994', null],
    ['1994-05-17T00:00:00Z', '1994-05-17'],
    ['17/05/1994 ou 18/05/1994', null],
    ['Fès 3, 17/05/1994', null],
    ['né en 1994', null],
  ])('may hold a date of birth with its place: %s', async (cell, birthOn) => {
    const draft = await cells('Nationality;Date et lieu de naissance', `MA;${cell}`);
    expect(draft?.birthOn).toBe(birthOn);
  });

  it('is put together if a line break splits it', async () => {
    const [record] = await read(
      'Ref;Name;Nationality;Job\nR-1;"EL ALAOUI\nHind";"Maro-\ncaine";"Aide-\nsoignante"\n',
    );
    // prettier-ignore
    expect(record?.draft).toMatchObject({
      familyName: 'EL ALAOUI Hind', nationalities: ['MA'],
      occupations: [{ title: 'Aide-soignante' }],
    });
  });

  it('answers yes or no in a column of one licence, and anything else is reported', async () => {
    const licences = 'Nationality;Permis B;Permis de conduire catégorie C;رخصة السياقة D';
    expect((await cells(licences, 'MA;oui;non;X'))?.licences).toEqual(['B', 'D']);
    const others = 'Ref;Name;Nationality;Permis B;Permis C;Permis D';
    const [record] = await read(`${others}\nR-1;Alami;MA;en cours;12/05/2015;oui (2015)\n`);
    expect(record?.draft?.licences).toEqual(['C 12-05-2015', 'D']);
    expect(record?.findings).toMatchObject([
      { code: 'not-held', value: 'B en cours' },
      { code: 'licence-unknown', value: 'C 12-05-2015' },
      { code: 'consent-missing' },
    ]);
  });

  it('is the first telephone number that is given', async () => {
    const header = 'Nationality;Téléphone;Mobile;Tél 2';
    expect(await cells(header, 'MA;;0612345678;0698765432')).toMatchObject({ phone: '0612345678' });
  });

  it.each(['M. Alami', 'Mme Alami', 'Mlle. Alami', 'Mrs Alami', 'Sra. Alami', 'Alami'])(
    'is read as a name without words that tell the sex: %s',
    async (name) => {
      const records = await read(`Ref;Nom;Nationalité\nR-1;${name};MA\nR-2;M Alami;MA\n`);
      expect(records.map(({ draft }) => draft?.familyName)).toEqual(['Alami', 'M Alami']);
    },
  );

  it('is read with the plus in front of a telephone number, and as no residence permit if it says no', async () => {
    const draft = await cells('Nationality;Phone;Titre de séjour', 'MA;212612345678+;non');
    expect(draft).toMatchObject({ phone: '+212612345678', residencePermits: [] });
  });
});

describe('experience in months', () => {
  const years = async (header: string, cells: string) => {
    const records = await read(
      `Ref;Name;Nationality;Job;${header}\nR-1;Alami;MA;Welder;${cells}\n`,
    );
    return records[0]?.draft?.occupations[0]?.years;
  };

  it.each([
    ['Experience (months)', '36', 3],
    ['Expérience (mois)', '18 mois', 1.5],
    ['Experiencia (meses)', 'más de 60', 5],
    ['Experiencia (meses)', '2 años', 2],
    ['Experiencia (meses)', '2015-2019', 4],
    ['Experiencia (meses)', 'sin experiencia', 0],
    ['Expérience en mois;Expérience', '6;2', 2.5],
    ['Expérience (années);Expérience (mois)', '2;6', 2.5],
    ['Expérience (années);Expérience (mois)', ';18', 1.5],
    ['Experiencia (años);Experiencia (meses)', '2 años;', 2],
    ['الخبرة (أشهر)', '٦', 0.5],
    ['Expérience (ans)', '3', 3],
  ])('is counted in years: %s, %s', async (header, cells, told) => {
    expect(await years(header, cells)).toBe(told);
  });
});

describe('a header as agencies write it', () => {
  it.each([
    ['Réf;Nom 1;Prénom 1;Nom 2;Prénom 2;Nationalité', 'C-1;Alami;Hind;Tazi;Omar;Maroc', 'name-column-missing'],
  ])('gives neither of two people in a row a name: %s', async (header, row, code) => {
    expect(said(await read(`${header}\n${row}\n`), 'reject').join()).toContain(code);
  });

  it.each([
    ["S.N.,Applicant's Name,Nationality,DOB (BS),DOB (AD)", '1,Ram Thapa,Nepali,2050-02-03,1993-05-16', 'Ram Thapa', '1993-05-16'],
    ['No,Full Name,Nationality,DOB (E.C.),DOB (G.C.)', '1,Abebe Kebede,Ethiopian,12/05/1982,20/01/1990', 'Abebe Kebede', '1990-01-20'],
    ["Nom de naissance,Nom d'usage,Prénom,Naissance,Nationalité", 'Ben Amor,Martin,Sonia,05/12/1986,Tunisie', 'Ben Amor', '1986-12-05'],
    ['¿Cuál es su nombre completo?,Número de documento,F. Nacim.,Nacionalidad', 'Ana Ruiz,1.020.333,17/05/1990,Colombia', 'Ana Ruiz', '1990-05-17'],
    ['اسم المترشح,الجنسية,تاريخ الميلاد (هجري),تاريخ الميلاد', 'محمد بن علي,مصري,15/03/1410,16/10/1989', 'محمد بن علي', '1989-10-16'],
  ])('is understood: %s', async (header, row, familyName, birthOn) => {
    const records = await read(`${header}\n${row}\n`);
    expect(records[0]?.draft).toMatchObject({ familyName, birthOn });
  });
}); // prettier-ignore

describe('a column that looks like another', () => {
  const draftOf = async (...lines: string[]) => (await read(lines.join('\n')))[0]?.draft;

  it('is ignored if the real column is there, and read if it is not', async () => {
    const header = 'Réf;Nom de naissance;Nom;Nationalité;Position;Métier';
    const both = await draftOf(header, 'R-1;Tazi;Alami;Maroc;1;Soudeur');
    expect(both).toMatchObject({ familyName: 'Alami', occupations: [{ title: 'Soudeur' }] });
    expect(await draftOf('Réf;Nom de naissance;Nationalité', 'R-1;Tazi;Maroc')).toMatchObject({
      familyName: 'Tazi',
    });
    const documents = 'Número de documento;Nº expediente;Apellido;Nacionalidad';
    expect(await draftOf(documents, 'AB12;E-7;Rojas;Perú')).toMatchObject({ reference: 'E-7' });
  });

  it.each([
    ['Expérience (ans ou mois)', '4', 4],
    ['Experience (years and months)', '3', 3],
    ['Expérience en mois', '36', 3],
  ])('is read under the header %s from %s as %d years', async (header, cell, years) => {
    const draft = await draftOf(`Réf;Nom;Nationalité;Métier;${header}`, `R;A;Maroc;7212;${cell}`);
    expect(draft?.occupations).toMatchObject([{ years }]);
  });

  it.each([
    ['2 ans', '24', 2],
    ['2', '6', 2.5],
  ])('reads %s of experience and %s months as %d years', async (years, months, read) => {
    const header = 'Réf;Nom;Nationalité;Métier;Expérience;Expérience en mois';
    const draft = await draftOf(header, `R;A;Maroc;7212;${years};${months}`);
    expect(draft?.occupations).toMatchObject([{ years: read }]);
  });

  it.each([
    ['Date de naissance (AAAA-MM-JJ)', '03/04/1990', '1990-04-03'],
    ['DOB (MM/DD/YYYY)', '03/04/1990', '1990-03-04'],
    ['DOB (mm/dd/yyyy)', '25/04/1990', '1990-04-25'],
    ['Date de naissance', 'avant 01/01/1990', null],
    ['Date et lieu de naissance', 'né le 3 avril 1990, Salé', '1990-04-03'],
  ])('is read under the header %s from %s as %s', async (header, cell, birthOn) => {
    const draft = await draftOf(`Réf;Nom;Nationalité;${header}`, `R;A;Maroc;"${cell}"`);
    expect(draft?.birthOn).toBe(birthOn);
  });

  it('keeps names and references that look like something else', async () => {
    const draft = await draftOf('Réf;Nom;Prénom;Nationalité', 'EX.2024/01;A;السيد أحمد;مصر');
    expect(draft).toMatchObject({ reference: 'EX.2024/01', givenName: 'السيد أحمد' });
  });
});
