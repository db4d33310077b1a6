import { setImmediate as nextTurn } from 'node:timers/promises';
import { askedForms, normalForm, partsOf } from '../likeness/normal-form.ts';
import { type Evidence, namesOne } from '../confidence.ts';
import type { Named, NameShelf } from './name-shelf.ts';
import { type Proposal, proposalsOf } from './proposals.ts';
import { SpokenLanguages } from './spoken-languages.ts';

/** No title is longer; what is longer is no title. */
const LONGEST = 200;

const REMEMBERED = 5_000;

/** As many proposals are kept of each. */
const MOST_KEPT = 40;

/**
 * Words in, concepts out, from the names of concepts in many languages. Pure and without I/O: one of
 * them is made for each release of ESCO and kept.
 */
export class NameReader<C extends Named> {
  private readonly remembered = new Map<string, Proposal<C>[]>();

  private readonly languages: SpokenLanguages<C>;

  /** `confidenceOf` tells how probable it is that what was found is meant. */
  constructor(
    private readonly shelves: readonly NameShelf<C>[],
    private readonly confidenceOf: (evidence: Evidence) => number,
  ) {
    this.languages = new SpokenLanguages(shelves);
  }

  /** Makes the index of one language after the other, letting others work in between. */
  async prepare(): Promise<this> {
    for (const shelf of this.shelves) {
      shelf.index.knows('');
      await nextTurn();
    }
    return this;
  }

  /**
   * What `words` in `language` (ISO 639-1, null when it is not known) may mean, the likeliest first.
   * A word that only other languages know is looked for in these too.
   */
  read(words: string, language: string | null): Proposal<C>[] {
    const title = words.slice(0, LONGEST);
    const key = `${language ?? ''} ${title}`;
    const before = this.remembered.get(key);
    if (before) return before;
    const found = this.propose(title, language).slice(0, MOST_KEPT);
    if (this.remembered.size >= REMEMBERED) this.remembered.clear();
    this.remembered.set(key, found);
    return found;
  }

  /** Only what has these very words for a name, and faster. */
  named(words: string, language: string | null): Proposal<C>[] {
    const forms = askedForms(words.slice(0, LONGEST));
    const spoken = this.shelves.filter((shelf) => shelf.language === language);
    return proposalsOf(
      (spoken.length > 0 ? spoken : this.shelves).flatMap((shelf) => shelf.named(forms)),
      this.confidenceOf,
    );
  }

  /** Where it is the very name of something, nothing is looked for in languages where it is not. */
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

/** Without the parts that stand apart and have no word of any name: a place, a firm, the hours. */
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
