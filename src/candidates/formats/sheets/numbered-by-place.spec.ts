import { describe, expect, it } from '@jest/globals';
import { mapHeaders } from '../headers/header-mapping.ts';
import { numberedByPlace } from './numbered-by-place.ts';
import { read } from '../read-candidates.builders.ts';

const one = async (header: string, cells: string) =>
  (await read(`Ref;Name;Nationality;${header}\nR-1;Alami;MA;${cells}\n`))[0];

const languages = async (header: string, cells: string) =>
  (await one(header, cells))?.draft?.languages.map(({ code, level }) => `${code}:${level}`);

const codes = async (header: string, cells: string) =>
  (await one(header, cells))?.findings
    .filter(({ code }) => code !== 'consent-missing')
    .map(({ code, value }) => [code, value]);

describe('a level after each language', () => {
  it.each([
    'Langue 1;Niveau;Langue 2;Niveau',
    'Langue;Niveau;Langue;Niveau',
    'Langue 1;Niveau;Langue 2;Niveau.1',
    'Langue 1;Niveau;Langue 2;Niveau_1',
    'Langue;Niveau;Langue2;Niveau2',
    'Langue 1;Langue 2;Niveau;Niveau.1',
    '1ère langue;Niveau (A1-C2);Autre langue;Niveau (A1-C2)',
    'Idioma 1;Nivel;Idioma 2;Nivel',
    'Language 1;Level;Language 2;Level',
    'اللغة ١;المستوى;اللغة ٢;المستوى',
    'اللغة Language;المستوى Level;اللغة Language;المستوى Level',
  ])('belongs to that language: %s', async (header) => {
    const block = header.startsWith('Langue 1;Langue 2');
    const cells = block ? 'Français;Arabe;B2;C2' : 'Français;B2;Arabe;C2';
    expect(await languages(header, cells)).toEqual(['fr:B2', 'ar:C2']);
    expect(await codes(header, cells)).toEqual([]);
  });

  it('is not read if its number may belong to a repeated header', async () => {
    const header = 'Langue 1;Niveau;Langue 2;Oral;Niveau.1';
    expect(await languages(header, 'Français;B2;Arabe;oui;C2')).toEqual([]);
    expect(await codes(header, 'Français;B2;Arabe;oui;C2')).toEqual([
      ['language-unreadable', 'Français'],
      ['language-unreadable', 'Arabe:oui'],
    ]);
  });

  it.each([
    'Langue 1;Oral;Écrit;Langue 2;Oral;Écrit',
    'Langue;Parlé;Écrit;Langue;Parlé;Écrit',
    'Langue 1;Oral 1;Écrit 1;Langue 2;Oral 2;Écrit 2',
    'Language 1;Spoken;Written;Language 2;Spoken;Written',
    'Idioma 1;Hablado;Escrito;Idioma 2;Hablado;Escrito',
    'اللغة ١;محادثة;كتابة;اللغة ٢;محادثة;كتابة',
  ])('may be one for speaking and one for writing: %s', async (header) => {
    const cells = 'Français;B2;B1;Arabe;C2;C2';
    expect(await languages(header, cells)).toEqual(['fr:B1', 'ar:C2']);
    expect((await one(header, cells))?.draft?.languages[0]?.dimensions).toEqual({
      listening: 'B2',
      spokenInteraction: 'B2',
      spokenProduction: 'B2',
      reading: 'B1',
      writing: 'B1',
    });
    expect(await codes(header, cells)).toEqual([]);
  });

  it('may be one for each skill, and the lowest one in words is asked about', async () => {
    const header = 'Langue;Lu;Écrit;Parlé';
    expect((await one(header, 'Français;B2;B1;C1'))?.draft?.languages[0]).toMatchObject({
      level: 'B1',
      dimensions: { reading: 'B2', writing: 'B1', spokenProduction: 'C1' },
    });
    expect(await codes(header, 'Français;Bien;Moyen;Bien')).toEqual([
      ['language-unreadable', 'Français:Moyen'],
    ]);
    expect(await codes(header, 'Français;-;;')).toEqual([['language-unreadable', 'Français']]);
  });

  it('is told from a level of education by the cells below it, for a single language', async () => {
    expect(await languages('Langue;Niveau', 'Français;B1/B2')).toEqual(['fr:B1']);
    expect(await languages('Language;Level', 'French;4')).toEqual([]);
    expect(await codes('Language;Level', 'French;4')).toEqual([
      ['language-unreadable', 'French:4'],
    ]);
    const record = await one('Langues;Niveau', 'fr:B2;EQF-4');
    expect(record?.draft).toMatchObject({ languages: [{ code: 'fr' }], educationLevel: 4 });
  });

  it('may list as many levels as the cell has languages, and no other number', async () => {
    const header = 'Langues;Niveau';
    expect(await languages(header, 'Français, Arabe;B2, C2')).toEqual(['fr:B2', 'ar:C2']);
    expect(await languages(header, 'Français, Arabe;B2')).toEqual([]);
  });

  it.each([
    ['fr:B2', 'Terminale', [['language-unreadable', 'Terminale']]],
    ['fr:B2', 'A1', [['language-unreadable', 'A1']]],
    ['fr:B2', 'b2', []],
  ])('is reported if the cell of the language has another: %s, %s', async (cell, level, told) => {
    const header = 'Langue 1;Niveau 1;Langue 2;Niveau 2';
    expect(await languages(header, `${cell};${level};ar;C2`)).toEqual(['fr:B2', 'ar:C2']);
    expect(await codes(header, `${cell};${level};ar;C2`)).toEqual(told);
  });

  it('is recognised under the header of the next page too, and what the agency has taught is kept', async () => {
    const header = 'Ref;Name;Nationality;Langue 1;Niveau;Langue 2;Niveau';
    const row = 'Alami;MA;Français;B2;Arabe;C2';
    const records = await read([header, `R-1;${row}`, header, `R-2;${row}`].join('\n'));
    expect(records.map(({ draft }) => draft?.languages.length)).toEqual([2, 2]);
    const words = new Map([['niveau', 'education_level'] as const]);
    expect(numberedByPlace(['Langue 1', 'Niveau'], words, [])).toEqual(['Langue 1', 'Niveau']);
    const taught = new Map([['parler', 'languages'] as const]);
    expect(numberedByPlace(['Parler', 'Niveau'], taught, [['fr', 'B2']])).toEqual([
      'Parler',
      'Niveau',
    ]);
  });
});

