import { distance } from 'fastest-levenshtein';
import type { Finding } from '../../platform/formats/finding.ts';
import { listCountries, countryName } from '../../reference/countries/countries.ts';
import { readTable } from '../../reference/csv-table.ts';
import { foldWords } from '../../reference/fold-words.ts';
import { iscoGroups, iscoTitle } from '../../reference/isco/isco.ts';
import { permitCategories } from '../../vacancies/formats/vacancy-draft.ts';
import { consentPurposes, consentSections } from '../formats/candidate-draft.ts';

/** A word with what it would be written as. */
interface Known {
  folded: string;
  meant: string;
}

/** So many of the letters may be wrong, as a share of the longer word. */
const mostWrong = 0.34;

const plain = (words: readonly string[]): Known[] =>
  words.map((word) => ({ folded: foldWords(word), meant: word }));

function occupations(): Known[] {
  const everyday = readTable(
    new URL('../../reference/isco/everyday-titles.csv', import.meta.url),
  ).map(([title, code]) => ({ title, code }));
  const groups = iscoGroups.filter(({ code }) => code.length === 4);
  return [...everyday, ...groups].map(({ title, code }) => ({
    folded: foldWords(title),
    meant: `${code} ${iscoTitle(code) ?? ''}`.trim(),
  }));
}

function countries(): Known[] {
  return listCountries().flatMap(({ code }) =>
    ['en', 'fr', 'es', 'ar'].map((language) => {
      const name = countryName(code, language);
      return { folded: foldWords(name), meant: `${code} ${name}` };
    }),
  );
}

/** By code of a finding: what its value could have been. */
const sources: Readonly<Record<string, () => Known[]>> = {
  'occupation-unknown': occupations,
  'country-unknown': countries,
  'permit-category-unknown': () => plain(permitCategories),
  'purpose-unknown': () => plain(consentPurposes),
  'section-unknown': () => plain(consentSections),
};

/** What may have been meant by a value that nobody knows; the same value is looked up once. */
export class Suggestions {
  private readonly known = new Map<string, Known[]>();
  private readonly found = new Map<string, string | null>();

  /** Such as `7212 Welders and flame cutters`; null where nothing is near. */
  for({ code, value }: Finding): string | null {
    const source = sources[code];
    if (!source || value === null) return null;
    const key = `${code} ${value}`;
    const before = this.found.get(key);
    if (before !== undefined) return before;
    const known = this.known.get(code) ?? source();
    this.known.set(code, known);
    const nearest = nearestTo(foldWords(value), known);
    if (this.found.size < 10_000) this.found.set(key, nearest);
    return nearest;
  }
}

function nearestTo(word: string, known: readonly Known[]): string | null {
  if (word.length < 3) return null;
  let best = { share: mostWrong, meant: null as string | null };
  for (const { folded, meant } of known) {
    const longer = Math.max(folded.length, word.length);
    if (Math.abs(folded.length - word.length) > longer * best.share) continue;
    const share = distance(word, folded) / longer;
    if (share < best.share) best = { share, meant };
  }
  return best.meant;
}
