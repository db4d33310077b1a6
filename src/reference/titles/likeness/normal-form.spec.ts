import { describe, expect, it } from '@jest/globals';
import { askedForms, formsOf, normalForm } from './normal-form.ts';

describe('the normal form of a title', () => {
  it.each([
    ['Schweißer', 'schweisser'],
    ['Maçon – Coffreur', 'macon coffreur'],
    ['الْكَهْرَبَائِيّ', 'كهربايي'],
    ['أستاذة', 'استاذه'],
    ['Elektrikář, Łódź', 'elektrikar lodz'],
  ])('turns %s into %s', (title, form) => {
    expect(normalForm(title)).toBe(form);
  });
});

describe('a title for either gender', () => {
  it.each([
    ['Infirmier (H/F)', 'infirmier'],
    ['Schweißer (m/w/d)', 'schweisser'],
    ['Infirmier/ère', 'infirmier'],
    ['Ouvrier(ère) agricole', 'ouvrier agricole'],
    ['Employé(e) de maison', 'employe de maison'],
    ['Salarié·e·s agricoles', 'salarie agricoles'],
    ['Lehrer*in', 'lehrer'],
    ['FachlehrerIn', 'fachlehrer'],
    ['Camarero/a de piso', 'camarero de piso'],
    ['Directeur/trice', 'directeur'],
    ['Kaufmann/-frau', 'kaufmann'],
  ])('is reduced from %s to %s', (title, form) => {
    expect(formsOf(title)).toEqual([form]);
  });

  it('has a form for each gender if it is written in two whole words', () => {
    expect(formsOf('Förster/Försterin im Staatsdienst')).toEqual([
      'forster im staatsdienst',
      'forsterin im staatsdienst',
      'forster forsterin im staatsdienst',
    ]);
  });

  it('is not confused with a choice of two occupations', () => {
    expect(formsOf('Cook / driver')).toEqual(['cook driver', 'cook', 'driver']);
  });

  it.each(['', ' / ', '(m/w/d)', '***'])('has no form if it contains no word: %j', (title) => {
    expect(formsOf(title)).toEqual([]);
  });
});

it('reads a title first without the words beside the work, unless none would be left', () => {
  expect(askedForms('Électricien confirmé (H/F) CDI')).toEqual([
    'electricien',
    'electricien confirme cdi',
  ]);
  expect(askedForms('Senior')).toEqual(['senior']);
});
