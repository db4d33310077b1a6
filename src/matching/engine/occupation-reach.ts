import type { VacancyFacts } from '../facts.ts';
import { isSameWork } from '../scoring/experience.ts';
import { asksForOccupation, closenessOf } from '../scoring/occupation.ts';
import type { EscoKnowledge } from '../scoring/part.ts';
import { NEAR } from '../scoring/weights.ts';
import { isWished } from '../scoring/wishes.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What the occupations of one vacancy are to every trade and code that people have. */
export interface OccupationReach {
  asksOccupation: boolean;
  /** By trade, 0 to 1. */
  closeness: Float64Array;
  /** By trade: 1 where years in it count. */
  sameWork: Uint8Array;
  /** By ISCO code: 1 where a wish for it is one for this work. */
  wished: Uint8Array;
  /** Those of them that are 1. */
  wishedCodes: number[];
  /** Trades near enough, by how close they are, the closest first. */
  levels: { value: number; trades: number[] }[];
}

/** How many are remembered: vacancies for the same occupation share one. */
const REMEMBERED = 1_000;

/** Works each out once for all vacancies that ask for the same occupations. */
export class OccupationReaches {
  private readonly known = new Map<string, OccupationReach>();

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly esco: EscoKnowledge,
  ) {}

  of(vacancy: Pick<VacancyFacts, 'isco' | 'esco'>): OccupationReach {
    const key = JSON.stringify([vacancy.isco, vacancy.esco]);
    const known = this.known.get(key);
    if (known && this.isComplete(known)) return known;
    const made = this.make(vacancy);
    const [oldest] = this.known.keys();
    if (this.known.size >= REMEMBERED && oldest !== undefined) this.known.delete(oldest);
    this.known.set(key, made);
    return made;
  }

  /** Words that came since are not in it. */
  private isComplete({ closeness, wished }: OccupationReach): boolean {
    return (
      closeness.length === this.vocabulary.allTrades().length &&
      wished.length === this.vocabulary.codes.size
    );
  }

  private make(vacancy: Pick<VacancyFacts, 'isco' | 'esco'>): OccupationReach {
    const trades = this.vocabulary.allTrades();
    const closeness = Float64Array.from(
      trades,
      (own) => closenessOf(vacancy, own, this.esco).value,
    );
    const codes = this.vocabulary.codes.list().map((code) => isWished(vacancy, code));
    return {
      asksOccupation: asksForOccupation(vacancy),
      closeness,
      sameWork: Uint8Array.from(trades, (own) => Number(isSameWork(vacancy, own))),
      wished: Uint8Array.from(codes, Number),
      wishedCodes: [...codes.keys()].filter((code) => codes[code]),
      levels: levelsOf(closeness),
    };
  }
}

function levelsOf(closeness: Float64Array): OccupationReach['levels'] {
  const levels = new Map<number, number[]>();
  for (const [trade, value] of closeness.entries()) {
    if (value < NEAR) continue;
    const level = levels.get(value);
    if (level) level.push(trade);
    else levels.set(value, [trade]);
  }
  return [...levels]
    .map(([value, trades]) => ({ value, trades }))
    .toSorted((a, b) => b.value - a.value);
}
