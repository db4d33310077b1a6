import { describe, expect, it } from '@jest/globals';
import { steps } from './placement-steps.ts';
import { notEntitled } from './steps.errors.ts';

describe('the refusal of a step that is for others', () => {
  it.each([
    [
      'en',
      'Only these parties may take the step "return": agency, ministry and partner authority.',
    ],
    [
      'fr',
      "Seuls ces acteurs peuvent effectuer l'étape « return » : agence, ministère et autorité du pays partenaire.",
    ],
    [
      'es',
      'Solo estas partes pueden realizar el paso «return»: agencia, ministerio y autoridad del país socio.',
    ],
    ['ar', 'الخطوة "return" متاحة لهذه الأطراف فقط: الوكالة والوزارة وسلطة البلد الشريك.'],
  ] as const)('names them in one list, in %s', (language, said) => {
    expect(notEntitled('return', steps.return.by).toDocument(language)['detail']).toBe(said);
  });
});
