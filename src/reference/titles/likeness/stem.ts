import { stemmer as arabic } from '@orama/stemmers/arabic';
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as french } from '@orama/stemmers/french';
import { stemmer as german } from '@orama/stemmers/german';
import { stemmer as greek } from '@orama/stemmers/greek';
import { stemmer as hungarian } from '@orama/stemmers/hungarian';
import { stemmer as irish } from '@orama/stemmers/irish';
import { stemmer as italian } from '@orama/stemmers/italian';
import { stemmer as lithuanian } from '@orama/stemmers/lithuanian';
import { stemmer as norwegian } from '@orama/stemmers/norwegian';
import { stemmer as portuguese } from '@orama/stemmers/portuguese';
import { stemmer as romanian } from '@orama/stemmers/romanian';
import { stemmer as spanish } from '@orama/stemmers/spanish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import { stemmer as ukrainian } from '@orama/stemmers/ukrainian';

import { cacheByText } from '../../../platform/memory/cache-by-text.ts';

type Stem = (word: string) => string;

/**
 * Snowball's stemmers by ISO 639-1 code. Snowball has none for the other languages of ESCO. The
 * Bulgarian one of this package is not Snowball's, and throws for words such as главен.
 */
const snowball: Readonly<Record<string, Stem>> = {
  ar: arabic, da: danish, nl: dutch, en: english, fi: finnish, fr: french, de: german,
  el: greek, hu: hungarian, ga: irish, it: italian, lt: lithuanian, no: norwegian, pt: portuguese,
  ro: romanian, es: spanish, sv: swedish, uk: ukrainian,
}; // prettier-ignore

/** The scripts of the stemmers that are not for Latin letters. */
const scripts: Readonly<Record<string, RegExp>> = {
  ar: /\p{Script=Arabic}/u,
  el: /\p{Script=Greek}/u,
  uk: /\p{Script=Cyrillic}/u,
};
const latin = /\p{Script=Latin}/u;

/**
 * Skips words without a letter of the stemmer's script. The stemmer would leave them unchanged,
 * after trying all its rules.
 */
function inItsScript(stem: Stem, language: string): Stem {
  const script = scripts[language] ?? latin;
  return (word) => (script.test(word) ? stem(word) : word);
}

/**
 * The number of words remembered. A stemmer takes microseconds, and if the language is not known,
 * every stemmer is asked.
 */
const REMEMBERED = 50_000;

const stemmers = new Map(
  Object.entries(snowball).map(([language, stem]) => [
    language,
    cacheByText(inItsScript(stem, language), REMEMBERED),
  ]),
);

/**
 * Returns a function that cuts the ending of a word of `language` (ISO 639-1). It leaves words
 * whole if the language has no stemmer or is null.
 */
export function stemmerOf(language: string | null): Stem {
  return stemmers.get(language ?? '') ?? ((word) => word);
}
