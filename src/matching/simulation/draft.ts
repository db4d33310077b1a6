import type { PressedSector } from '../../partnerships/pressed-sector.entity.ts';
import { isWithin } from '../../platform/clock/is-within.ts';
import type { PressedSectorFact, QuotaFact, StateFacts } from '../facts.ts';
import { type Law, lawOf, type LawRule } from '../law/law-rule.ts';

/** A drafted change of the seats of a national offer. */
export interface SeatsDraft {
  quotaId: string;
  state: string;
  partnerCountry: string;
  scopeScheme: string;
  scopeCode: string | null;
  seats: number;
  taken: number;
  /** The seats added; negative for fewer. */
  more: number;
}

export type SectorDraft = Pick<
  PressedSector,
  'partnerCountry' | 'scheme' | 'code' | 'reason' | 'effects' | 'startsOn' | 'endsOn'
>;

/** The author of a draft, which decides what it may change and which figures the report shows. */
export interface Drafter {
  role: 'ministry' | 'partner-authority' | 'monitor';
  /** The ministry's state, or the authority's country, ISO 3166-1 alpha-2; null for the monitor. */
  country: string | null;
}

/** A set of changes that is tried, not recorded. */
export interface Draft {
  drafter: Drafter;
  /** The day of all decisions; null for today in each state. */
  on: string | null;
  /** Rules that replace those with the same codes, or are added. */
  rules: LawRule[];
  seats: SeatsDraft[];
  /** Sectors to name as pressed, and the ids of sectors to lift. */
  named: SectorDraft[];
  lifted: string[];
}

type StateCircumstances = Omit<StateFacts, 'fitDomesticLeft'>;

/** Lays a draft over the current rules. Pure; each law is made once per state and day. */
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
   * Returns the facts of a state with the draft applied. `limits`: what the partner countries
   * closed, without the sectors that the draft lifts.
   *
   * @returns `facts` itself if the draft changes none of them
   */
  applyTo(
    facts: StateCircumstances,
    state: string,
    limits: readonly PressedSectorFact[],
  ): StateCircumstances {
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

  /** Returns the law with the draft; null if the draft leaves the law of the state as it is. */
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

/** Returns the free seats of an offer after adding `more`; never negative. */
export function remainingOf({ seats, taken }: SeatsDraft, more: number): number {
  return Math.max(0, seats + more - taken);
}

function asFact({ endsOn: _, ...sector }: SectorDraft): PressedSectorFact {
  return { ...sector, source: 'partner', region: null, exceptionLeft: null };
}
