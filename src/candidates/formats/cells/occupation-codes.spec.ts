import { describe, expect, it } from '@jest/globals';
import { mapHeaders } from '../headers/header-mapping.ts';
import { read } from '../read-candidates.builders.ts';

const one = async (header: string, cells: string) =>
  (await read(`Réf;Nom;Nationalité;${header}\nR-1;Alami;MA;${cells}\n`))[0];

const welder = { isco: '7212', title: 'Soudeur' };

describe('a column of codes beside titles', () => {
  it.each([
    ['Métier;Code CITP', 'Soudeur;2221', [{ isco: '2221', title: 'Soudeur' }]],
    ['ISCO-08 code;Job', '7212;Soudeur', [welder]],
    ['Ocupación;CIUO-08;Código CNO', 'Soudeur;;5120', [welder]],
    ['Métier;Code CITP', '7212 Soudeur;7212', [welder]],
    ['Métier;Code CITP', ';7212', [{ isco: '7212', title: null }]],
    ['Code CITP', '7212', [{ isco: '7212', title: null }]],
    [
      'Métier 1;Code CITP 1;Métier 2;Code CITP 2',
      'Soudeur;7212;Chef;1323',
      [welder, { isco: '1323', title: 'Chef' }],
    ],
    ['Métier;Code CITP', '"Soudeur;Chef";"7212;1323"', [welder, { isco: '1323', title: 'Chef' }]],
  ])('decides which occupations they are: %s, %s', async (header, cells, occupations) => {
    const record = await one(header, cells);
    expect(record?.draft?.occupations).toMatchObject(occupations);
  });

  it.each(['"7212;7126"', 'G1803'])('is left out and reported if it is unclear: %s', async (code) => {
    const record = await one('Métier;Code CITP', `Soudeur;${code}`);
    expect(record?.draft?.occupations).toMatchObject([welder]);
    expect(record?.findings.map((found) => found.code)).toContain('occupation-codes-unclear');
  }); // prettier-ignore

  it('keeps the title if the code does not exist', async () => {
    expect((await one('Métier;Code CITP', 'Soudeur;9999'))?.draft?.occupations).toMatchObject([welder]);
  }); // prettier-ignore

  it('belongs to the wishes it follows, which are not work done', async () => {
    const { draft } = (await one('Métier souhaité;Code CITP', 'Soudeur;7212')) ?? {};
    expect(draft).toMatchObject({ occupations: [], desiredOccupations: ['7212'] });
  });

  it('is only suggested after an unknown header, and unknown if it names another list', () => {
    const meant = mapHeaders(['Nom', 'Emploi rêvé', 'Code CITP', 'CITP-88', 'Code CNO']).slice(2);
    expect(meant.map(({ column, suggested }) => [column, suggested])).toEqual([
      [null, 'occupation'],
      [null, undefined], [null, undefined],
    ]); // prettier-ignore
  });
});

describe('a column of titles that names another list', () => {
  it.each([
    ['Ocupación (CNO)', '7121 Albañil', 'Albañil', '7112'],
    ['Ocupación CNO', 'Albañil (7121)', 'Albañil', '7112'],
    ['Métier (code ROME)', 'F1703 - Maçon', 'Maçon', '7112'],
    ['Occupation (ISCO-88)', 'Welder', 'Welder', '7212'],
  ])('is read by its words: %s, %s', async (header, cell, title, isco) => {
    expect((await one(header, cell))?.draft?.occupations).toMatchObject([{ title, isco }]);
  });

  it('leaves out a bare code, and reports that', async () => {
    const record = await one('Métier (ROME)', '"F1703;Soudeur"');
    expect(record?.draft?.occupations).toMatchObject([welder]);
    expect(record?.findings).toContainEqual(
      expect.objectContaining({ code: 'occupation-list-unknown', value: 'F1703' }),
    );
  });

  it('gives way to a column that names no other list, wherever that is', async () => {
    const record = await one('Métier (ROME);Profession', 'F1703;Soudeur');
    expect(record?.draft?.occupations).toMatchObject([welder]);
  });
});
