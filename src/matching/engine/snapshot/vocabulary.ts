import type { PayWish } from '../../facts.ts';

/** Words and the small numbers that stand for them. A word never changes its number. */
class Numbered {
  private readonly numbers: Map<string, number>;
  private readonly words: string[];

  constructor(words: readonly string[] = []) {
    this.words = [...words];
    this.numbers = new Map(words.map((word, number) => [word, number]));
  }

  get size(): number {
    return this.words.length;
  }

  /** Returns the number of `word`. A new word gets a new number. */
  numberOf(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    this.numbers.set(word, this.words.length);
    return this.words.push(word) - 1;
  }

  /** Returns the number of `word`, or -1 if it has none. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  list(): readonly string[] {
    return this.words;
  }
}

/** An occupation as candidates have it: an ISCO-08 group, an ESCO concept, or both. */
export interface Trade {
  isco: string | null;
  esco: string | null;
}

/** All words of a vocabulary, by their numbers: plain data that can be passed to threads. */
export interface VocabularyWords {
  skills: readonly string[];
  languages: readonly string[];
  countries: readonly string[];
  codes: readonly string[];
  educationFields: readonly string[];
  licences: readonly string[];
  permitCategories: readonly string[];
  consents: readonly string[];
  pays: readonly PayWish[];
  trades: readonly Trade[];
}

/**
 * Everything that a snapshot writes as a number. The changes beside a snapshot share its
 * vocabulary.
 */
export class Vocabulary {
  readonly skills: Numbered;
  readonly languages: Numbered;
  /** ISO 3166-1 alpha-2. */
  readonly countries: Numbered;
  /** ISCO-08, 1 to 4 digits. */
  readonly codes: Numbered;
  /** ISCED-F 2013, 2 to 4 digits: 120 at most. */
  readonly educationFields: Numbered;
  readonly licences: Numbered;
  readonly permitCategories: Numbered;
  /** What is shared with which states; see consentProfile. */
  readonly consents: Numbered;
  private readonly pays = new Numbered();
  private readonly payList: PayWish[] = [];
  private readonly trades = new Numbered();
  private readonly tradeList: Trade[] = [];

  constructor(words: Partial<VocabularyWords> = {}) {
    this.skills = new Numbered(words.skills);
    this.languages = new Numbered(words.languages);
    this.countries = new Numbered(words.countries);
    this.codes = new Numbered(words.codes);
    this.educationFields = new Numbered(words.educationFields);
    this.licences = new Numbered(words.licences);
    this.permitCategories = new Numbered(words.permitCategories);
    this.consents = new Numbered(words.consents);
    for (const pay of words.pays ?? []) this.payOf(pay);
    for (const trade of words.trades ?? []) this.tradeOf(trade);
  }

  /**
   * Returns the number of a pay that candidates wish for. Few distinct ones occur, because
   * candidates name round sums.
   */
  payOf(pay: PayWish): number {
    const number = this.pays.numberOf(`${pay.amount} ${pay.currency} ${pay.per}`);
    this.payList[number] ??= pay;
    return number;
  }

  /** Returns the pays that candidates wish for, by number. */
  allPays(): readonly PayWish[] {
    return this.payList;
  }

  tradeOf(trade: Trade): number {
    const number = this.trades.numberOf(`${trade.isco ?? ''} ${trade.esco ?? ''}`);
    this.tradeList[number] ??= { isco: trade.isco, esco: trade.esco };
    return number;
  }

  /** Returns the trades, by number. */
  allTrades(): readonly Trade[] {
    return this.tradeList;
  }

  words(): VocabularyWords {
    return {
      skills: this.skills.list(),
      languages: this.languages.list(),
      countries: this.countries.list(),
      codes: this.codes.list(),
      educationFields: this.educationFields.list(),
      licences: this.licences.list(),
      permitCategories: this.permitCategories.list(),
      consents: this.consents.list(),
      pays: this.payList,
      trades: this.tradeList,
    };
  }
}
