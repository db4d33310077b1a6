import { describe, expect, it } from '@jest/globals';
import { textFormat } from './number-formats.ts';

const asFormatted = (number: string, code: string): string => textFormat(code)?.(number) ?? number;

describe('a number in a format', () => {
  it.each([
    ['18', '0 "mois"', '18 mois'],
    ['4.6', '0" ans"', '4.6 ans'],
    ['35', '0.0" h"', '35 h'],
    ['2', '"Bac+"0', 'Bac+2'],
    ['2', '\\B\\a\\c\\+0', 'Bac+2'],
    ['7', 'General" años"', '7 años'],
    ['7', '[Red]#,##0\\ "سنوات";[Blue]\\-0', '7 سنوات'],
    ['0', '0 "mois"', '0 mois'],
    ['1500', '#,##0.00\\ [$DH-40C]', '1500 DH'],
    ['1500.5', '_-* #,##0.00\\ "€"_-;\\-* #,##0.00\\ "€"_-;_-* "-"??\\ "€"_-', '1500.5 €'],
    ['1', '"Oui";;"Non"', 'Oui'],
    ['0', '"Oui";;"Non"', 'Non'],
  ])('is read with the text of it: %s in %s', (number, code, shown) => {
    expect(asFormatted(number, code)).toBe(shown);
  });

  it.each([
    ['110', '0000', '0110'],
    ['42', '"R-"0000', 'R-0042'],
    ['612345678', '0#" "##" "##" "##" "##', '06 12 34 56 78'],
    ['212612345678', '+#', '+212612345678'],
    ['17051990', '00\\/00\\/0000', '17/05/1990'],
    ['5041990', '00\\/00\\/0000', '05/04/1990'],
    ['123456', '0000', '123456'],
  ])('keeps the zeros and marks of it: %s in %s', (number, code, shown) => {
    expect(asFormatted(number, code)).toBe(shown);
  });

  it.each([
    ['12000', 'General'],
    ['12000', '#,##0'],
    ['4.5', '0'],
    ['4.5', '@'],
    ['0.5', '0%'],
    ['0.5', '# ?/?'],
    ['12000', '0,"k"'],
    ['12000', '0.00E+00'],
    ['33010', 'dd/mm/yyyy'],
    ['0.5', '[h]:mm'],
    ['5551234', '[<=9999999]###\\-####;0'],
    ['-18', '0 "mois"'],
    ['5', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
    ['0', '_(* #,##0_);_(* \\(#,##0\\);_(* "-"_);_(@_)'],
    ['5', ';;;'],
    ['5', '"'],
    ['5', `"${'x'.repeat(300)}"0`],
    ['#REF!', '0 "mois"'],
  ])('stands alone if it shows nothing more, or something else: %s in %s', (number, code) => {
    expect(asFormatted(number, code)).toBe(number);
  });
});
