import { describe, expect, it } from '@jest/globals';
import { read } from '../read-candidates.builders.ts';
import { mapHeaders } from './header-mapping.ts';

const columnOf = (header: string) => mapHeaders([header])[0]?.column ?? null;

describe('a header that says in brackets whose it is', () => {
  it.each([
    'Nom (père)',
    'Prénom (de la mère)',
    'Téléphone (urgence)',
    "Tél (en cas d'urgence)",
    'Téléphone 2 (parents)',
    'Nationalité (conjoint)',
    'Date de naissance (conjoint)',
    'Métier (du père)',
    'E-mail (employeur)',
    'Phone (emergency)',
    'Name (next of kin)',
    'Nombre (padre)',
    'Teléfono (emergencia)',
    'الاسم (الأب)',
    'الهاتف (الطوارئ)',
    'Ville (naissance)',
    'Pays (de naissance)',
    'Nationality (at birth)',
  ])("is not read as the candidate's: %s", (header) => {
    expect(columnOf(header)).toBeNull();
  });

  it.each([
    ['Nom (tel que sur le passeport)', 'family_name'],
    ['Référence (agence)', 'reference'],
    ['Téléphone (WhatsApp)', 'phone'],
    ['Date (naissance)', 'birth_date'],
    ['Membre de famille UE (conjoint)', 'eu_family_member'],
  ])('is read if the brackets only explain it: %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });

  it("gives way to the candidate's own number after it", async () => {
    const header = 'Réf;Nom;Nationalité;Téléphone (urgence);Tél';
    const [record] = await read(`${header}\nR-1;Alami;MA;0699999999;0612345678\n`);
    expect(record?.draft?.phone).toBe('0612345678');
  });
});

describe('a question of a survey, under its groups', () => {
  it.each([
    ['identite/nom', 'family_name'],
    ['groupe_a/identite/date_naissance', 'birth_date'],
    ['emploi/annees_experience', 'occupation_years'],
    ['pere/nom', null],
    ['contact_urgence/telephone', null],
    ['cin/passeport', null],
    ['langues/francais', null],
  ])('reads %s as %s', (header, column) => {
    expect(columnOf(header)).toBe(column);
  });

  it('is refused if nobody may be selected by it', () => {
    expect(() => mapHeaders(['identite/sexe'])).toThrow();
  });
});
