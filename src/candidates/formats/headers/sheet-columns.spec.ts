import { describe, expect, it } from '@jest/globals';
import { read, said } from '../read-candidates.builders.ts';

const born = async (header: string, dates: readonly string[]): Promise<(string | null)[]> => {
  const rows = dates.map((date, at) => `R-${at};Alami;MA;${date}`);
  const records = await read([`Ref;Name;Nationality;${header}`, ...rows].join('\n'));
  return records.map(({ draft }) => draft?.birthOn ?? null);
};

describe('a column of dates', () => {
  it('is read with the month first if some of its dates can be read in no other way', async () => {
    const dates = ['03/04/1990', '05/17/1994', '11/25/1989 00:00:00', '1991-02-09', '25/12/1990'];
    expect(await born('DOB', dates.slice(0, 4))).toEqual([
      '1990-03-04',
      '1994-05-17',
      '1989-11-25',
      '1991-02-09',
    ]);
    // If some dates have the day first, the others are not guessed.
    expect(await born('DOB', dates)).toEqual([
      '1990-04-03',
      null,
      null,
      '1991-02-09',
      '1990-12-25',
    ]);
    expect(await born('DOB', ['03/04/1990', '17/05/1994'])).toEqual(['1990-04-03', '1994-05-17']);
  });

  it('is read with the month first or the day first if its header says so', async () => {
    const dates = ['05/06/1994', '1991-02-09'];
    for (const header of ['DOB (MM/DD/YYYY)', 'Date de naissance (mm-jj-aaaa)'])
      expect(await born(header, dates)).toEqual(['1994-05-06', '1991-02-09']);
    for (const header of ['DOB (DD/MM/YYYY)', 'Date de naissance (jj/mm/aaaa)'])
      expect(await born(header, dates)).toEqual(['1994-06-05', '1991-02-09']);
  });

  it('reports each date that was read with the month first', async () => {
    const records = await read(
      'Ref;Name;Nationality;DOB\nR-1;Alami;MA;05/17/1994\nR-2;Tazi;MA;1991-02-09\n',
    );
    expect(said(records, 'warn').filter((one) => one.includes('date'))).toEqual([
      '1 birth_date date-month-first',
    ]);
  });
});

describe('a name in several columns', () => {
  it.each([
    ['Primer Nombre;Segundo Nombre;Primer Apellido;Segundo Apellido', 'Juan;Carlos;Pérez;Gómez', 'Juan Carlos', 'Pérez Gómez'],
    ['Primer Nombre;Segundo Nombre;Primer Apellido;Segundo Apellido', 'María;;Rojas;', 'María', 'Rojas'],
    ['Apellido paterno;Apellido materno;Nombres', 'Quispe;Mamani;Rosa', 'Rosa', 'Quispe Mamani'],
    ['Surname;Given Name;Middle Name', 'DELA CRUZ;JUAN;SANTOS', 'JUAN SANTOS', 'DELA CRUZ'],
    ['Segundo Apellido;Apellido;Nombre', 'Gómez;;Juan', 'Juan', 'Gómez'],
    ['Nombre;Apellido Materno;Apellido Paterno', 'Ana;López;García', 'Ana', 'García López'],
    ["Прізвище / Surname;Ім'я / Name", 'Shevchenko;Taras', 'Taras', 'Shevchenko'],
    ['Middle Name;First Name;Surname', 'Marie;Ana;Cruz', 'Ana Marie', 'Cruz'],
  ])('is put together: %s', async (header, cells, givenName, familyName) => {
    const records = await read(`Ref;Nationality;${header}\nR-1;PE;${cells}\n`);
    expect(records[0]?.draft).toMatchObject({ givenName, familyName });
  }); // prettier-ignore

  it('tells two people apart who share one name and a date of birth', async () => {
    const rows = ['Juan;Pérez;Gómez;17/05/1994;CO', 'Ana;Pérez;Ruiz;17/05/1994;CO'];
    const header = 'Primer Nombre;Primer Apellido;Segundo Apellido;Fecha Nacimiento;Nacionalidad';
    const records = await read([header, ...rows].join('\n'));
    expect(new Set(records.map(({ draft }) => draft?.reference)).size).toBe(2);
  });

  it('is understood in the words of agencies in India and the Philippines', async () => {
    const header = 'Name as per Passport;DOB;Nationality;Mobile No;Email ID;Total Exp;Trade';
    const row = 'RAJESH KUMAR;17/05/1990;Indian;919812345678;rk@example.in;8 Yrs;Welder';
    const records = await read(`${header}\n${row}\n`);
    expect(records[0]?.draft).toMatchObject({
      familyName: 'RAJESH KUMAR',
      birthOn: '1990-05-17',
      nationalities: ['IN'],
      phone: '919812345678',
      email: 'rk@example.in',
      occupations: [{ years: 8 }],
    });
  });
});

describe('a column for each language', () => {
  it('is read with the level in its cells, beside a column of languages', async () => {
    const header =
      'Réf;Nom;Nationalité;Langues;Arabe;Niveau de français;Inglés (nivel);Espagnol;Italien';
    const records = await read(`${header}\nR-1;Alami;MA;de:A2;Langue maternelle;B2;A2;-;non\n`);
    expect(records[0]?.draft?.languages).toEqual([
      { code: 'de', level: 'A2' },
      { code: 'ar', level: 'C2' },
      { code: 'fr', level: 'B2' },
      { code: 'en', level: 'A2' },
    ]);
    expect(said(records, 'drop')).toEqual([]);
  });

  it('is asked about if its cells describe the level in words only', async () => {
    const records = await read('Réf;Nom;Nationalité;Français\nR-1;Alami;MA;courant\n');
    expect(records[0]?.findings[0]).toMatchObject({
      code: 'language-unreadable',
      value: 'fr:courant',
    });
  });
});
