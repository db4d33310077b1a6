import { describe, expect, it } from '@jest/globals';
import { leastTime } from '../../../../test/support/suite/processor-time.ts';
import { read, said } from '../read-candidates.builders.ts';

const welder = { isco: '7212', title: 'Soudeur' };
const plumber = { isco: '7126', title: 'Plombier' };

/** A header, a cell as agencies write it, the facts read from it, and the code of the finding. */
const cells: readonly [header: string, cell: string, facts: object, code: string | null][] = [
  ['Métier', '1. Soudeur 2. Plombier', { occupations: [welder, plumber] }, null],
  ['Métier', '"Soudeur\nPlombier"', { occupations: [welder, plumber] }, null],
  ['Métier', '7212 Soudeur', { occupations: [welder] }, null],
  ['Métier', '7212 - Soudeur', { occupations: [welder] }, null],
  ['Métier', '2 ans soudeur', { occupations: [{ title: '2 ans soudeur' }] }, null],
  ['Quel est votre métier actuel ?', 'Soudeur', { occupations: [welder] }, null],
  ['Téléphone', '6,12345678E+08', { phone: '612345678' }, null],
  ['Téléphone', '612345678.0', { phone: '612345678' }, null],
  ['Téléphone', '06.12.34.56.0', { phone: '06.12.34.56.0' }, null],
  ['Téléphone', '2,12612E+11', { phone: null }, 'number-rounded'],
  ['Téléphone', "'0612345678", { phone: '0612345678' }, null],
  ['Téléphone', '"0612345678\n0655001122"', { phone: '0612345678' }, 'contact-several'],
  ['Téléphone', '01112345678 - 01212345678', { phone: '01112345678' }, 'contact-several'],
  ['Téléphone', '0535 - 12 34 56', { phone: '0535 - 12 34 56' }, null],
  ['Téléphone', '\\N', { phone: null }, null],
  ['Dans quel pays résidez-vous actuellement ?', 'Maroc', { residenceCountry: 'MA' }, null],
  ['¿En qué ciudad vive?', 'Cali', { residenceRegion: 'Cali' }, null],
  ['¿Qué idiomas habla?', 'fr:B2', { languages: [{ code: 'fr', level: 'B2' }] }, null],
  ['¿En qué país le gustaría trabajar?', 'España', { desiredCountries: ['ES'] }, null],
  ['Quels permis de conduire possédez-vous ?', 'Permis B, Permis C', { licences: ['B', 'C'] }, null],
  ['À partir de quand êtes-vous disponible ?', '01/01/2027', { availableFromOn: '2027-01-01' }, null],
  ['Né le', "'17/05/1994", { birthOn: '1994-05-17' }, null],
  ['F. Nac.', '17/05/1994', { birthOn: '1994-05-17' }, null],
  ['Né le', '1410/05/12', { birthOn: null }, 'date-of-hijra'],
  ['Né le', '١٢ رمضان ١٤١٢', { birthOn: null }, 'date-of-hijra'],
  ['Né le', '1990-05-16T23:00:00.000Z', { birthOn: null }, 'date-of-two-days'],
  ['Né le', '1990-05-17T00:00:00+01:00', { birthOn: '1990-05-17' }, null],
  ['Né le', '1990-05-17T12:00:00Z', { birthOn: '1990-05-17' }, null],
  ['Email', 'tazi@example.org (père)', { email: null }, 'email-unreadable'],
  ['Email', 'e-mail du frère : tazi@example.org', { email: null }, 'email-unreadable'],
  ['Né le', '17/05/1990 12:00:00 AM', { birthOn: '1990-05-17' }, null],
  ['Né le', '17/05/1990 0:00 a.m.', { birthOn: '1990-05-17' }, null],
  ['Permis C', '☑', { licences: ['C'] }, null],
  ['Permis C', '✔️', { licences: ['C'] }, null],
  ['Permis C', '☐', { licences: [] }, null],
  ['Permis C', '❌', { licences: [] }, null],
  ['Né le', 'vers 1990', { birthOn: null }, 'date-unreadable'],
  ['Langues', '"Français B2\nArabe C2"', { languages: [{ code: 'fr', level: 'B2' }, { code: 'ar', level: 'C2' }] }, null],
  ['Langues', 'Arabe : Langue maternelle - Français : B1', { languages: [{ code: 'ar', level: 'C2' }, { code: 'fr', level: 'B1' }] }, null],
  ['Quelles langues parlez-vous ?', 'fr:B2', { languages: [{ code: 'fr', level: 'B2' }] }, null],
  ["Combien d'années d'expérience avez-vous ?", '4', { occupations: [] }, null],
  ['Permis', 'Permis B (obtenu en 2015)', { licences: ['B'] }, null],
  ['Ville', 'idem', { residenceRegion: null }, 'cell-ditto'],
  ['Prénom', '″', { givenName: null }, 'cell-ditto'],
  ['Prénom', '????? ????', { givenName: null }, 'text-unreadable'],
  ['Né le', '??/??/????', { birthOn: null }, 'text-unreadable'],
  ['Téléphone', '??', { phone: null }, null],
  ['Téléphone', '57', { phone: null }, 'phone-unreadable'],
  ['Téléphone', '٥٥٧١٢', { phone: '55712' }, null],
  ['CITP-08', '110', { occupations: [{ isco: '0110' }] }, null],
  ['البلد المرغوب فيه', 'إسبانيا', { desiredCountries: ['ES'] }, null],
  ['اللغه الانجليزيه', 'B1', { languages: [{ code: 'en', level: 'B1' }] }, null],
  ["Driver's Licence", 'B', { licences: ['B'] }, null],
  ['Licencia de conducción', 'B', { licences: ['B'] }, null],
  ['Driving License Type', 'B', { licences: ['B'] }, null],
  ['Métier;Expérience prof.', 'Soudeur;4', { occupations: [{ isco: '7212', years: 4 }] }, null],
  ['Governorate', 'Giza', { residenceRegion: 'Giza' }, null],
  ['Can start', 'March 2027', { availableFromOn: '2027-03-01' }, null],
  ['Position Desired', 'Welder', { desiredOccupations: ['7212'] }, null],
  ['Prénom', '#REF!', { givenName: null }, 'cell-error'],
  ['Métier', '#¡VALOR!', { occupations: [] }, 'cell-error'],
  ['Prénom', 'Err:508', { givenName: null }, 'cell-error'],
  ['Ville', '########', { residenceRegion: null }, 'cell-error'],
  ['Prénom', '=CONCATENATE(B2,C2)', { givenName: null }, 'cell-formula'],
  ['Ville', '=Feuil2!$A$4', { residenceRegion: null }, 'cell-formula'],
  ['Ville', '#N/A', { residenceRegion: null }, null],
  ['Pays', 'Maroc / France', { residenceCountry: 'MA' }, 'residence-several'],
  ['German level', 'B1', { languages: [{ code: 'de', level: 'B1' }] }, null],
  ['Famille UE', 'oui', { euFamilyMember: true }, null],
  ['Famille UE', 'non', { euFamilyMember: false }, null],
  ['Dernier poste occupé', 'Soudeur', { occupations: [{ isco: '7212' }] }, null],
  ['Dernier poste;Métier', 'Maçon;Soudeur', { occupations: [{ isco: '7212' }] }, null],
  ['المهنة المزاولة', 'ممرضة', { occupations: [{ isco: '2221' }] }, null],
  ['Métier;Code CITP', 'Maçon;7112.0', { occupations: [{ isco: '7112', title: 'Maçon' }] }, null],
  ['Prénom', 'H?l?ne', { givenName: null }, 'text-unreadable'],
  ['Famille UE', 'VERDADERO', { euFamilyMember: true }, null],
  ['Famille UE', 'صحيح', { euFamilyMember: true }, null],
  ['Famille UE', 'خطأ', { euFamilyMember: false }, null],
  ['Permis C', 'VERDADERO', { licences: ['C'] }, null],
  ['Permis C', 'FALSCH', { licences: [] }, null],
  ["Niveau d'études", 'EQF\u00a04', { educationLevel: 4 }, null],
  ["Niveau d'études", '٤', { educationLevel: 4 }, null],
  ["Niveau d'études", '4.0', { educationLevel: 4 }, null],
  ['Date de naissance', 'فاتح يناير 1990', { birthOn: '1990-01-01' }, null],
  ['متاح ابتداء من', '15/01/2027', { availableFromOn: '2027-01-15' }, null],
  ['متاح إلى غاية', '15/01/2027', { availableUntilOn: '2027-01-15' }, null],
  ['Vil\u200ble', 'Fe\u0300s\u200b', { residenceRegion: 'Fès' }, null],
  ['Ville', 'EL\u00a0JADIDA', { residenceRegion: 'EL JADIDA' }, null],
  ['Ville', 'می\u200cناب', { residenceRegion: 'می\u200cناب' }, null],
  ['Téléphone', '612345678,00', { phone: '612345678' }, null],
  ['Famille UE', 'conjoint', { euFamilyMember: false }, 'yes-or-no-unclear'],
  ['Nationalité 2', 'Rép. Dém. du Congo', { nationalities: ['MA', 'CD'] }, null],
  ['Pays', 'Rép. du Congo', { residenceCountry: 'CG' }, null],
  ['País', 'Rep. Dominicana', { residenceCountry: 'DO' }, null],
  ['Permis', 'permis B depuis 2015', { licences: ['B'] }, null],
  ['Permis', 'Oui B', { licences: ['B'] }, null],
  ['Permis', 'sans', { licences: [] }, null],
  ['Permis', 'pas de permis', { licences: [] }, null],
  ['Mobile (O/N);Tél', 'O;0612345678', { phone: '0612345678' }, null],
  ['Langue 1;Niveau', 'fr:B2;4', { educationLevel: null, languages: [{ code: 'fr', level: 'B2' }] }, 'language-unreadable'],
  ['Disponibilité', 'immédiate', { availableFromOn: null }, null],
  ['Disponibilité', 'dès que possible', { availableFromOn: null }, null],
  ['Disponibilité', 'fin 2026', { availableFromOn: null }, 'date-unreadable'],
  ['البلد المطلوب', 'إسبانيا', { desiredCountries: ['ES'] }, null],
]; // prettier-ignore

