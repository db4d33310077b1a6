import { describe, expect, it } from '@jest/globals';
import { wrongStatus } from '../imports/import.errors.ts';
import { inEach } from '../language/language.ts';
import { refuse } from './refuse.ts';

describe('the document of a refusal', () => {
  it('keeps "status" for the HTTP status and names the status of an import separately', () => {
    expect(wrongStatus('undone', ['finished']).toDocument()).toMatchObject({
      status: 409,
      code: 'import-status',
      importStatus: 'undone',
    });
  });

  it('lets no extension replace a member that every refusal has', () => {
    const extensions: object = { status: 'undone', seats: 3 };
    const said = inEach((language) => `Said in ${language}.`);
    const error = refuse(409, 'some-code', said, { extensions: { ...extensions } });
    expect(error.toDocument('fr')).toEqual({
      status: 409,
      code: 'some-code',
      detail: 'Said in fr.',
      type: 'urn:passerelle:problem:some-code',
      title: 'Some code',
      seats: 3,
    });
  });
});
