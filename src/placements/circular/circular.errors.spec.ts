import { describe, expect, it } from '@jest/globals';
import { conditionsMissing } from './circular.errors.ts';

describe('the refusal for conditions that are not on record yet', () => {
  it.each([
    [
      'en',
      'These conditions are not on record yet: travel, insurance and return undertaking. Record them before the authorisation.',
    ],
    [
      'fr',
      "Ces conditions ne figurent pas encore au dossier : voyage, assurance et engagement de retour. Enregistrez-les avant l'autorisation.",
    ],
    [
      'es',
      'Aún no constan estas condiciones: viaje, seguro y compromiso de retorno. Regístrelas antes de la autorización.',
    ],
    ['ar', 'هذه الشروط غير مسجلة بعد: السفر والتأمين والالتزام بالعودة. سجّلوها قبل الترخيص.'],
  ] as const)('names them in words, in one list, in %s', (language, said) => {
    const refusal = conditionsMissing(['travel', 'insurance', 'return-undertaking'], 'Art. 12');
    expect(refusal.toDocument(language)['detail']).toBe(said);
  });
});
