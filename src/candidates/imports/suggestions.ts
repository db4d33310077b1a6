import type { Finding } from '../../platform/formats/finding.ts';
import { languages } from '../../platform/language/language.ts';
import { listCountries, countryName } from '../../reference/countries/countries.ts';
import { foldWords } from '../../reference/fold-words.ts';
import { iscoTitle } from '../../reference/isco/isco.ts';
import { likeness } from '../../platform/language/likeness.ts';
import { builtInReader } from '../../reference/titles/built-in-titles.ts';
import { permitCategories } from '../../vacancies/formats/vacancy-draft.ts';
import { consentPurposes, consentSections } from '../formats/candidate-draft.ts';
import { languageMeant } from '../formats/cells/cell-languages.ts';
import { gregorianOf } from '../formats/dates/other-calendars.ts';
import { educationMeant } from '../formats/cells/said-levels.ts';

/** A word with the value to write in its place. */
interface Known {
  folded: string;
  meant: string;
}

/** The most letters that may be wrong, as a share of the longer word. */
const mostWrong = 0.34;

const plain = (words: readonly string[]): Known[] =>
  words.map((word) => ({ folded: foldWords(word), meant: word }));

function countries(): Known[] {
  return listCountries().flatMap(({ code }) =>
    languages.map((language) => {
      const name = countryName(code, language);
      return { folded: foldWords(name), meant: `${code} ${name}` };
    }),
  );
}

/** The values that a cell could have meant, by the code of the finding. */
const sources: Readonly<Record<string, () => Known[]>> = {
  'country-unknown': countries,
  // The row is rejected for this finding alone and comes back to be mended, so the suggestion
  // belongs here.
  'nationality-missing': countries,
  'permit-category-unknown': () => plain(permitCategories),
  'purpose-unknown': () => plain(consentPurposes),
  'section-unknown': () => plain(consentSections),
};

/** Suggests what an unknown value may have meant. Each value is looked up once. */
export class Suggestions {
  private readonly known = new Map<string, Known[]>();
  private readonly found = new Map<string, string | null>();

  /** Returns a suggestion such as `7212 Welders and flame cutters`, or null if nothing is near. */
  for({ code, value }: Finding): string | null {
    if (value === null) return null;
    const key = `${code} ${value}`;
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const nearest = (readers[code] ?? ((text) => this.nearest(code, text)))(value);
    if (this.found.size < 10_000) this.found.set(key, nearest);
    return nearest;
  }

  private nearest(code: string, value: string): string | null {
    const source = sources[code];
    if (!source) return null;
    const shared = source === countries ? ofTwoCountries(foldWords(value)) : null;
    if (shared !== null) return shared;
    const known = this.known.get(code) ?? source();
    this.known.set(code, known);
    return nearestTo(foldWords(value), known);
  }
}

/**
 * Peoples of two countries, whose names are nearest to that of a third: `Congolaise` is not
 * Mongolian.
 */
const peoplesOfTwo: readonly (readonly [RegExp, string])[] = [
  [/^(?:congol|كونغول)/, 'CD / CG'],
  [/^(?:coree|corea|korea|كوري)/, 'KR / KP'],
];

const ofTwoCountries = (word: string): string | null =>
  peoplesOfTwo.find(([form]) => form.test(word))?.[1] ?? null;

/**
 * The least confidence of a suggested occupation. Below it the letters are alike but the work is
 * not: a turner is no strawberry picker.
 */
const leastSure = 0.5;
/** The least confidence if the title differs by little more than a slip of the pen. */
const leastSureOfASlip = 0.4;

/**
 * Returns the likeliest ISCO-08 group with its title, or null if it is too uncertain to suggest.
 */
function occupationLike(title: string): string | null {
  const [first] = builtInReader.read(title, null).candidates;
  if (!first) return null;
  const isSlip = likeness(foldWords(title), foldWords(first.label)) >= 1 - mostWrong;
  if (first.confidence < (isSlip ? leastSureOfASlip : leastSure)) return null;
  return `${first.isco} ${iscoTitle(first.isco) ?? ''}`.trim();
}

/** Readers that interpret the value of a finding, by its code. Their result is only suggested. */
const readers: Readonly<Record<string, (value: string) => string | null>> = {
  'occupation-unknown': occupationLike,
  'language-unreadable': languageMeant,
  'education-level-unknown': educationMeant,
  'date-of-hijra': gregorianOf,
};

function nearestTo(word: string, known: readonly Known[]): string | null {
  if (word.length < 3) return null;
  let best = { share: mostWrong, meant: null as string | null };
  for (const { folded, meant } of known) {
    const longer = Math.max(folded.length, word.length);
    if (Math.abs(folded.length - word.length) > longer * best.share) continue;
    const share = 1 - likeness(word, folded);
    if (share < best.share) best = { share, meant };
  }
  return best.meant;
}
