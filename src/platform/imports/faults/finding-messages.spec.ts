import { describe, expect, it } from '@jest/globals';
import { failureSayings } from './failure-sayings.ts';
import { sayFailure, sayFinding } from './finding-messages.ts';

const failure = {
  code: 'csv-quote-unclosed',
  message: 'A quotation mark is never closed',
  about: '3',
};

describe('the reason why a file could not be read', () => {
  it.each([
    ['fr', /guillemet ouvert à la ligne 3/],
    ['es', /abierta en la línea 3/],
    ['ar', /السطر 3/],
    ['en', /^A quotation/],
  ] as const)('is given in the language %s', (language, said) => {
    expect(sayFailure({ failure }, language).failure.message).toMatch(said);
  });

  it.each([
    ['fr', /JSON valide\. \(ligne 7, colonne 33\)$/],
    ['es', /JSON válido\. \(línea 7, columna 33\)$/],
    ['ar', /\(السطر 7، العمود 33\)$/],
    ['en', /^It ends \(line 7, column 33\)$/],
  ] as const)('names the line and the column in the language %s', (language, said) => {
    const broken = { code: 'json-malformed', message: 'It ends (line 7, column 33)' };
    expect(sayFailure({ failure: broken }, language).failure.message).toMatch(said);
    expect(sayFinding(broken, language, {})).toMatch(said);
  });

  it('exists for the same codes in every language', () => {
    const [first = [], ...others] = Object.values(failureSayings).map((said) => Object.keys(said));
    for (const codes of others) expect(codes).toEqual(first);
  });
});
