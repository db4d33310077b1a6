import { describe, expect, it } from '@jest/globals';
import { conditionsMissing } from './circular.errors.ts';

describe('the refusal for conditions that are not on record yet', () => {
  it.each([
    ['en', 'Not on record yet: travel, insurance and return undertaking.'],
    ['fr', 'Pas encore au dossier : voyage, assurance et engagement de retour.'],
    ['es', 'Aún no consta: viaje, seguro y compromiso de retorno.'],
    ['ar', 'لم يُسجَّل بعد: السفر والتأمين والالتزام بالعودة.'],
  ] as const)('names them in words, in one list, in %s', (language, said) => {
    const refusal = conditionsMissing(['travel', 'insurance', 'return-undertaking'], 'Art. 12');
    expect(refusal.toDocument(language)['detail']).toBe(said);
  });
});
