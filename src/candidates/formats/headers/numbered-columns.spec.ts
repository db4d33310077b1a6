import { describe, expect, it } from '@jest/globals';
import { mapHeaders } from './header-mapping.ts';
import { read } from '../read-candidates.builders.ts';

const one = async (header: string, cells: string) =>
  (await read(`Ref;Nationality;${header}\nR-1;MA;${cells}\n`))[0];

/** Returns what was left out of the only row. */
const dropped = async (header: string, cells: string) =>
  (await one(header, cells))?.findings
    .filter(({ severity }) => severity === 'drop')
    .map(({ code, value }) => [code, value]);

const born = async (header: string, cells: string) =>
  (await one(`Name;${header}`, `Alami;${cells}`))?.draft?.birthOn;

describe('a date of birth in three columns', () => {
  it.each([
    ['Jour de naissance;Mois de naissance;Année de naissance', '17;05;1994'],
    ['Jour naiss.;Mois naiss.;Année naiss.', '17;mai;1994'],
    ['Jour;Mois;Année de naissance', '17;5;1994'],
    ['Naissance (jour);Naissance (mois);Naissance (année)', '17;5;1994'],
    ['Date de naissance (jour);Date de naissance (mois);Date de naissance (année)', '17;5;1994'],
    ['Birth Month;Birth Day;Birth Year', 'May;17;1994'],
    ['Año de nacimiento;Mes de nacimiento;Día de nacimiento', '1994;mayo;17'],
    ['يوم الميلاد;شهر الميلاد;سنة الميلاد', '١٧;ماي;١٩٩٤'],
  ])('is put together: %s', async (header, cells) => {
    expect(await born(header, cells)).toBe('1994-05-17');
  });

  it('is put together under a merged heading', async () => {
    const rows = ['Ref;Nationality;Name;Date de naissance;;;Ville', ';;;Jour;Mois;Année;'];
    const records = await read([...rows, 'R-1;MA;Alami;17;05;1994;Fès'].join('\n'));
    expect(records[0]?.draft).toMatchObject({ birthOn: '1994-05-17', residenceRegion: 'Fès' });
    const under = [';;;Naissance;;;Résidence', 'Ref;Nationality;Name;Jour;Mois;Année;Ville'];
    const others = await read([...under, 'R-1;MA;Alami;17;05;1994;Fès'].join('\n'));
    expect(others[0]?.draft).toMatchObject({ birthOn: '1994-05-17', residenceRegion: 'Fès' });
  });

  it('is put together under a merged heading, beside a unit alone', async () => {
    const rows = [
      'Ref;Nationality;Name;Date de naissance;;;Salaire souhaité',
      ';;;Jour;Mois;Année;(€)',
    ];
    const records = await read([...rows, 'R-1;MA;Alami;17;05;1994;2000 EUR/mois'].join('\n'));
    expect(records).toHaveLength(1);
    expect(records[0]?.draft).toMatchObject({ birthOn: '1994-05-17' });
  });

  it('is not read into a row below the header that has only a stray quote', async () => {
    const records = await read('Ref;Name;Nationality;Langues\n;;;""""\n;;;-');
    expect(records.map(({ findings }) => findings.map(({ code }) => code))).toEqual([
      ['row-of-one-cell'],
      ['row-of-one-cell'],
    ]);
  });

  it('is left out and reported if a part is missing or says nothing', async () => {
    const header = 'Name;Jour naissance;Mois naissance;Année naissance';
    for (const cells of [
      'Alami;;05;1994',
      'Alami;17;;1994',
      'Alami;31;02;1994',
      'Alami;17;05;15',
    ]) {
      expect((await one(header, cells))?.draft?.birthOn).toBeNull();
      expect(await dropped(header, cells)).toMatchObject([['date-unreadable', expect.any(String)]]);
    }
    expect(await dropped(header, 'Alami;;;')).toEqual([]);
  });

  it('is only suggested if no column mentions birth, and read once that was taught', () => {
    const headers = ['Nom', 'Jour', 'Mois', 'Année'];
    expect(mapHeaders(headers).slice(1)).toEqual(
      headers.slice(1).map((header) => ({
        header,
        column: null,
        how: 'unknown',
        suggested: 'birth_date',
      })),
    );
    const words = new Map(['jour', 'mois', 'annee'].map((word) => [word, 'birth_date'] as const));
    expect(mapHeaders(headers, words).map(({ part }) => part)).toEqual([
      undefined,
      'day',
      'month',
      'year',
    ]);
  });

  it('gives way to a single column of the date', async () => {
    expect(await born('Date de naissance;Jour naissance;Mois naissance;Année naissance', '17/05/1994;1;1;2000')).toBe('1994-05-17');
  }); // prettier-ignore
});

