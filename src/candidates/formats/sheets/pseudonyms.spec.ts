import { describe, expect, it } from '@jest/globals';
import { read, said } from '../read-candidates.builders.ts';

const rejected = async (...lines: string[]): Promise<string[]> =>
  said(await read(lines.join('\n')), 'reject');

describe('a list under pseudonyms', () => {
  it.each(['Pseudonyme', 'Pseudonym', 'Seudónimo', 'اسم مستعار', 'Pseudonyme (obligatoire)'])(
    'is accepted without names if a column says so: %s',
    async (header) => {
      const records = await read(`${header};Nationalité;Métier\nX-17;Maroc;Soudeur\n`);
      expect(records[0]?.draft).toMatchObject({
        reference: 'X-17',
        givenName: null,
        familyName: null,
        nationalities: ['MA'],
      });
    },
  );

  it('keeps its own references beside the pseudonyms', async () => {
    const records = await read('Réf;Pseudonyme;Nationalité\nR-1;X-17;Maroc\n');
    expect(records[0]?.draft?.reference).toBe('R-1');
  });

  it('needs a pseudonym for every candidate, who could not be found again otherwise', async () => {
    expect(await rejected('Pseudonyme;Nationalité;Né le', ';Maroc;17/05/1994')).toEqual([
      '1 reference reference-missing',
    ]);
  });

  it('is refused without that column, and the message says how to name it', async () => {
    const [record] = await read('Réf;Nationalité\nR-1;Maroc\n');
    expect(record?.findings[0]).toMatchObject({ code: 'name-column-missing' });
    expect(record?.findings[0]?.message).toMatch(/"Pseudonym"/);
  });

  it('is not assumed if a name has a column, and then nobody is accepted without a name', async () => {
    const lines = ['Réf;Pseudonyme;Nom;Nationalité', 'R-1;X-17;;Maroc'];
    expect(await rejected(...lines)).toEqual(['1 family_name name-missing']);
    const [record] = await read('Pseudonyme;Nom;Nationalité;Né le\nZizou;Alami;Maroc;17/05/1994');
    expect(record?.draft?.reference).toMatch(/^sheet-/);
  });
});
