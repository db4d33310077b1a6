import { describe, expect, it } from '@jest/globals';
import { read } from '../read-candidates.builders.ts';
import type { CandidateDraft } from '../candidate-draft.ts';
import { mapHeaders } from './header-mapping.ts';

/** Reads one candidate of a table whose header has two rows, and of five columns before `over`. */
async function draftOf(over: string, names: string, cells: string): Promise<CandidateDraft | null> {
  const above = `;;;;;${over}`;
  const header = `Réf;Nom;Prénom;Date de naissance;Nationalité;${names}`;
  const [record] = await read(`${above}\n${header}\nR-1;Alami;Hind;17/05/1994;MA;${cells}\n`);
  return record?.draft ?? null;
}

describe('a column under a heading over several columns', () => {
  it.each([
    ['Conjoint;;', 'Nom;Profession;Email', 'Tazi;Infirmière;tazi@example.org'],
    ["Contact d'urgence;", 'Nom;Téléphone', 'Tazi;0699999999'],
    ['Personne à contacter;', 'Prénom;Tél', 'Omar;0699999999'],
    ['Emergency contact;', 'Name;Mobile', 'Omar;0699999999'],
    ['Padre;', 'Nombre;Ocupación', 'Luis;Agricultor'],
    ['ولي الأمر;', 'الهاتف;المهنة', '0699999999;فلاح'],
    ['Lieu de naissance;', 'Ville;Pays', 'Paris;France'],
    ['مكان الميلاد;', 'المدينة;البلد', 'باريس;فرنسا'],
    ['Passeport;', 'Lieu;Pays', 'Paris;France'],
    ['Diplôme;;', 'Intitulé;Ville;Pays', 'Technicien en soudage;Lyon;France'],
    ['Dernier emploi;', 'Ville;Pays', 'Lyon;France'],
    ['Emploi recherché;', 'Métier;Pays', 'Maçon;Espagne'],
    ['Agence;', 'Ville;Tél', 'Rabat;0537000000'],
  ])('is not read as a fact of the candidate: %s', async (over, names, cells) => {
    expect(await draftOf(over, names, cells)).toMatchObject({
      givenName: 'Hind',
      familyName: 'Alami',
      residenceCountry: null,
      residenceRegion: null,
      email: null,
      phone: null,
      occupations: [],
      birthOn: '1994-05-17',
    });
  });

  it('is not read so either if the heading stands in the row with most names', async () => {
    const header = 'Réf;Nom;Nationalité;Conjoint;;Tél;Naissance;\n;;;Nom;Profession;;Ville;Pays';
    const [record] = await read(
      `${header}\nR-1;Alami;MA;Tazi;Infirmière;0612345678;Paris;France\n`,
    );
    expect(record?.draft).toMatchObject({
      familyName: 'Alami',
      occupations: [],
      phone: '0612345678',
      residenceCountry: null,
      residenceRegion: null,
    });
  });

  it.each([
    ['Candidat;;', 'Ville;Pays;Tél', 'Salé;Maroc;0612345678'],
    ['Coordonnées;;', 'Ville;Pays;Tél', 'Salé;Maroc;0612345678'],
    ['Permis;Résidence;;', 'N°;Ville;Pays;Tél', '77;Salé;Maroc;0612345678'],
  ])('is read if the heading says nothing else: %s', async (over, names, cells) => {
    const read = { residenceCountry: 'MA', residenceRegion: 'Salé', phone: '0612345678' };
    expect(await draftOf(over, names, cells)).toMatchObject(read);
  });

  it('is not taken from the title of the sheet', async () => {
    const [record] = await read('Formation;;;\nRéf;Nom;Nationalité;Ville\nR-1;Alami;MA;Salé\n');
    expect(record?.draft?.residenceRegion).toBe('Salé');
  });

  it('is read by its heading if it says nothing alone', async () => {
    const cells = ['17/05/1994', 'Fès', 'AB123456', '01/10/2026'].join(';');
    const above = ';;;Naissance;;Passeport;';
    const header = 'Réf;Nom;Nationalité;Date;Ville;N°;Date';
    const [record] = await read(`${above}\n${header}\nR-1;Alami;MA;${cells}\n`);
    expect(record?.draft).toMatchObject({
      birthOn: '1994-05-17',
      documents: ['passport:AB123456'],
      residenceRegion: null,
    });
  });
});

describe('a question of a survey or a place behind a date', () => {
  it.each([
    'diplome/pays',
    'emploi/ville',
    'lieu_naissance/ville',
    'personne_a_contacter/telephone',
  ])('is not where the candidate lives, nor their own: %s', (header) => {
    expect(mapHeaders([header])[0]?.column).toBeNull();
  });

  it('is the place of issue behind the date of issue', () => {
    const meant = mapHeaders(['Passeport délivré le', 'Lieu']).map(({ column }) => column);
    expect(meant).toEqual([null, null]);
  });
});
