/** Words and the small numbers that stand for them; a number, once given, stays. */
class Numbered {
  private readonly numbers = new Map<string, number>();
  private readonly words: string[] = [];

  get size(): number {
    return this.words.length;
  }

  /** The number of `word`, a new one for a new word. */
  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** -1 for a word that nobody ever used. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  list(): readonly string[] {
    return this.words;
  }
}

/** An occupation as people have it: its ISCO-08 group, its ESCO concept, or both. */
export interface Trade {
  isco: string | null;
  esco: string | null;
}

/** Everything that a snapshot writes as a number. Shared by a snapshot and what is added to it. */
export class Vocabulary {
  readonly skills = new Numbered();
  readonly languages = new Numbered();
  /** ISO 3166-1 alpha-2. */
  readonly countries = new Numbered();
  /** ISCO-08, 1 to 4 digits. */
  readonly codes = new Numbered();
  readonly licences = new Numbered();
  readonly permitCategories = new Numbered();
  /** What is shared with which states; see ConsentProfile. */
  readonly consents = new Numbered();
  private readonly trades = new Numbered();
  private readonly tradeList: Trade[] = [];

  tradeOf(trade: Trade): number {
    const number = this.trades.numberOf(`${trade.isco ?? ''} ${trade.esco ?? ''}`);
    this.tradeList[number] ??= { isco: trade.isco, esco: trade.esco };
    return number;
  }

  /** By their numbers. */
  allTrades(): readonly Trade[] {
    return this.tradeList;
  }
}
