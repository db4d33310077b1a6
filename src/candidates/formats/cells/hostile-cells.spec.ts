import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../vacancies/formats/values/findings.ts';
import { readLanguages } from './cell-languages.ts';
import { mapHeaders } from '../headers/header-mapping.ts';
import { titlesAlone } from './occupation-codes.ts';
import { tidyLines, withoutPlace } from './tidy-cells.ts';

/**
 * Returns the milliseconds that a task takes. One that tries every way of splitting a cell takes
 * seconds.
 */
function taken(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const enough = 500;

describe('a cell that is made to take long', () => {
  it.each(['a'.repeat(4000) + ':'.repeat(4000), 'ab:'.repeat(4000)])(
    'is soon known under a header that may count: %#',
    (cell) => {
      expect(taken(() => mapHeaders(['N°', 'Nom'], undefined, [[cell, 'Alami']]))).toBeLessThan(enough);
    },
  ); // prettier-ignore

  it.each(['languages', 'given_name', 'nationalities'] as const)(
    'of line breaks and blanks is soon tidy: %s',
    (column) => {
      for (const blanks of ['\n', ' ', '\n \r'].map((one) => one.repeat(4000)))
        expect(taken(() => tidyLines(`a-${blanks}X${blanks}x\n`, column))).toBeLessThan(enough);
    },
  );

  it('of brackets soon has its title', () => {
    const cell = Array.from({ length: 300 }, () => `b${'('.repeat(198)}x`).join(';');
    expect(taken(() => titlesAlone(cell, 'occupation', new Findings()))).toBeLessThan(enough);
  });

  it('of brackets and colons is soon no language, which is told', () => {
    for (const mark of ['(', ':', ' (']) {
      const findings = new Findings();
      expect(taken(() => readLanguages(`a${mark.repeat(20_000)}x`, findings))).toBeLessThan(enough);
      expect(findings.list).toMatchObject([{ code: 'language-unreadable' }]);
    }
  });

  it('of blanks before a date soon has no place', () => {
    expect(taken(() => withoutPlace(`${' '.repeat(2000)}x17/05/1994`))).toBeLessThan(enough);
  });
});

describe('a tidied cell', () => {
  it('has what was parted together, and blanks without a break as they were', () => {
    expect(tidyLines('Maro-\n caine', 'nationalities')).toBe('Marocaine');
    expect(tidyLines('Français \n (B2)\nArabe  (C2)', 'languages')).toBe(
      'Français (B2)\nArabe  (C2)',
    );
    expect(tidyLines('Ait  \n Ali  Hind', 'family_name')).toBe('Ait Ali  Hind');
    expect(withoutPlace('né  le   17/05/1994 à Fès')).toBe('17/05/1994');
  });
});
