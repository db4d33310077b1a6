import { describe, expect, it } from '@jest/globals';
import { mapHeaders } from '../headers/header-mapping.ts';
import { read, said } from '../read-candidates.builders.ts';

const one = async (header: string, cells: string) =>
  await read(`Réf;Nationalité;${header}\nR-1;MA;${cells}\n`);

describe('a row of two people', () => {
  it.each([
    ['Nom', 'Huamán, Pedro y esposa'],
    ['Nom', 'M. et Mme Alami'],
    ['Nom', 'Alami Hind et son mari'],
    ['Nom', 'العلمي عمر وزوجته'],
    ['Surname;Name', 'Adeyemi;Tunde (with wife Funke)'],
    ['Nom;Prénom;Né le', 'Tazi / Alami;Ali / Hind;17/05/1990 / 18/06/1991'],
    ['Nom;Né le', '"Tazi\nAlami";"17/05/1990\n1991-06-18"'],
  ])('is refused: %s, %s', async (header, cells) => {
    const records = await one(header, cells);
    expect(records[0]?.draft).toBeNull();
    expect(said(records, 'reject').map((one) => one.split(' ').at(-1))).toEqual(['people-several']);
  });

  it.each(['17/05/1990 (1990-05-17)', '17/05/1990 ou 18/05/1990', '17/05/1990 - 22/10/1410'])(
    'is one person of whom the day of birth is not certain: %s',
    async (born) => {
      const records = await one('Nom;Né le', `Alami;${born}`);
      expect(said(records, 'reject')).toEqual([]);
    },
  );

  it('is one person if it only leaves the form of address open', async () => {
    const records = await one('Nom', 'M./Mme Alami Hind');
    expect(records[0]?.draft?.familyName).toBe('Alami Hind');
  });

  it.each(['Ortega y Gasset, José', 'Juan Ruiz y Mari'])(
    'is one person if the name only sounds like two: %s',
    async (name) => {
      expect((await one('Nom', name))[0]?.draft?.familyName).toBe(name);
    },
  );
});

describe('a reference', () => {
  const long = (length: number) => read(`Réf;Nom;Nationalité\n${'𝕏'.repeat(length)};Alami;MA\n`);

  it('has 200 characters at most, and is refused in the words of our own JSON', async () => {
    expect((await long(200))[0]?.draft?.familyName).toBe('Alami');
    const [sheet] = await long(201);
    const [json] = await read(
      JSON.stringify({ reference: '𝕏'.repeat(201), nationalities: ['MA'] }),
    );
    expect(sheet?.draft).toBeNull();
    const [of] = json?.findings ?? [];
    expect(of?.code).toBe('value-refused');
    expect(sheet?.findings[0]).toMatchObject({ code: of?.code, message: of?.message });
    expect(sheet?.source).toMatchObject({ names: ['Réf', 'Nom', 'Nationalité'] });
  });
});

describe('a telephone number or an e-mail address in a cell', () => {
  it.each([
    ['Tél', '06.61.22.33.44 / 05.23.45.67.89', { phone: '06.61.22.33.44' }],
    ['Téléphones', '77 123 45 67 ou 70 765 43 21', { phone: '77 123 45 67' }],
    ['E-mail', 'a@example.org, b@example.org', { email: 'a@example.org' }],
    ['E-mail', 'Hind Alami <a@example.org> / b@example.org', { email: 'a@example.org' }],
    ['Tél', '00212 661 22 33 44 / 05 23 45 67 89', { phone: '00212 661 22 33 44' }],
  ])('is the first of several, which is reported: %s, %s', async (header, cell, facts) => {
    const records = await one(`Nom;${header}`, `Alami;${cell}`);
    expect(records[0]?.draft).toMatchObject(facts);
    expect(said(records, 'drop').map((one) => one.split(' ').at(-1))).toEqual(['contact-several']);
  });

  it('may be written with (at), and is left out without a full domain', async () => {
    const read = await one('Nom;E-mail', 'Alami;HIND(at)example.org');
    expect(read[0]?.draft?.email).toBe('HIND@example.org');
    const records = await one('Nom;E-mail', 'Alami;hind@example');
    expect(records[0]?.draft?.email).toBeNull();
    expect(said(records, 'drop')).toEqual(['1 email email-unreadable']);
  });

  it.each(['jean dupont@example.org', 'm.ali/ba@example.org', 'a|b@example.org', 'a@b..org', 'a@b.org.'])(
    'is left out if it is incomplete or part of other text: %s',
    async (cell) => {
      const records = await one('Nom;E-mail', `Alami;${cell}`);
      expect(records[0]?.draft?.email).toBeNull();
      expect(said(records, 'drop')).toEqual(['1 email email-unreadable']);
    },
  ); // prettier-ignore

  it.each(['<a@example.org>', 'mailto:a@example.org', 'Mail : a@example.org', 'Hind (a@example.org)'])(
    'is extracted from what programs write around it: %s',
    async (cell) => {
      const records = await one('Nom;E-mail', `Alami;${cell}`);
      expect(records[0]?.draft?.email).toBe('a@example.org');
      expect(said(records, 'drop')).toEqual([]);
    },
  ); // prettier-ignore

  it.each(['+212 661/123456', '0049221/1234567', '0221/1234567'])(
    'is one number with a slash in it: %s',
    async (phone) => {
      const records = await one('Nom;Tél', `Alami;${phone}`);
      expect(records[0]?.draft?.phone).toBe(phone);
      expect(said(records, 'drop')).toEqual([]);
    },
  );

  it('leads to the same reference as the cell as it was sent', async () => {
    const made = async (tel: string) =>
      (await read(`Nom;Né le;Nationalité;Tél\nAlami;17/05/1994;MA;${tel}\n`))[0]?.draft?.reference;
    expect(await made('06.61.22.33.44 / 05.23.45.67.89')).toBe(await made('05 23 45 67 89'));
  });
});

describe('the names and references of a sheet', () => {
  it('include the given name under Name if that stands beside Surname', async () => {
    const [record] = await one('Surname;Name;Patronymic', 'Shevchenko;Olena;Petrivna');
    expect(record?.draft).toMatchObject({ familyName: 'Shevchenko', givenName: 'Olena Petrivna' });
    expect(mapHeaders(['Name', 'First name'])[0]?.column).toBe('family_name');
  });

  it('include no reference from numbers that count the rows, whatever is signed below them', async () => {
    const rows = ['No.;Nombre;Apellido;Nacionalidad;Fecha nac.', '1;José;Mejía;HN;12/05/1987'];
    const records = await read([...rows, 'Elaborado por: Lic. Cruz;;;;', 'Página 1 de 1;;;;'].join('\n'));
    expect(records[0]?.draft?.reference).toMatch(/^sheet-/);
  }); // prettier-ignore

  it.each(['Sexo biológico', 'Civil status', 'Cargas familiares', 'Sexe/Âge'])(
    'are refused with a column by which nobody may be selected: %s',
    (header) => {
      expect(() => mapHeaders(['Nom', header])).toThrow(/nobody may be selected/);
    },
  );
});
