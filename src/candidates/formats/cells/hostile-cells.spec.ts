import { describe, expect, it } from '@jest/globals';
import { Findings } from '../../../platform/formats/findings.ts';
import { readLanguages } from './cell-languages.ts';
import { mapHeaders } from '../headers/header-mapping.ts';
import { titlesAlone } from './occupation-codes.ts';
import { tidyLines, withoutPlace } from './tidy-cells.ts';

/**
 * Returns the milliseconds that some work takes. Work that tries every way of splitting a cell
 * takes seconds.
 */
function taken(work: () => unknown): number {
  const begun = performance.now();
  work();
  return performance.now() - begun;
}

const enough = 500;

describe('a cell that is made to take long', () => {
  it.each(['a'.repeat(4000) + ':'.repeat(4000), 'ab:'.repeat(4000)])(
    'is recognised quickly under a header that may count: %#',
    (cell) => {
      expect(taken(() => mapHeaders(['N°', 'Nom'], undefined, [[cell, 'Alami']]))).toBeLessThan(enough);
    },
  ); // prettier-ignore

  it.each(['languages', 'given_name', 'nationalities'] as const)(
    'tidies line breaks and blanks quickly: %s',
    (column) => {
      for (const blanks of ['\n', ' ', '\n \r'].map((one) => one.repeat(4000)))
        expect(taken(() => tidyLines(`a-${blanks}X${blanks}x\n`, column))).toBeLessThan(enough);
    },
  );

  it('gives a title quickly if it is made of brackets', () => {
    const cell = Array.from({ length: 300 }, () => `b${'('.repeat(198)}x`).join(';');
    expect(taken(() => titlesAlone(cell, 'occupation', new Findings()))).toBeLessThan(enough);
  });

  it('is quickly reported as no language if it is made of brackets and colons', () => {
    for (const mark of ['(', ':', ' (']) {
      const findings = new Findings();
      expect(taken(() => readLanguages(`a${mark.repeat(20_000)}x`, findings))).toBeLessThan(enough);
      expect(findings.list).toMatchObject([{ code: 'language-unreadable' }]);
    }
  });

  it('is quickly found to have no place if blanks precede a date', () => {
    expect(taken(() => withoutPlace(`${' '.repeat(2000)}x17/05/1994`))).toBeLessThan(enough);
  });
});

describe('a tidied cell', () => {
  it('joins what was split over lines, and keeps blanks without a line break', () => {
    expect(tidyLines('Maro-\n caine', 'nationalities')).toBe('Marocaine');
    expect(tidyLines('Français \n (B2)\nArabe  (C2)', 'languages')).toBe(
      'Français (B2)\nArabe  (C2)',
    );
    expect(tidyLines('Ait  \n Ali  Hind', 'family_name')).toBe('Ait Ali  Hind');
    expect(withoutPlace('né  le   17/05/1994 à Fès')).toBe('17/05/1994');
  });
});
