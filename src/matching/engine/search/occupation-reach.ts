import { groupsOf } from '../../../platform/lists/groups-of.ts';
import { iscoDistance } from '../../../reference/isco/isco.ts';
import type { VacancyFacts } from '../../facts.ts';
import { isSameWork } from '../../scoring/experience.ts';
import { asksForOccupation, closenessInEsco, closenessOf } from '../../scoring/occupation.ts';
import type { EscoKnowledge } from '../../scoring/part.ts';
import { byIscoDistance, NEAR } from '../../scoring/weights.ts';
import { isWished } from '../../scoring/wishes.ts';
import type { Trade, Vocabulary } from '../snapshot/vocabulary.ts';

type Asked = Pick<VacancyFacts, 'isco' | 'esco'>;

/** How the trades and codes of candidates relate to the occupations that a vacancy asks for. */
export interface OccupationReach {
  asksOccupation: boolean;
  /** Trades near enough, grouped by closeness (0 to 1), closest first. */
  levels: { value: number; trades: number[] }[];
  /** Trades whose years count as experience. */
  sameWork: number[];
  /** ISCO codes that count as a wish for this work. */
  wished: number[];
}

/** Caches the reach for all vacancies that ask for the same occupations. */
export class OccupationReaches {
  private readonly known = new Map<string, OccupationReach>();
  /** The near trades, by the ESCO occupation or ISCO group asked for. */
  private readonly nearTo = new Map<string, readonly number[]>();
  /** The trades by their ESCO occupation and by their ISCO group. */
  private byConcept: TradesBy = new Map();
  private byCode: TradesBy = new Map();
  private seen = 0;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly esco: EscoKnowledge,
  ) {}

  of(asked: Asked): OccupationReach {
    this.forgetIfWordsCame();
    const key = JSON.stringify([asked.isco, asked.esco]);
    const reach = this.known.get(key) ?? this.make(asked);
    this.known.set(key, reach);
    return reach;
  }

  /** Empties the caches if trades or codes were added: they may be near any occupation. */
  private forgetIfWordsCame(): void {
    const words = this.vocabulary.allTrades().length + this.vocabulary.codes.size;
    if (words === this.seen) return;
    this.known.clear();
    this.nearTo.clear();
    this.byConcept = tradesBy(this.vocabulary, ({ esco }) => esco);
    this.byCode = tradesBy(this.vocabulary, ({ isco }) => isco);
    this.seen = words;
  }

  private make(asked: Asked): OccupationReach {
    const trades = this.vocabulary.allTrades();
    const worthALook = new Set([
      ...asked.esco.flatMap((uri) => this.near(uri, () => this.nearConcept(uri))),
      ...asked.isco.flatMap((code) => this.near(code, () => this.nearCode(code))),
    ]);
    const looked = [...worthALook].map((number) => ({ number, ...(trades[number] ?? noTrade) }));
    const codes = this.vocabulary.codes.list();
    return {
      asksOccupation: asksForOccupation(asked),
      levels: this.levelsOf(asked, looked),
      sameWork: looked.filter((own) => isSameWork(asked, own)).map(({ number }) => number),
      wished: [...codes.keys()].filter((code) => isWished(asked, codes[code] ?? '')),
    };
  }

  /**
   * Returns the trades near enough to an ESCO occupation or an ISCO group; many vacancies share
   * them.
   */
  private near(asked: string, find: () => number[]): readonly number[] {
    const known = this.nearTo.get(asked);
    if (known) return known;
    const near = find();
    this.nearTo.set(asked, near);
    return near;
  }

  private nearConcept(asked: string): number[] {
    const kindred = this.esco
      .kindred(asked, [...this.byConcept.keys()])
      .filter((own) => closenessInEsco(asked, own, this.esco) >= NEAR);
    return [...new Set([asked, ...kindred])].flatMap((uri) => this.byConcept.get(uri) ?? []);
  }

  private nearCode(asked: string): number[] {
    return [...this.byCode].flatMap(([own, trades]) => (isNearCode(asked, own) ? trades : []));
  }

  private levelsOf(
    asked: Asked,
    looked: readonly (Trade & { number: number })[],
  ): OccupationReach['levels'] {
    const levels = new Map<number, number[]>();
    for (const own of looked.toSorted((a, b) => a.number - b.number)) {
      const { value } = closenessOf(asked, own, this.esco);
      if (value < NEAR) continue;
      levels.set(value, [...(levels.get(value) ?? []), own.number]);
    }
    return [...levels]
      .map(([value, numbers]) => ({ value, trades: numbers }))
      .toSorted((a, b) => b.value - a.value);
  }
}

const noTrade: Trade = { isco: null, esco: null };

function isNearCode(asked: string, own: string): boolean {
  return (byIscoDistance[iscoDistance(asked, own)] ?? 0) >= NEAR;
}

type TradesBy = ReadonlyMap<string, readonly number[]>;

/** Returns the numbers of trades, grouped by a word of each. Leaves out trades without it. */
function tradesBy(vocabulary: Vocabulary, word: (trade: Trade) => string | null): TradesBy {
  const trades = vocabulary.allTrades();
  const numbers = [...trades.keys()].filter((number) => word(trades[number] ?? noTrade) !== null);
  return groupsOf(numbers, (number) => word(trades[number] ?? noTrade) ?? '');
}
