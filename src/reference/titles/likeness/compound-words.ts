import { cacheByText } from '../../../platform/memory/cache-by-text.ts';

/** Letters that join the parts of a compound: `Versicherung-s-kaufmann`, `Gruppe-n-leiter`. */
const links = ['', 's', 'n', 'en', 'es', 'er', 'e'];

const SHORTEST_PART = 4;

const REMEMBERED = 200_000;

/** The fewest titles that a part must occur in. A rarer word may be a typing error. */
const SEEN = 2;

/** The fewest titles with a last part that marks a compound even if its first part is unknown. */
const SEEN_OFTEN = 5;

/**
 * Splits compounds by the words of the titles themselves: `Versicherungskaufmann` becomes
 * `versicherung` and `kaufmann` if both occur alone in titles. If there are several ways, the most
 * common and longest parts win.
 */
export class CompoundWords {
  /** Returns the parts from first to last; the word alone if it is no compound. */
  readonly split = cacheByText((word) => this.parts(word), REMEMBERED);

  /** `counts`: the number of titles with each word. */
  constructor(private readonly counts: ReadonlyMap<string, number>) {}

  private parts(word: string): string[] {
    let best: { parts: string[]; worth: number } | null = null;
    for (let at = SHORTEST_PART; at <= word.length - SHORTEST_PART; at += 1) {
      const found = this.splitAt(word, at);
      if (found !== null && found.worth > (best?.worth ?? -1)) best = found;
    }
    if (best === null) return [word];
    return best.parts.flatMap((part) =>
      part.length >= 10 && part.length < word.length ? this.split(part) : [part],
    );
  }

  private splitAt(word: string, at: number): { parts: string[]; worth: number } | null {
    const [first, last] = [word.slice(0, at), word.slice(at)];
    const lastCount = this.count(last);
    if (lastCount < SEEN) return null;
    const head = this.knownHead(first);
    if (head !== null) {
      const worth = Math.min(this.count(head), 50) * Math.min(lastCount, 50) * last.length;
      return { parts: [head, last], worth };
    }
    return lastCount >= SEEN_OFTEN && last.length > SHORTEST_PART
      ? { parts: [first, last], worth: 0 }
      : null;
  }

  /**
   * Returns the word that a first part stands for, without its joining letters or with the vowel
   * that it lost; null if there is none.
   */
  private knownHead(first: string): string | null {
    for (const link of links) {
      if (!first.endsWith(link)) continue;
      const bare = first.slice(0, first.length - link.length);
      if (bare.length < SHORTEST_PART) continue;
      const found = [bare, `${bare}e`, `${bare}en`].find((head) => this.count(head) >= SEEN);
      if (found !== undefined) return found;
    }
    return null;
  }

  private count(word: string): number {
    return this.counts.get(word) ?? 0;
  }
}
