import { hash } from 'node:crypto';
import { copyLine, textArray } from '../../../platform/database/copying/copy-line.ts';
import { cacheByText } from '../../../platform/memory/cache-by-text.ts';
import type { CandidateDocument } from '../indexing/candidate-document.ts';
import { wordsOf } from '../search-tokens.ts';
import type { Lexemes, LookUpStems } from './lexemes.ts';
import { stemmersFor } from './stemmers.ts';

/** Returns documents as lines of COPY for the index, with the stems of their words. */
export async function linesOf(
  documents: readonly CandidateDocument[],
  lexemes: Lexemes,
  lookUp: LookUpStems,
): Promise<string[]> {
  const told = documents.map((document) => {
    const titles = wordsOf(document.titles.join(' '));
    const groups = wordsOf(document.groupTitles.join(' '));
    const words = [titles, groups, ...document.skillWords.map(wordsOf)];
    return { titles, groups, words, stemmers: stemmersFor(document.languages) };
  });
  const found = await lexemes.of(told, lookUp);
  return documents.map((document, at) => lineOf(document, told[at] ?? untold, found[at] ?? '{}'));
}

/** The words of a document that are found by their letters. */
interface TitleWords {
  titles: readonly string[];
  groups: readonly string[];
}

const untold: TitleWords = { titles: [], groups: [] };

function lineOf(
  document: CandidateDocument,
  { titles, groups }: TitleWords,
  lexemes: string,
): string {
  const groupTitles =
    titles.length === 0 ? groups : groups.filter((word) => !titles.includes(word));
  return copyLine([
    document.id, document.organisationId, titles.join(' '), groupTitles.join(' '), textArray(document.isco),
    textArray(document.esco), textArray(document.desiredOccupations), textArray(document.skills),
    `{${skillKeys(document.skills).join(',')}}`, textArray(document.languages),
    textArray(document.nationalities), document.residenceCountry, textArray(document.residencePermits),
    document.euFamilyMember, textArray(document.desiredCountries), document.educationLevel,
    textArray(document.licences), document.availableFromOn, document.availableUntilOn,
    textArray(document.consentCountries), lexemes,
  ]); // prettier-ignore
}

/**
 * Returns the same numbers that candidate_index_keys makes of a search, sorted as intarray needs
 * them.
 */
function skillKeys(skills: readonly string[]): number[] {
  return [...new Set(skills.map(skillKey))].sort((a, b) => a - b);
}

const skillKey = cacheByText((skill) => Number.parseInt(hash('md5', skill).slice(0, 8), 16) | 0);
