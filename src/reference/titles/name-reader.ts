import { setImmediate as nextTurn } from 'node:timers/promises';
import { askedForms, normalForm, partsOf } from './normal-form.ts';
import { type Named, NameShelf, type Proposal } from './name-shelf.ts';

/** No title is longer; what is longer is no title. */
const LONGEST = 200;

const REMEMBERED = 5_000;

/** As many proposals are kept of each. */
const MOST_KEPT = 40;

/** As many languages are read in beside the one that is named, or in all when none is. */
const OTHER_LANGUAGES = 2;

/**
 * Words in, concepts out, from the names of concepts in many languages. Pure and without I/O: one of
 * them is made for each release of ESCO and kept.
 */
export class NameReader<C extends Named> {
  private readonly remembered = new Map<string, Proposal<C>[]>();

  constructor(private readonly shelves: readonly NameShelf<C>[]) {}

  /** Makes the index of one language after the other, letting others work in between. */
  async prepare(): Promise<this> {
    for (const shelf of this.shelves) {
      shelf.index.coverage('');
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
    const forms = askedForms(this.withoutStrangers(title, language));
    const found = forms.length === 0 ? [] : this.propose(forms, language).slice(0, MOST_KEPT);
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

  /** Without the parts that stand apart and have no word of any name: a place, a firm, the hours. */
  private withoutStrangers(title: string, language: string | null): string {
    const [first, ...others] = partsOf(title);
    if (first === undefined || others.length === 0) return title;
    const shelves = this.worthReading(normalForm(first), language);
    const told = others.filter((part) => {
      const words = normalForm(part)
        .split(' ')
        .filter((word) => /\p{L}{3}/u.test(word));
      return words.some((word) => shelves.some(({ index }) => index.knows(word)));
    });
    return told.length === others.length ? title : [first, ...told].join(', ');
  }

  private worthReading(form: string, language: string | null): NameShelf<C>[] {
    return [true, false].flatMap((own) =>
      worthReading(
        this.shelves.filter((shelf) => shelf.own === own),
        form,
        language,
      ),
    );
  }

  private propose(forms: readonly string[], language: string | null): Proposal<C>[] {
    const [form = ''] = forms;
    return this.worthReading(form, language)
      .flatMap((shelf) => shelf.propose(forms))
      .toSorted((a, b) => b.confidence - a.confidence || b.score - a.score);
  }
}

/** The language that is named, and those that know more of the words. */
function worthReading<C extends Named>(
  shelves: readonly NameShelf<C>[],
  form: string,
  language: string | null,
): NameShelf<C>[] {
  const covered = shelves.map((shelf) => ({ shelf, share: shelf.index.coverage(form) }));
  const named = covered.find(({ shelf }) => shelf.language === language);
  const others = covered
    .filter((one) => one !== named && one.share > (named?.share ?? 0))
    .toSorted((a, b) => b.share - a.share)
    .slice(0, OTHER_LANGUAGES);
  const chosen = [...(named ? [named] : []), ...others];
  return (chosen.length > 0 ? chosen : covered).map(({ shelf }) => shelf);
}