describe('a set of numbered columns', () => {
  it('gives occupations, skills and diplomas in order, with the years of the first', async () => {
    const header =
      'Name;Métier 2;Métier 1;Expérience;Compétence 1;Compétence n°2;Diplôme 1;Diplôme 2';
    const record = await one(header, 'Alami;Plombier;Soudeur;4;TIG;MAG;CAP;BTS');
    expect(record?.draft?.occupations).toMatchObject([
      { title: 'Soudeur', years: 4 },
      { title: 'Plombier', years: null },
    ]);
    expect(record?.draft?.skills.map(({ label }) => label)).toEqual(['TIG', 'MAG']);
    expect(record?.draft?.qualifications).toEqual(['CAP', 'BTS']);
  });

  it.each([
    'Name;Langue 1;Niveau 1;Langue 2;Niveau 2',
    'Name;Idioma 1;Nivel 1;Idioma 2;Nivel 2',
    'Name;Language 1;Level 1;Language 2;Level 2',
    'Name;1ère langue;Niveau langue 1;2ème langue;Niveau de langue 2',
    'Name;اللغة ١;المستوى ١;اللغة ٢;المستوى ٢',
  ])('has the level beside each of several languages: %s', async (header) => {
    const cells = 'Alami;Français;B2;Arabe;langue maternelle';
    const record = await one(header, cells);
    expect(record?.draft?.languages).toEqual([
      { code: 'fr', level: 'B2' }, { code: 'ar', level: 'C2' },
    ]); // prettier-ignore
    expect(await dropped(header, cells)).toEqual([]);
  });

  it('reports a language without a level, and a level without a language', async () => {
    const header = 'Name;Langue 1;Niveau 1;Langue 2;Niveau 2';
    expect(await dropped(header, 'Alami;Français;;;B2')).toEqual([
      ['language-unreadable', 'Français'], ['language-unreadable', ':B2'],
    ]); // prettier-ignore
    expect(await dropped(header, 'Alami;Français;A2;néant;-')).toEqual([]);
  });

  it('may have the number in brackets or as a word', async () => {
    const header = 'Name;Métier (principal);Métier (secondaire);Langue (1);Langue (2)';
    const record = await one(header, 'Alami;Soudeur;Plombier;fr:B2;es:A1');
    expect(record?.draft?.occupations.map(({ title }) => title)).toEqual(['Soudeur', 'Plombier']);
    expect(record?.draft?.languages.map(({ code }) => code)).toEqual(['fr', 'es']);
  });

  it.each([
    ['Nationalité;Double nationalité', 'Maroc;Française', ['MA', 'FR']],
    ['Nationality;Other nationality', 'Maroc;no', ['MA']],
    ['Segunda nacionalidad;Nacionalidad', 'Española;Perú', ['PE', 'ES']],
    ['الجنسية;الجنسية الثانية', 'مغربية;لا', ['MA']],
  ])('may be one column and "the other one": %s, %s', async (header, cells, nationalities) => {
    const records = await read(`Ref;Name;${header}\nR-1;Alami;${cells}\n`);
    expect(records[0]?.draft?.nationalities).toEqual(nationalities);
    expect(records[0]?.findings.map(({ code }) => code)).toEqual(['consent-missing']);
  });

  it('is put together if it holds names of one person', async () => {
    const header = 'Apellido 1;Apellido 2;Nombre 1;Nombre 2';
    const record = await one(header, 'Quispe;Mamani;Rosa;Elena');
    expect(record?.draft).toMatchObject({ familyName: 'Quispe Mamani', givenName: 'Rosa Elena' });
  });

  it('is not read, and at most suggested, if it may be something else', async () => {
    const meant = (...headers: string[]) => mapHeaders(['Nom', ...headers]).slice(1);
    expect(meant('Niveau 1')).toEqual([
      { header: 'Niveau 1', column: null, how: 'unknown', suggested: 'education_level' },
    ]);
    expect(meant('Nom 2')).toEqual([
      { header: 'Nom 2', column: null, how: 'unknown', suggested: 'family_name' },
    ]);
    expect(meant('N° 2')).toEqual([{ header: 'N° 2', column: null, how: 'unknown' }]);
    expect(meant('Tél 1', 'Tél 2').map(({ column }) => column)).toEqual(['phone', 'phone']);
    const words = new Map([1, 2].map((at) => [`formation ${at}`, 'qualifications'] as const));
    const taught = mapHeaders(['Formation 1', 'Formation 2'], words);
    expect(taught.map(({ column }) => column)).toEqual(['qualifications', 'qualifications']);
  });
});
