import { describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { collect, inPieces, read, readFile, said } from './read-candidates.builders.ts';
import { fileFailure } from './read-candidates.ts';

const headers = [
  'Référence',
  'Prénom',
  'Nom',
  'Date de naissance',
  'Nationalité',
  'Profession',
  "Années d'expérience",
  'Compétences',
  'Langues',
  "Niveau d'études",
  'Pays souhaités',
  'Type de contrat',
  'Séjours précédents',
  'Finalités du consentement',
  'Rubriques du consentement',
  'Pays du consentement',
  'Date du consentement',
];

const person: Record<string, string> = {
  Référence: 'R-1',
  Prénom: 'Loubna',
  Nom: 'Aït Saïd',
  'Date de naissance': '09/02/1991',
  Nationalité: 'Maroc | France',
  Profession: 'Soudeur TIG',
  "Années d'expérience": '7,5',
  Compétences: 'TIG | lecture de plans, cotes',
  Langues: 'arabe C2 | français (B2) | de:A2',
  "Niveau d'études": 'EQF-4',
  'Pays souhaités': 'Allemagne, Pays-Bas',
  'Type de contrat': 'general',
  'Séjours précédents': 'ES,01/02/2025,30/05/2025,Finca Alta,03/06/2025',
  'Finalités du consentement': 'matching',
  'Rubriques du consentement': 'tout',
  'Pays du consentement': 'Allemagne',
  'Date du consentement': '01/09/2026',
};

function spreadsheet(...changes: Record<string, string>[]): string {
  const rows = changes.map((change) => headers.map((name) => ({ ...person, ...change })[name]));
  return `\uFEFF${[headers, ...rows].map((cells) => cells.join(';')).join('\r\n')}\r\n`;
}

describe('a spreadsheet of a French-speaking agency', () => {
  it('is read with its headers, semicolons, byte order mark and day-first dates', async () => {
    const [record, ...others] = await read(spreadsheet({}));
    expect(others).toEqual([]);
    expect(record?.findings).toEqual([]);
    expect(record?.draft).toMatchObject({
      reference: 'R-1',
      givenName: 'Loubna',
      familyName: 'Aït Saïd',
      birthOn: '1991-02-09',
      nationalities: ['MA', 'FR'],
      occupations: [{ isco: '7212', esco: null, title: 'Soudeur TIG', years: 7.5 }],
      skills: [
        { uri: null, label: 'TIG' },
        { uri: null, label: 'lecture de plans, cotes' },
      ],
      languages: [
        { code: 'ar', level: 'C2' },
        { code: 'fr', level: 'B2' },
        { code: 'de', level: 'A2' },
      ],
      educationLevel: 4,
      desiredCountries: ['DE', 'NL'],
      permitCategories: ['general'],
    });
    expect(record?.draft?.previousStays).toEqual([
      {
        country: 'ES',
        fromOn: '2025-02-01',
        toOn: '2025-05-30',
        employer: 'Finca Alta',
        returnedOn: '2025-06-03',
      },
    ]);
    expect(record?.draft?.consents).toMatchObject([
      { purpose: 'matching', countries: ['DE'], givenOn: '2026-09-01' },
    ]);
    expect(record?.draft?.consents[0]?.sections).toHaveLength(13);
  });

  it('applies the end of work to the first occupation only, in each language of the header', async () => {
    const ends = ['Worked until', "A travaillé jusqu'au", 'Último día de trabajo', 'آخر يوم عمل'];
    for (const header of ends) {
      const [record] = await read(
        `Ref;Name;Nationality;Profession;${header}\nR-1;Alami;MA;7212|7411;31/05/2026\n`,
      );
      expect(record?.draft?.occupations).toEqual([
        { isco: '7212', esco: null, title: null, years: null, lastWorkedOn: '2026-05-31' },
        { isco: '7411', esco: null, title: null, years: null },
      ]);
    }
  });

  it.each([
    ['0913', '0913', []],
    ['ISCED-F 0710', '071', []],
    ['913', '0913', ['1 education_field education-field-repaired']],
    ['Génie civil', 'Génie civil', ['1 education_field education-field-unknown']],
  ])('reads the field of study %s as %s', async (cell, code, findings) => {
    const records = await read(`Réf;Nom;Nationalité;Domaine d'études\nR-1;Alami;MA;${cell}\n`);
    expect(records[0]?.draft?.educationField).toBe(code);
    expect(said(records).filter((one) => one.includes('education'))).toEqual(findings);
  });

  it('takes five levels as the dimensions of a language, two as a range whose lower counts, and no other number', async () => {
    const [record] = await read(
      spreadsheet({
        Langues: 'français : C1-C1-B2-B2-B1 | es:A2 A2 A2 A2 A2 | de:B1-B2-C1 | it:B2-B1',
      }),
    );
    expect(record?.draft?.languages).toEqual([
      {
        code: 'fr',
        level: 'B1',
        dimensions: {
          listening: 'C1',
          reading: 'C1',
          spokenInteraction: 'B2',
          spokenProduction: 'B2',
          writing: 'B1',
        },
      },
      { code: 'es', level: 'A2' },
      { code: 'it', level: 'B1' },
    ]);
    expect(said(record ? [record] : [])).toEqual(['1 languages language-unreadable']);
  });

  it('refuses a row without reference or nationality, names both, and continues', async () => {
    const records = await read(
      spreadsheet({ Référence: '' }, { Nationalité: 'Atlantide' }, { Référence: 'R-3' }),
    );
    expect(records.map(({ draft }) => draft?.reference ?? null)).toEqual([null, null, 'R-3']);
    expect(said(records, 'reject')).toEqual([
      '1 reference reference-missing',
      '2 nationalities nationality-missing',
    ]);
    const cells = expect.arrayContaining(['Aït Saïd', 'Atlantide']);
    expect(records[1]?.source).toMatchObject({ cells });
  });

  it.each([
    ['Date de naissance', '31/02/1991', 'birth_date date-unreadable'],
    ['Profession', 'Rétameur', 'occupation occupation-unknown'],
    ["Années d'expérience", 'beaucoup', 'occupation_years number-unreadable'],
    ['Langues', 'arabe courant', 'languages language-unreadable'],
    ["Niveau d'études", 'bac+9', 'education_level education-level-unknown'],
    ['Pays souhaités', 'Utopie', 'desired_countries country-unknown'],
    ['Type de contrat', 'au noir', 'permit_categories permit-category-unknown'],
    ['Séjours précédents', 'ES,01/02/2025,,Finca,tôt', 'previous_stays stay-unreadable'],
    ['Séjours précédents', 'ES,01/02/2025,15/06/2024', 'previous_stays stay-unreadable'],
    ['Finalités du consentement', 'matching | publicité', 'consent_purposes purpose-unknown'],
    ['Rubriques du consentement', 'skills | religion', 'consent_sections section-unknown'],
    ['Date du consentement', '', 'consent_purposes consent-missing'],
  ])('keeps the candidate and names "%s" when it says "%s"', async (header, value, finding) => {
    const [record] = await read(spreadsheet({ [header]: value }));
    expect(record?.draft?.reference).toBe('R-1');
    expect(said(record ? [record] : [])).toEqual([`1 ${finding}`]);
  });

  it('reports which columns are not understood or repeat another', async () => {
    const taken: (string | null)[][] = [];
    const text =
      'Réf;Nom;Nationalité;Ville;Région;Humeur;error_message\nR-1;Alami;MA;Fès;Fès-Meknès;bonne;\n';
    const [record] = await collect(inPieces(text), {
      onHeaders: (headers) =>
        taken.push(...headers.map(({ header, column, how }) => [header, column, how])),
    });
    expect(record?.draft?.residenceRegion).toBe('Fès');
    expect(taken).toEqual([
      ['Réf', 'reference', 'known'],
      ['Nom', 'family_name', 'known'],
      ['Nationalité', 'nationalities', 'known'],
      ['Ville', 'residence_region', 'known'],
      ['Région', null, 'again'],
      ['Humeur', null, 'unknown'],
    ]);
  });

  it.each(['Sexe', 'Situation familiale', "Nombre d'enfants", 'Religion'])(
    'is refused as a whole because of its column "%s"',
    async (header) => {
      const reading = read(`Référence;Nationalité;${header}\nR-1;MA;x\n`);
      await expect(reading).rejects.toMatchObject({ code: 'column-refused' });
      await reading.catch((error: unknown) => {
        expect(fileFailure(error)?.message).toContain(header);
      });
    },
  );
});

describe('a file of candidates in our own JSON', () => {
  const own = { reference: 'J-1', nationalities: ['TN'], languages: [{ code: 'fr', level: 'B2' }] };

  it.each([
    ['a list', JSON.stringify([own, { ...own, reference: 'J-2' }])],
    ['a list under its name', JSON.stringify({ candidates: [own, { ...own, reference: 'J-2' }] })],
    ['a line each', `${JSON.stringify(own)}\n${JSON.stringify({ ...own, reference: 'J-2' })}\n`],
  ])('is read from %s', async (_form, text) => {
    const records = await read(text);
    expect(records.map(({ row, draft }) => [row, draft?.reference])).toEqual([
      [1, 'J-1'],
      [2, 'J-2'],
    ]);
    expect(records[0]?.draft).toMatchObject({ ...own, birthOn: null, consents: [] });
    expect(said(records)).toEqual([]);
  });

  it('is refused record by record, with the pointer to each fault', async () => {
    const records = await read(
      JSON.stringify([
        { ...own, gender: 'f', birthOn: '1990-02-31' },
        { ...own, languages: [{ code: 'fr', level: 'fluent' }] },
        own,
      ]),
    );
    expect(records.map(({ draft }) => draft === null)).toEqual([true, true, false]);
    expect(said(records, 'reject')).toEqual([
      expect.stringMatching(/^1 \/(gender|birthOn) value-refused$/),
      expect.stringMatching(/^1 \/(gender|birthOn) value-refused$/),
      '2 /languages/0/level value-refused',
    ]);
  });

  it('is read on after a line that is not JSON', async () => {
    const records = await read(`${JSON.stringify(own)}\n{"reference": }\n${JSON.stringify(own)}\n`);
    expect(records.map(({ row, draft }) => [row, draft === null])).toEqual([
      [1, false],
      [2, true],
      [3, false],
    ]);
  });
});

describe('the samples', () => {
  const folder = join('samples', 'candidates');

  it('of an agency are accepted except for the row that is wrong on purpose', async () => {
    const records = await readFile(join(folder, 'candidates-maroc.csv'));
    expect(records).toHaveLength(28);
    expect(said(records)).toEqual([
      '9 consent_purposes consent-missing',
      '11 birth_date date-unreadable',
      '28 nationalities country-unknown',
      '28 nationalities nationality-missing',
    ]);
    expect(records.filter(({ draft }) => draft === null).map(({ row }) => row)).toEqual([28]);
  });

  it('in our own JSON are all accepted', async () => {
    const records = await readFile(join(folder, 'candidates.json'));
    expect(records).toHaveLength(12);
    expect(said(records)).toEqual([]);
    expect(records.every(({ draft }) => draft?.consents.length === 1)).toBe(true);
  });
});
