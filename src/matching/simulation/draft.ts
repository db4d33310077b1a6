import type { PressedSector } from '../../partnerships/pressed-sector.entity.ts';
import { isWithin } from '../../platform/clock/is-within.ts';
import type { PressedSectorFact, QuotaFact, StateFacts } from '../facts.ts';
import { type Law, lawOf, type LawRule } from '../law/law-rule.ts';

/** More seats of a national offer, or fewer. */
export interface SeatsDraft {
  quotaId: string;
  state: string;
  partnerCountry: string;
  scopeScheme: string;
  scopeCode: string | null;
  seats: number;
  taken: number;
  /** Added to the seats; negative for fewer. */
  more: number;
}

export type SectorDraft = Pick<
  PressedSector,
  'partnerCountry' | 'scheme' | 'code' | 'reason' | 'effects' | 'startsOn' | 'endsOn'
>;

/** Whose draft it is: what it may change, and which figures the report may tell. */
export interface Drafter {
  role: 'ministry' | 'partner-authority' | 'monitor';
  /** The ministry's state, or the authority's country. */
  country: string | null;
}

/** A set of rules that is tried, not recorded. */
export interface Draft {
  drafter: Drafter;
  /** The day of all decisions; null: today in each state. */
  on: string | null;
  /** In place of the rules of the same codes, or beside the others. */
  rules: LawRule[];
  seats: SeatsDraft[];
  /** Sectors named as pressed, and the ids of those lifted. */
  named: SectorDraft[];
  lifted: string[];
}

type Domain = Omit<StateFacts, 'fitDomesticLeft'>;

/** Lays a draft over the rules as they are. Pure; each law is made once for a state and a day. */
export class DraftedRules {
  private readonly rules: readonly LawRule[];
  private readonly touched: readonly LawRule[];
  private readonly laws = new Map<string, Law>();

  constructor(
    private readonly draft: Draft,
    known: readonly LawRule[],
  ) {
    const drafted = new Set(draft.rules.map(({ code }) => code));
    this.rules = [...known.filter(({ code }) => !drafted.has(code)), ...draft.rules];
    this.touched = [...known.filter(({ code }) => drafted.has(code)), ...draft.rules];
  }

  /**
   * `limits`: what the partner countries closed, without the sectors that the draft lifts.
   * @returns `facts` itself where the draft changes none of them
   */
  over(facts: Domain, state: string, limits: readonly PressedSectorFact[]): Domain {
    const { on } = facts;
    const named = this.draft.named.filter(({ startsOn, endsOn }) => isWithin(on, startsOn, endsOn));
    const law = this.lawIn(state, on);
    const quotas = facts.quotas.map((quota) => this.withSeats(quota));
    const isSame =
      law === null &&
      named.length === 0 &&
      limits.length === facts.pressedSectors.length &&
      quotas.every((quota, index) => quota === facts.quotas[index]);
    if (isSame) return facts;
    const pressedSectors = [...limits, ...named.map(asFact)];
    return { ...facts, law: law ?? facts.law, pressedSectors, quotas };
  }

  /** null where the draft leaves the law as it is. */
  private lawIn(state: string, on: string): Law | null {
    if (this.touched.every((rule) => rule.state !== null && rule.state !== state)) return null;
    const key = `${state} ${on}`;
    const law = this.laws.get(key) ?? lawOf(this.rules, state, on);
    this.laws.set(key, law);
    return law;
  }

  private withSeats(quota: QuotaFact): QuotaFact {
    const drafted = this.draft.seats.find(({ quotaId }) => quotaId === quota.id);
    return drafted ? { ...quota, remaining: remainingOf(drafted, drafted.more) } : quota;
  }
}

/** Seats of an offer that nobody has taken, with so many more. */
export function remainingOf({ seats, taken }: SeatsDraft, more: number): number {
  return Math.max(0, seats + more - taken);
}

function asFact({ endsOn: _, ...sector }: SectorDraft): PressedSectorFact {
  return { ...sector, source: 'partner', region: null, exceptionLeft: null };
}
