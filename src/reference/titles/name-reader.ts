import { setImmediate as nextTurn } from 'node:timers/promises';
import { askedForms, normalForm, partsOf } from './normal-form.ts';
import type { Named, NameShelf, Proposal } from './name-shelf.ts';
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

  constructor(private readonly shelves: readonly NameShelf<C>[]) {
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
    return (spoken.length > 0 ? spoken : this.shelves)
      .flatMap((shelf) => shelf.named(forms))
      .toSorted((a, b) => b.confidence - a.confidence);
  }

  /** Where it is the very name of something, nothing is looked for in languages where it is not. */
  private propose(title: string, language: string | null): Proposal<C>[] {
    const parts = partsOf(title);
    const [form] = askedForms(parts[0] ?? title);
    if (form === undefined) return [];
    const languages = this.languages.worthReading(form, language);
    const shelves = languages.flatMap((one) => one.shelves);
    const forms = askedForms(withoutStrangers(title, parts, shelves));
    const named = languages.filter((one) => one.shelves.some((shelf) => shelf.isSure(forms)));
    return (named.length > 0 ? named : languages)
      .flatMap((one) => one.shelves)
      .flatMap((shelf) => shelf.propose(forms))
      .toSorted((a, b) => b.confidence - a.confidence || b.score - a.score);
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