describe('a cell as agencies write it', () => {
  it.each(cells)('is read under %s: %s', async (header, cell, facts, code) => {
    const records = await read(`Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;${cell}\n`);
    expect(records[0]?.draft).toMatchObject(facts);
    const others = said(records, 'drop').map((one) => one.split(' ').at(-1));
    expect(others).toEqual(code ? [code] : []);
  });

  it('leads to a warning if a level is a bare number, because lists count levels differently', async () => {
    const records = await read("Réf;Nom;Nationalité;Niveau d'études\nR-1;Alami;MA;6\nR-2;Tazi;MA;EQF-6\n");
    expect(records.map(({ draft }) => draft?.educationLevel)).toEqual([6, 6]);
    expect(said(records, 'warn')).toContain('1 education_level education-level-assumed');
    expect(said(records, 'warn')).not.toContain('2 education_level education-level-assumed');
  }); // prettier-ignore

  it('gives the same reference for a card number, however that is written', async () => {
    const numbers = ['AB 123 456', 'ab123456', 'AB-123456', 'AB123456'];
    const rows = numbers.map((number) => `${number};Alami;MA`);
    const records = await read(['N° CIN;Nom;Nationalité', ...rows].join('\n'));
    expect(new Set(records.map(({ draft }) => draft?.reference))).toEqual(new Set(['AB123456']));
  });

  it('is refused if it is a reference that the spreadsheet has rounded, because others then have the same', async () => {
    const records = await read('Réf;Nom;Nationalité\n1,23457E+11;Alami;MA\n1,2E+01;Tazi;MA\n');
    expect(said(records, 'reject')).toEqual(['1 reference number-rounded']);
    expect(records[1]?.draft?.reference).toBe('12');
  });

  it('is refused alike if it is the rounded number of a card', async () => {
    const records = await read('NIN;Nom;Nationalité\n1.23457E+10;Alami;NG\n1,23457E+10;Tazi;NG\n');
    expect(said(records, 'reject')).toEqual([
      '1 reference number-rounded',
      '2 reference number-rounded',
    ]);
  });

  it('is refused without any name, which is asked for under its own header or another', async () => {
    const told = async (text: string) => said(await read(text), 'reject');
    const missing = ['1 family_name name-missing'];
    expect(await told('Réf;Nom;Prénom;Nationalité\nR-1;;;MA\nR-2;Alami;;MA\n')).toEqual(missing);
    expect(await told('Réf;Nom complet;Nationalité\nR-1;néant;MA\n')).toEqual(missing);
    expect(await told('Réf;Prénom;Nationalité\nR-1;-;MA\n')).toEqual(['1 given_name name-missing']);
    expect(await told('Réf;Bénéficiaire;Nationalité\nR-1;Alami;MA\n')).toEqual([
      '1 family_name name-column-missing',
    ]);
    const total = await read('Réf;Nom;Nationalité;Ville\nTOTAL;;Maroc;412\n');
    expect(said(total, 'reject')).toEqual(missing);
  });

  it('is asked for under another header if no column is the nationality', async () => {
    const records = await read('Réf;Nom;Pays d’origine du candidat\nR-1;Alami;MA\n');
    expect(said(records, 'reject')).toEqual(['1 nationalities nationality-column-missing']);
  });
});

describe('a cell of nothing but blanks between two letters', () => {
  it.each(['Nom', 'Né le', 'Tél', 'E-mail', 'Langues', 'Pays', 'Expérience', 'Disponible'])(
    'is read as quickly as any other: %s',
    async (header) => {
      const reading = () => read(`Réf;Ville;${header}\nR-1;Fès;a${' '.repeat(60_000)}x\n`);
      expect(await leastTime(2_000, reading)).toBeLessThan(2_000);
    },
  );
});
