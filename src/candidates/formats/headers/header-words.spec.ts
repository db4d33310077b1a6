import { describe, expect, it } from '@jest/globals';
import { meaningOf } from './header-meaning.ts';
import { read, said } from '../read-candidates.builders.ts';
import { findRefused } from './refused-columns.ts';

const columnOf = (header: string): string | null => meaningOf(header, new Map()).column;

describe('a header by its words', () => {
  it.each([
    ['Nom & Prénoms', 'family_name'],
    ['Last name, first name', 'family_name'],
    ['الاسم واللقب', 'family_name'],
    ['Nom du père', null],
    ['Tél GSM', 'phone'],
    ['WhatsApp Number', 'phone'],
    ['رقم الموبايل', 'phone'],
    ['Tél. personne à prévenir', null],
    ["Niv. d'étude", 'education_level'],
    ['Nat.', 'nationalities'],
    ['D. NAISS', 'birth_date'],
    ['annees_experience', 'occupation_years'],
    ['Nb', null],
    ['Dossier', null],
    ['N° dossier', 'reference'],
    ['Documento', null],
    ['Identidad', null],
    ['N° identidad', 'reference'],
    ['Candidat(e)', null],
    ['Applicant', null],
    ['المترشح', null],
    ['Nom du candidat', 'family_name'],
    ['Date exp.', null],
    ['Nationalité actuelle', 'nationalities'],
    ['Pays de résidence actuel', 'residence_country'],
    ['Current country', 'residence_country'],
    ['بلد الإقامة الحالي', 'residence_country'],
    ['Salaire actuel', null],
    ['Employeur actuel', null],
    ['Current employer', null],
    ['Code ANAPEC', 'reference'],
    ["N° pièce d'identité", 'reference'],
    ['D.N.I.', 'reference'],
    ['Passeport n°', 'documents'],
    ['Emploi souhaité', 'desired_occupations'],
    ['Preferred position', 'desired_occupations'],
    ['Destination souhaitée', 'desired_countries'],
    ['País al que desea ir', 'desired_countries'],
    ['Salario esperado', 'desired_pay'],
    ['Nivel académico', 'education_level'],
    ['English proficiency', 'languages'],
    ['License class', 'licences'],
    ['صنف رخصة السياقة', 'licences'],
    ['العمالة أو الإقليم', 'residence_region'],
    ['الشهادة المحصل عليها', 'qualifications'],
    ['متى يمكنك العمل', 'available_from'],
  ])('reads %s as %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });

  it.each([
    ['Nom / النسب', 'family_name'],
    ['Nationalité الجنسية', 'nationalities'],
    ['Date of birth/Date de naissance', 'birth_date'],
    ['Ville/Pays', null],
    ['Surname / გვარი', 'family_name'],
    ['Прізвище / Surname', 'family_name'],
    ['Surname / Emri', null],
    ['Diplôme / Niveau d’études', null],
  ])('is read in two languages: %s as %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });

  it('is refused in every language and short form', () => {
    expect(['Sex/Sexe', 'Sit. fam.', 'الجنس Sexe'].map(findRefused)).toEqual([
      'sex',
      'marital status',
      'sex',
    ]);
  });

  it('keeps the letter of a licence', () => {
    expect(meaningOf('Permis D', new Map()).licence).toBe('D');
  });

  it('is recognised as a row count in two languages too', async () => {
    const records = await read('N° / رقم;CIN;Nom;Nationalité\n1;AB1;Alami;MA\n');
    expect(records[0]?.draft?.reference).toBe('AB1');
  });
});

describe('a header that would make a wrong fact', () => {
  it.each(['Ocupación (CNO)', 'Métier (ROME)', 'Occupation (ISCO-88)'])(
    'has codes that are not read, because they are other occupations in ISCO-08: %s',
    async (header) => {
      const records = await read(`Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;5110\n`);
      expect(records[0]?.draft?.occupations).toEqual([]);
    },
  );

  it('gives way as the whole name to the parts of the name', async () => {
    const header = 'Réf;Nom et prénom;Nom;Prénom;Nationalité';
    const [record] = await read(`${header}\nR-1;ALAMI Hind;ALAMI;Hind;MA\n`);
    expect(record?.draft).toMatchObject({ familyName: 'ALAMI', givenName: 'Hind' });
  });

  it('means the place of birth, not the residence, for a place after a date of birth', async () => {
    const [record] = await read('Réf;Nom;Né le;Lieu;Nationalité\nR-1;Alami;17/05/1994;Fès;MA\n');
    expect(record?.draft?.residenceRegion).toBeNull();
    const [other] = await read('Réf;Nom;Lieu;Nationalité\nR-1;Alami;Fès;MA\n');
    expect(other?.draft?.residenceRegion).toBe('Fès');
  });
});

describe('a cell that would make a wrong fact', () => {
  const draftOf = async (header: string, cell: string) =>
    read(`Réf;Nom;Nationalité;Métier;${header}\nR-1;Alami;MA;7212;${cell}\n`);

  it('is ignored if it is a box that is not ticked', async () => {
    const [record] = await draftOf('Permis B', 'FALSE');
    expect(record?.draft?.licences).toEqual([]);
    expect(record?.findings.map(({ code }) => code)).toEqual(['consent-missing']);
  });

  it('is left out if it is a telephone number rounded before the file was saved', async () => {
    const records = await draftOf('Tél', '212612000000');
    expect(records[0]?.draft?.phone).toBeNull();
    expect(said(records, 'drop')).toEqual(['1 phone number-rounded']);
  });

  it('is read as years and months if those have one letter each', async () => {
    const [record] = await draftOf('Expérience', '3A 6M');
    expect(record?.draft?.occupations[0]?.years).toBe(3.5);
  });
});

describe('a word that may mean a number, a name or a state', () => {
  it('makes no two candidates the same', async () => {
    const header = 'Nom;Né le;Nationalité;Dossier;Candidat';
    const rows = ['Alami;17/05/1994;MA;complet;oui', 'Tazi;18/05/1994;MA;complet;oui'];
    const drafts = (await read([header, ...rows].join('\n'))).map(({ draft }) => draft);
    expect(drafts.map((draft) => draft?.familyName)).toEqual(['Alami', 'Tazi']);
    expect(new Set(drafts.map((draft) => draft?.reference)).size).toBe(2);
  });
});

describe('a header of the reference', () => {
  it.each(['Code demandeur', 'CNI', 'National ID', 'ID Number'])('may be %s', async (header) => {
    const [record] = await read(`${header};Name in English;Nationality\nX4512;Hind Alami;MA\n`);
    expect(record?.draft).toMatchObject({ reference: 'X4512', familyName: 'Hind Alami' });
  });
});
