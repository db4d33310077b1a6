import { readTable } from '../csv-table.ts';
import { iscoGroups } from '../isco/isco.ts';
import { type NamedOccupation, TitleReader } from './title-reader.ts';

/** Titles of groups for everything else, which say nothing about the work. */
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

/**
 * Reads a list of titles. A title that several groups share, `2411|3313`, is a name of each, so
 * that a person is asked.
 */
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
 * The titles that are known without ESCO and used beside it. They are the unit groups of ISCO-08 in
 * English, everyday titles in several languages, and an Arabic lexicon, since ESCO has no Arabic.
 * The lexicon has standard Arabic, Arabic as spoken in Morocco, and French loan words. No authority
 * has checked it.
 */
export const builtInTitles: readonly NamedOccupation[] = [
  ...unitTitles,
  ...titlesIn('./everyday-titles.csv', false),
  ...titlesIn('./arabic-titles.csv', true),
];

/** Reads titles as ISCO groups, without ESCO. */
export const builtInReader = TitleReader.of(builtInTitles);