describe('a number of years after each occupation', () => {
  it.each([
    'Métier 1;Expérience;Métier 2;Expérience',
    'Métier 1;Durée;Métier 2;Durée',
    "Métier 1;Années d'expérience 1;Métier 2;Années d'expérience 2",
    'Ocupación 1;Años de experiencia;Ocupación 2;Años de experiencia',
    'Job 1;Years;Job 2;Years',
  ])('belongs to that occupation: %s', async (header) => {
    const record = await one(header, 'Maçon;2 ans;Plâtrier;3');
    expect(record?.draft?.occupations).toMatchObject([
      { title: 'Maçon', isco: '7112', years: 2 },
      { title: 'Plâtrier', isco: '7123', years: 3 },
    ]);
  });

  it('may be in months, or in the cell of the title', async () => {
    const months = await one('Métier 1;Durée (mois);Métier 2;Durée (mois)', 'Maçon;18;Plâtrier;-');
    expect(months?.draft?.occupations.map(({ years }) => years)).toEqual([1.5, null]);
    const cell = 'Métier;Expérience';
    const both = await one(cell, '"Maçon (10 ans); Plâtrier : 3 ans; Grutier (50 m)";10');
    expect(both?.draft?.occupations).toMatchObject([
      { title: 'Maçon', years: 10 },
      { title: 'Plâtrier', years: 3 },
      { title: 'Grutier (50 m)', years: null },
    ]);
  });

  it('belongs to the first title if there is only one such column', () => {
    const headers = ['Métier 1', 'Métier 2', 'Expérience'];
    expect(numberedByPlace(headers, new Map(), [])).toEqual(headers);
    expect(mapHeaders(headers).at(-1)).toMatchObject({ column: 'occupation_years', how: 'known' });
  });

  it('gives way to a number in the title itself, and is reported if it differs', async () => {
    const header = 'Métier 1;Durée 1';
    for (const cells of ['Maçon (2 ans);5', 'Maçon (2 ans);2'])
      expect((await one(header, cells))?.draft?.occupations).toMatchObject([
        { title: 'Maçon', years: 2 },
      ]);
    expect(await codes(header, 'Maçon (2 ans);5')).toEqual([['years-of-no-occupation', '5']]);
    expect(await codes(header, 'Maçon (2 ans);2')).toEqual([]);
  });

  it('is reported if it belongs to no title, or to all of them', async () => {
    const header = 'Métier 1;Durée 1;Métier 2;Durée 2;Expérience';
    expect(await codes(header, 'Maçon;2;;3;10')).toEqual([
      ['years-of-no-occupation', '10'],
      ['years-of-no-occupation', '3'],
    ]);
  });
});
