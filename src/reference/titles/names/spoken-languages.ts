import type { Named, NameShelf } from './name-shelf.ts';
import { cacheByText } from '../../../platform/memory/cache-by-text.ts';

/** The number of languages to read in besides the named one, or in all if none is named. */
const OTHER_LANGUAGES = 2;

/** The names of one language: our own, ESCO's, or both. */
export interface SpokenLanguage<C extends Named> {
  /** ISO 639-1. */
  language: string;
  shelves: readonly NameShelf<C>[];
}

/** Chooses the languages in which a title is worth reading. */
export class SpokenLanguages<C extends Named> {
  private readonly languages: readonly SpokenLanguage<C>[];

  /** For each language, 1 if it knows the word and 0 otherwise. */
  private readonly knowers = cacheByText((word) =>
    Uint8Array.from(this.languages, ({ shelves }) =>
      Number(shelves.some(({ index }) => index.knows(word))),
    ),
  );

  constructor(shelves: readonly NameShelf<C>[]) {
    this.languages = [...new Set(shelves.map(({ language }) => language))].map((language) => ({
      language,
      shelves: shelves.filter((shelf) => shelf.language === language),
    }));
  }

  /**
   * Returns the named language, and at most `OTHER_LANGUAGES` that know more words of `form`, a
   * title in normal form. If no language is named, those that know most; if none knows any word,
   * all are candidates. Ties are decided by which language finds the letters least strange.
   */
  worthReading(form: string, language: string | null): SpokenLanguage<C>[] {
    const words = form.split(' ').map(this.knowers);
    const covered = this.languages.map((spoken, at) => {
      let known = 0;
      for (const knows of words) known += knows[at] ?? 0;
      return { spoken, known };
    });
    const named = covered.find(({ spoken }) => spoken.language === language);
    const most = Math.max(...covered.map(({ known }) => known));
    const fewest = named?.known ?? (most === 0 ? -1 : 0);
    const others = covered
      .filter((one) => one !== named && one.known > fewest)
      .toSorted((a, b) => b.known - a.known);
    const last = others[OTHER_LANGUAGES - 1]?.known ?? -1;
    const chosen = others.filter(({ known }) => known > last);
    const tied = others
      .filter(({ known }) => known === last)
      .map((one) => ({ ...one, strangeness: strangeness(form, one.spoken) }))
      .toSorted((a, b) => a.strangeness - b.strangeness);
    return [
      ...(named ? [named] : []),
      ...chosen,
      ...tied.slice(0, OTHER_LANGUAGES - chosen.length),
    ].map(({ spoken }) => spoken);
  }
}

/**
 * Returns how strange the letters of `form` are to the language, 0 to 1. The least strange shelf
 * counts, since a short list finds most letters strange.
 */
const strangeness = <C extends Named>(form: string, { shelves }: SpokenLanguage<C>): number =>
  Math.min(...shelves.map(({ index }) => index.strangeness(form)));
