import { describe, expect, it } from '@jest/globals';
import { read, said } from '../read-candidates.builders.ts';

const languagesOf = async (header: string, cell: string) => {
  const [record] = await read(`Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;"${cell}"\n`);
  return record?.draft?.languages.map(({ code, level }) => `${code}:${level}`);
};

describe('a column of one language', () => {
  it.each([
    ['Which languages do you speak? [French]', 'B1', ['fr:B1']],
    ['Langues parlées [Anglais]', 'A2', ['en:A2']],
    ['niveau_anglais', 'A2', ['en:A2']],
    ['Language level (English)', 'B1', ['en:B1']],
    ['اللغة الإنجليزية', 'B1', ['en:B1']],
    ['Langues (français, anglais)', 'es:B1', ['es:B1']],
    ['Langue (ex. français)', 'es:B1', ['es:B1']],
    ['Langue maternelle', 'Arabe', ['ar:C2']],
    ['Langue maternelle', 'Arabe, français (B2)', ['ar:C2', 'fr:B2']],
  ])('is named in many ways: %s', async (header, cell, languages) => {
    expect(await languagesOf(header, cell)).toEqual(languages);
  });

  it('may be one for speaking and one for writing, and neither replaces the other', async () => {
    for (const header of [
      'Français (oral);Français (écrit)',
      'Niveau français parlé;Niveau français écrit',
      'French - spoken;French - written',
      'Niveau en français ? [Oral];Niveau en français ? [Écrit]',
    ]) {
      const [record] = await read(`Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;B2;A1\n`);
      expect(record?.draft?.languages).toMatchObject([
        { code: 'fr', level: 'A1', dimensions: { spokenProduction: 'B2', writing: 'A1' } },
      ]);
    }
    const [none] = await read(
      'Réf;Nom;Nationalité;Français oral;Français écrit\nR-1;Alami;MA;non;\n',
    );
    expect([none?.draft?.languages, none?.findings.map(({ code }) => code)]).toEqual([
      [],
      ['consent-missing'],
    ]);
  });

  it('may be under a merged heading, like a licence', async () => {
    const lines = ['Réf;Nom;Nationalité;Langues;;Permis;', ';;;Français;Anglais;B;C'];
    const records = await read([...lines, 'R-1;Alami;MA;B2;A1;X;'].join('\n'));
    expect(records).toHaveLength(1);
    expect(records[0]?.draft).toMatchObject({
      languages: [
        { code: 'fr', level: 'B2' },
        { code: 'en', level: 'A1' },
      ],
      licences: ['B'],
    });
  });
});

describe('a cell of languages', () => {
  it.each([
    ['Français DELF B1', ['fr:B1']],
    ['Allemand: Goethe B2', ['de:B2']],
    ['Arabe (L. maternelle) ; Français B2', ['ar:C2', 'fr:B2']],
    ['• Français : B2\n• Anglais : A2', ['fr:B2', 'en:A2']],
  ])('is read as clerks write it: %s', async (cell, languages) => {
    expect(await languagesOf('Langues', cell)).toEqual(languages);
  });

  it.each(['Français : lu, écrit, parlé', 'Français (lu, écrit, parlé)'])(
    'gets one finding if it says several things of one language: %s',
    async (cell) => {
      const records = await read(`Réf;Nom;Nationalité;Langues\nR-1;Alami;MA;"${cell}"\n`);
      expect(said(records, 'drop')).toEqual(['1 languages language-unreadable']);
    },
  );
});

describe('a list of lines', () => {
  it.each([
    ['- Soudeur\n- Plombier', ['Soudeur', 'Plombier']],
    ['Maçon\n(gros œuvre)', ['Maçon (gros œuvre)']],
  ])('is read without its bullets, and with the text in brackets: %s', async (cell, titles) => {
    const [record] = await read(`Réf;Nom;Nationalité;Métier\nR-1;Alami;MA;"${cell}"\n`);
    expect(record?.draft?.occupations.map(({ title }) => title)).toEqual(titles);
  });
});
