import type { PayWish } from '../../facts.ts';

/** Words and the small numbers that stand for them; a number, once given, stays. */
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

/** All words of a vocabulary, by their numbers: plain data, which threads can be given. */
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

/** Everything that a snapshot writes as a number. Shared by a snapshot and what is added to it. */
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
  /** What is shared with which states; see ConsentProfile. */
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

  /** Few distinct ones are wished for: people name round sums. */
  payOf(pay: PayWish): number {
    const number = this.pays.numberOf(`${pay.amount} ${pay.currency} ${pay.per}`);
    this.payList[number] ??= pay;
    return number;
  }

  /** By their numbers. */
  allPays(): readonly PayWish[] {
    return this.payList;
  }

  tradeOf(trade: Trade): number {
    const number = this.trades.numberOf(`${trade.isco ?? ''} ${trade.esco ?? ''}`);
    this.tradeList[number] ??= { isco: trade.isco, esco: trade.esco };
    return number;
  }

  /** By their numbers. */
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
