import type { Named, NameShelf } from './name-shelf.ts';
import { onceEach } from '../../../platform/memory/once-each.ts';

/** As many languages are read in beside the one that is named, or in all when none is. */
const OTHER_LANGUAGES = 2;

/** The names of one language: our own, ESCO's, or both. */
export interface SpokenLanguage<C extends Named> {
  /** ISO 639-1. */
  language: string;
  shelves: readonly NameShelf<C>[];
}

/** Tells in which languages a title is worth reading. */
export class SpokenLanguages<C extends Named> {
  private readonly languages: readonly SpokenLanguage<C>[];

  /** For each language 1 where it knows the word. */
  private readonly knowers = onceEach((word) =>
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
   * The one that is named, and those that know more of the words of `form`, a title in normal form;
   * where none knows any, those whose letters are least strange. Of those that know as many, too.
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

/** By the shelf with the most names: a short list finds most letters strange. */
const strangeness = <C extends Named>(form: string, { shelves }: SpokenLanguage<C>): number =>
  Math.min(...shelves.map(({ index }) => index.strangeness(form)));
