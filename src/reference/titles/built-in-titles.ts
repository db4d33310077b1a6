import { readTable } from '../csv-table.ts';
import { iscoGroups } from '../isco/isco.ts';
import { type NamedOccupation, TitleReader } from './title-reader.ts';

/** Groups of what fits nowhere else have titles that say so, and nothing about the work. */
const leftover = /not elsewhere classified|related/;

const unitTitles: readonly NamedOccupation[] = iscoGroups
  .filter(({ code, title }) => code.length === 4 && !leftover.test(title))
  .map(({ code, title }) => ({
    uri: null,
    isco: code,
    language: 'en',
    names: [title],
    unverified: false,
  }));

/** Titles that may be of several groups, `2411|3313`, are names of each, so that a person is asked. */
function titlesIn(file: string, unverified: boolean): NamedOccupation[] {
  return readTable(new URL(file, import.meta.url)).flatMap(
    ([language = '', groups = '', titles = '']) =>
      groups.split('|').map((isco) => ({
        uri: null,
        isco,
        language,
        names: titles.split('|'),
        unverified,
      })),
  );
}

/**
 * What titles are read by without ESCO, and beside it: the unit groups of ISCO-08 in English,
 * everyday titles in several languages, and a lexicon in Arabic (standard, as used in Morocco, and
 * French loan words) that no authority has checked, since ESCO has no Arabic.
 */
export const builtInTitles: readonly NamedOccupation[] = [
  ...unitTitles,
  ...titlesIn('./everyday-titles.csv', false),
  ...titlesIn('./arabic-titles.csv', true),
];

/** Reads titles as without ESCO: as ISCO groups. */
export const builtInReader = TitleReader.of(builtInTitles);
