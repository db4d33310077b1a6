import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { readWorkedYears, yearsBehind } from './worked-years.ts';

describe('a cell of years of work', () => {
  it.each([
    ['7,5', 7.5],
    ['7.5 ans', 7.5],
    ['7ans et demi', 7.5],
    ['5 años (2015-2020)', 5],
    ['De 2015 a 2020 (5 años)', 5],
    ['5 ans (chez Alami)', 5],
    ['6 (mois)', 0.5],
    ['18 (months)', 1.5],
    ['8 (شهر)', 0.67],
    ['3 (semaines)', null],
    ['30 (jours)', null],
    ['6 (12 semaines)', null],
    ['5 (ans)', 5],
    ['2015-2020 (Maroc)', 5],
    [`5 ans${' '.repeat(30_000)}et 6 mois`, 5.5],
    ['7 años y medio', 7.5],
    ['7 and a half years', 7.5],
    ['٧ سنوات ونصف', 7.5],
    ['٧٫٥', 7.5],
    ['1an', 1],
    ['5 ans et 6 mois', 5.5],
    ['2 yrs & 3 mos', 2.25],
    ['3A 6M', 3.5],
    ['6 mois', 0.5],
    ['18 meses', 1.5],
    ['2 años y 3 meses', 2.25],
    ['٣ سنوات', 3],
    ['6 أشهر', 0.5],
    ['سنتان', 2],
    ['سنة واحدة', null],
    ['deux ans', 2],
    ['un an', 1],
    ['dix ans', 10],
    ['ocho años y seis meses', 8.5],
    ['خمسة أشهر', 0.42],
    ['not less than 5 years', 5],
    ['pas moins de 5 ans', 5],
    ['3e année', null],
    ['3º año', null],
    ['dix-huit ans', null],
    ['sept 2015', null],
    ['+5 ans', 5],
    ['10+', 10],
    ['plus de 10 ans', 10],
    ['más de 3 años', 3],
    ["environ 5 ans d'expérience", 5],
    ['5 à 7 ans', 5],
    ['Entre 3 et 5 ans', 3],
    ['de 3 à 5 ans', 3],
    ['between 3 and 5 years', 3],
    ['entre 3 y 5 años', 3],
    ['5-7 ans', 5],
    ['6-12 mois', 0.5],
    ['2015-2019', 4],
    ['2015 à 2019', 4],
    ['05/2015 - 06/2019', 4.08],
    ['de 2015 à 2019', 4],
    ['05/2015 - 2019', null],
    ['sans expérience', 0],
    ['Débutante', 0],
    ['sin experiencia', 0],
    ['بدون خبرة', 0],
    ['depuis 2015', null],
    ['45 jours', null],
    ["moins d'un an", null],
    ['2 ans 1/2', null],
    ['61', null],
    ['beaucoup', null],
  ])('reads %s as %s', (text, years) => {
    const findings = new Findings();
    expect(readWorkedYears(text, findings)).toBe(years);
    expect(findings.list).toHaveLength(years === null ? 1 : 0);
  });
});

describe('the years of work after a title', () => {
  it.each([
    ['Maçon (10 ans)', 10],
    ['Maçon (2015-2019)', 4],
    ['Maçon: 10 ans', 10],
    ['Maçon (3 anos e 6 meses)', 3.5],
    ['Infirmier (3e année)', null],
    ['Enfermero (3º año)', null],
    ['Enfermera (2.ª año)', null],
    ['Professeur (6-10 ans)', null],
    ['Professeur (6 à 10 ans)', null],
    ['Infirmier (0-2 ans)', null],
  ])('reads those of %s as %s', (text, years) => {
    expect(yearsBehind(text)?.years ?? null).toBe(years);
  });
});
