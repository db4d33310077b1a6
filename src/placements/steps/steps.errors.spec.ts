import { describe, expect, it } from '@jest/globals';
import { steps } from './placement-steps.ts';
import { notEntitled } from './steps.errors.ts';

describe('the refusal of a step that is for others', () => {
  it.each([
    ['en', 'The step "return" is for: agency, ministry and partner authority.'],
    ['fr', "L'étape « return » est réservée à : agence, ministère et autorité du pays partenaire."],
    ['es', 'El paso «return» está reservado a: agencia, ministerio y autoridad del país socio.'],
    ['ar', 'الخطوة "return" مخصصة لـ: الوكالة والوزارة وسلطة البلد الشريك.'],
  ] as const)('names them in one list, in %s', (language, said) => {
    expect(notEntitled('return', steps.return.by).toDocument(language)['detail']).toBe(said);
  });
});
