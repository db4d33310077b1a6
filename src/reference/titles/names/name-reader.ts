import { setImmediate as nextTurn } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { askedForms, normalForm, partsOf } from '../likeness/normal-form.ts';
import { type Evidence, namesOne } from '../confidence.ts';
import type { Named, NameShelf } from './name-shelf.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import { SpokenLanguages } from './spoken-languages.ts';

/** The most characters of a title that are read. */
const LONGEST = 200;

const REMEMBERED = 5_000;

/** The most proposals kept for each title. */
const MOST_KEPT = 40;

/**
 * Finds concepts for words, by the names of concepts in many languages. Pure and without I/O. One
 * reader is made for each release of ESCO and kept.
 */
export class NameReader<C extends Named> {
  private readonly remembered = new LRUCache<string, Proposal<C>[]>({ max: REMEMBERED });

  private readonly languages: SpokenLanguages<C>;

  /** `confidenceOf` returns the probability that a concept found is meant. */
  constructor(
    private readonly shelves: readonly NameShelf<C>[],
    private readonly confidenceOf: (evidence: Evidence) => number,
  ) {
    this.languages = new SpokenLanguages(shelves);
  }

  /** Makes the index of one language after another, giving the event loop a turn between them. */
  async prepare(): Promise<this> {
    for (const shelf of this.shelves) {
      shelf.index.knows('');
      await nextTurn();
    }
    return this;
  }

  /**
   * Returns what `words` in `language` (ISO 639-1, null if it is not known) may mean, the most
   * probable first. A word that only other languages know is looked for in those too.
   */
  read(words: string, language: string | null): Proposal<C>[] {
    const title = words.slice(0, LONGEST);
    const key = `${language ?? ''} ${title}`;
    const before = this.remembered.get(key);
    if (before) return before;
    const found = this.propose(title, language).slice(0, MOST_KEPT);
    this.remembered.set(key, found);
    return found;
  }

  /** Returns only concepts that have exactly these words for a name. Faster than `read`. */
  named(words: string, language: string | null): Proposal<C>[] {
    const forms = askedForms(words.slice(0, LONGEST));
    const spoken = this.shelves.filter((shelf) => shelf.language === language);
    return proposalsOf(
      (spoken.length > 0 ? spoken : this.shelves).flatMap((shelf) => shelf.named(forms)),
      this.confidenceOf,
    );
  }

  /**
   * Reads a title. If it is exactly the name of one group in some language, other languages are not
   * searched for similar names.
   */
  private propose(title: string, language: string | null): Proposal<C>[] {
    const parts = partsOf(title);
    const [form] = askedForms(parts[0] ?? title);
    if (form === undefined) return [];
    const languages = this.languages.worthReading(form, language);
    const shelves = languages.flatMap((one) => one.shelves);
    const forms = askedForms(withoutStrangers(title, parts, shelves));
    const named = shelves.map((shelf) => ({ shelf, names: shelf.named(forms) }));
    const sure = named.filter(({ names }) => names.some(({ name }) => namesOne(name)));
    const spoken = new Set((sure.length > 0 ? sure : named).map(({ shelf }) => shelf.language));
    const read = named.filter(({ shelf }) => spoken.has(shelf.language));
    const found = read.flatMap(({ shelf, names }) => [...names, ...shelf.like(forms, names)]);
    return proposalsOf(found, this.confidenceOf);
  }
}

/**
 * Removes the parts that stand apart and share no word with any name: a place, a firm, the hours.
 */
function withoutStrangers<C extends Named>(
  title: string,
  [first, ...others]: readonly string[],
  shelves: readonly NameShelf<C>[],
): string {
  if (first === undefined) return title;
  const told = others.filter((part) => {
    const words = normalForm(part)
      .split(' ')
      .filter((word) => /\p{L}{3}/u.test(word));
    return words.some((word) => shelves.some(({ index }) => index.knows(word)));
  });
  return told.length === others.length ? title : [first, ...told].join(', ');
}
