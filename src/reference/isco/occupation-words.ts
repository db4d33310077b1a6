import { readTable } from '../csv-table.ts';
import { foldWords } from '../fold-words.ts';
import { iscoGroups } from './isco.ts';

/** Below this, the words are kept and a person is asked: nothing is guessed in silence. */
export const WORDS_CONFIDENCE = 0.7;

const small = new Set(
  foldWords('of and the for in a an with de des du d la le les l un une et en el los las y di e von und')
    .split(' '), // prettier-ignore
);

/** Words that tell who is sought, not for what. */
const beside = new Set(
  foldWords(
    'm f w h d x mf hf senior junior experienced registered qualified certified skilled urgent ' +
      'full part time temporary seasonal saisonnier confirmé débutant qualifié diplômé titulado temporal',
  ).split(' '),
);

/** A word that no title of ours knows says little: a place, a firm, a method. */
const UNKNOWN_WORD = 0.25;

/** Lower case, without accents; the longest common ending is cut. What stands in brackets is left out. */
function wordsOf(title: string): string[] {
  const words = foldWords(title.replace(/\(.*?\)/g, ' ').replace(/·e?s?\b/g, '')).split(' ');
  const telling = words.filter((word) => word && !small.has(word) && !beside.has(word));
  return telling.map((word) => (word.length > 4 ? word.replace(/(es|s|e)$/, '') : word));
}

/** Groups of what fits nowhere else have titles that say so, and nothing about the work. */
const leftover = /not elsewhere classified|related/;

const known = [
  ...readTable(new URL('./everyday-titles.csv', import.meta.url)),
  ...iscoGroups
    .filter(({ code, title }) => code.length === 4 && !leftover.test(title))
    .map(({ code, title }) => [title, code] as const),
].map(([title, isco]) => ({ words: new Set(wordsOf(title)), isco }));

/** In how many titles a word stands; one that stands in none may be anything. */
const vocabulary = new Set(known.flatMap(({ words }) => [...words]));

/**
 * The unit group whose title shares the most words with `title`: in English, or an everyday title in
 * French, Spanish, Italian, German or Arabic. The confidence is the Dice coefficient of the words,
 * where words that no title has count a quarter: a "TIG welder" is a welder, a "dental nurse" no
 * nurse, since "dental" is the mark of other work. Null below WORDS_CONFIDENCE, and where two groups
 * fit equally.
 */
export function findOccupationByWords(title: string): { isco: string; confidence: number } | null {
  const asked = [...new Set(wordsOf(title.slice(0, 200)))];
  const unknown = asked.filter((word) => !vocabulary.has(word)).length;
  const weight = asked.length - unknown * (1 - UNKNOWN_WORD);
  let best = { isco: '', confidence: 0 };
  let tied = false;
  for (const { words, isco } of known) {
    const shared = asked.filter((word) => words.has(word)).length;
    const confidence = (2 * shared) / (weight + words.size);
    if (confidence > best.confidence) {
      best = { isco, confidence };
      tied = false;
    } else if (confidence === best.confidence && isco !== best.isco) tied = true;
  }
  return best.confidence >= WORDS_CONFIDENCE && !tied ? best : null;
}
