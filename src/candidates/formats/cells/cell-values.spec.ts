import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { readCalendarDate, readCountries, splitList } from './cell-values.ts';

describe('a date in a cell', () => {
  it.each([
    ['17/05/1994', '1994-05-17'],
    ['17.5.1994', '1994-05-17'],
    ['1994-05-17', '1994-05-17'],
    ['1994-05-17 00:00:00', '1994-05-17'],
    ['1994-05-17T00:00:00.000Z', '1994-05-17'],
    ['17/05/1994 00:00', '1994-05-17'],
    ['١٧/٠٥/١٩٩٤', '1994-05-17'],
    ['۱۷/۰۵/۱۹۹۴', '1994-05-17'],
    ['31/02/1994', null],
    ['05/17/1994', null],
    ['17/05/94', null],
    ['mai 1994', null],
  ])('reads %s as %s', (text, date) => {
    expect(readCalendarDate(text)).toBe(date);
  });
});

describe('a cell of countries', () => {
  it.each([
    ['Marocaine', 'MA'],
    ['Maroc (MA)', 'MA'],
    ['Royaume du Maroc', 'MA'],
    ['República del Perú', 'PE'],
    ['المملكة المغربية', 'MA'],
    ['République dominicaine', 'DO'],
    ['Marocaine et française', 'MA FR'],
    ['Espagne et Italie', 'ES IT'],
    ['Espagne - Italie', 'ES IT'],
    ['إسبانيا، إيطاليا', 'ES IT'],
    ['فرنسا و إسبانيا', 'FR ES'],
    ['Bosnia and Herzegovina, Guinea-Bissau', 'BA GW'],
    ['ESPAGNE ET ITALIE', 'ES IT'],
    ['RDC', 'CD'],
    ['EAU, KSA', 'AE SA'],
    ['أردنية Jordanian', 'JO'],
    ['Maroc+France', 'MA FR'],
    ['Algérien/ne', 'DZ'],
    ['TUNISIEN/NE', 'TN'],
    ['MAROCAIN/E', 'MA'],
    ['Malien/NE', 'ML NE'],
    ['Corée (du Sud)', 'KR'],
    ['Malien (ne), Sud-africain/e', 'ML ZA'],
    ['Tunisie/NE', 'TN NE'],
    ['Français/ES', 'FR ES'],
    ['Malien(ne) / Français(e)', 'ML FR'],
    ['R.D.C. / U.K.', 'CD GB'],
    ['Guinée Conakry', 'GN'],
    ['Congo Brazzaville', 'CG'],
    ['Congo (RDC)', 'CD'],
    ['Congo (the Democratic Republic of the)', 'CD'],
    ['Congo (Dem. Rep.)', 'CD'],
    ['Congo, Dem. Rep.', 'CD'],
    ['Congo, the Democratic Republic of the; Congo, Rep.', 'CD CG'],
    ['Congo (République démocratique du)', 'CD'],
    ['Moldova, Republic of, Korea, Rep.', 'MD KR'],
    ['Soudan (Sud), Sudan (South)', 'SS'],
    ['Korea (South)', 'KR'],
    ['Algérie (République algérienne démocratique et populaire)', 'DZ'],
    ['RD Congo et Centrafrique', 'CD CF'],
    ['Cap Vert, Birmanie', 'CV MM'],
    ['Swaziland; Macédoine; Palestine', 'SZ MK PS'],
    ['Etats-Unis, Angleterre', 'US GB'],
    ['كوت ديفوار', 'CI'],
    ['المملكة العربية السعودية', 'SA'],
    ['apatride', 'XX'],
  ])('reads %s as %s', (cell, codes) => {
    const findings = new Findings();
    expect(readCountries(cell, 'nationalities', findings).join(' ')).toBe(codes);
    expect(findings.list).toEqual([]);
  });

  it.each([
    'Espagne ou Italie',
    'ESPAGNE OU ITALIE',
    'España o Italia',
    'Spain or Italy',
    'إسبانيا أو إيطاليا',
  ])('names two alternatives, of which both are wanted but neither is held: %s', (cell) => {
    const findings = new Findings();
    expect(readCountries(cell, 'desired_countries', findings)).toEqual(['ES', 'IT']);
    expect(readCountries(cell, 'nationalities', findings)).toEqual([]);
    expect(findings.list).toMatchObject([{ code: 'country-unknown', value: cell }]);
  });

  it.each([
    'Marocain (Français)',
    'Irlande du Nord',
    'Irlande (du Nord)',
    'Irlande (Nord)',
    'Congo (Rép. démocr.)',
    'Ireland (Northern)',
    'Irlandais (Nord)',
    'Congolaise',
  ])('is reported if it may mean either of two: %s', (value) => {
    const findings = new Findings();
    expect(readCountries(value, 'nationalities', findings)).toEqual([]);
    expect(findings.list).toMatchObject([{ code: 'country-unknown', value }]);
  });

  it.each([
    ['Marocaine (aussi française)', 'MA'],
    ['Marocain (Espagne)', 'MA'],
    ['Malien (NE)', 'ML'],
    ['Taiwan (China)', 'TW'],
    ['Puerto Rico (USA)', 'PR'],
    ['Espagne (Granada)', 'ES'],
    ['Taiwan (China) et Maroc', 'TW MA'],
  ])('is reported if brackets hold another country: %s', (value, codes) => {
    const findings = new Findings();
    expect(readCountries(value, 'nationalities', findings).join(' ')).toBe(codes);
    expect(findings.list).toMatchObject([{ code: 'country-in-brackets', severity: 'drop', value }]);
  });

  it('is reported if one part of it is no country', () => {
    const findings = new Findings();
    expect(readCountries('Espagne et UE;Italie', 'desired_countries', findings)).toEqual(['IT']);
    expect(findings.list).toMatchObject([{ code: 'country-unknown', value: 'Espagne et UE' }]);
  });

  it.each([
    ['Maroc, France (en cours)', 'MA', 'France (en cours)'],
    ['Maroc; Française, demande en cours', 'MA', 'Française, demande en cours'],
    ['Espagne (expiré)', '', 'Espagne (expiré)'],
    ['Espagne, Italie (non)', 'ES', 'Italie (non)'],
    ['إسبانيا (منتهية الصلاحية)', '', 'إسبانيا (منتهية الصلاحية)'],
    ['Italia (permesso scaduto)', '', 'Italia (permesso scaduto)'],
    ['demandé en France', '', 'demandé en France'],
  ])('leaves out what is not held: %s', (cell, codes, value) => {
    const findings = new Findings();
    expect(readCountries(cell, 'residence_permits', findings).join(' ')).toBe(codes);
    expect(findings.list).toMatchObject([{ code: 'not-held', severity: 'drop', value }]);
  });
});

describe('a list of values', () => {
  it('is split at semicolons, but not at those of HTML entities', () => {
    const cell = 'Soudeur &amp; plombier;Maçon; Chef d&#39;équipe|Peintre';
    expect(splitList(cell)).toEqual([
      'Soudeur &amp; plombier',
      'Maçon',
      'Chef d&#39;équipe',
      'Peintre',
    ]);
  });
});
