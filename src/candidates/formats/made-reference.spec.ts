import { describe, expect, it } from '@jest/globals';
import { read, said } from './read-candidates.builders.ts';

describe('a sheet without references', () => {
  it.each([
    ['in order', ['1', '2', '3'], null],
    ['of what is left of a longer list', ['7', '3', '12'], null],
    ['in Arabic digits', ['١', '٢', '٣'], null],
    ['with letters', ['M-1', 'M-2', 'M-3'], 'M-1'],
    ['of a register', ['20261', '20262', '20263'], '20261'],
  ])(
    'takes numbers under N° %s for references only if they can be references',
    async (_what, cells, first) => {
      const rows = cells.map((cell, at) => `${cell};Alami;Hind-${at};1${at}/05/1994;MA`);
      const records = await read(['N°;Nom;Prénom;Né le;Nationalité', ...rows].join('\n'));
      const references = records.map(({ draft }) => draft?.reference);
      expect(new Set(references).size).toBe(3);
      expect(references[0]).toEqual(first ?? expect.stringMatching(/^sheet-[0-9a-f]{16}$/));
      expect(said(records, 'warn').includes('1 reference reference-made')).toBe(first === null);
    },
  );

  it('makes no reference that would not tell a person from others, nor one in place of an empty cell', async () => {
    const told = async (text: string) => said(await read(text), 'reject');
    const missing = ['1 reference reference-missing'];
    expect(await told('N°;Nom;Prénom;Nationalité\n1;Alami;Hind;MA\n')).toEqual(missing);
    expect(await told('Nom;Né le;Nationalité\n;17/05/1994;MA\n')).toEqual([
      '1 family_name name-missing',
    ]);
    expect(await told('Réf;Nom;Né le;Nationalité\n;Alami;17/05/1994;MA\n')).toEqual(missing);
  });

  it('makes the same reference however a later file writes the person', async () => {
    const reference = async (text: string) => (await read(text))[0]?.draft?.reference;
    const first = await reference('Nom;Prénom;Né le;Nationalité;Tél\nAÏT SAÏD;Hind;17/05/1994;MA;0612345678\n');
    const again = 'N°;Prénom;Nom;Nationalité;Né le;Tél\n9;hind;Ait Saïd;MA;1994-05-17;+212 6 12 34 56 78\n';
    expect(await reference(again)).toBe(first);
  }); // prettier-ignore
});
