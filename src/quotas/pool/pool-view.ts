import type { Quota, QuotaTerms } from '../quota.entity.ts';

/** The fields of an offer that a pool needs. */
export type PooledOffer = QuotaTerms & Pick<Quota, 'taken' | 'used'>;

/** What one state offers in a pool, in figures only, without any data on people. */
export interface StateShare {
  state: string;
  /** The number of national offers, including those that lie inside another. */
  offers: number;
  /**
   * Seats of the offers that lie inside no other, because a seat of an inner offer is also a seat
   * of the outer one.
   */
  seats: number;
  taken: number;
  used: number;
  remaining: number;
}

/** The joint offer of the states of a partnership on a day. */
export interface PoolView {
  partnershipId: string;
  partnerCountry: string;
  on: string;
  seats: number;
  taken: number;
  used: number;
  remaining: number;
  states: StateShare[];
}

type Sums = Pick<StateShare, 'seats' | 'taken' | 'used' | 'remaining'>;

/** Adds up the national offers of each state. Pure. */
export function sharesOf(states: readonly string[], offers: readonly PooledOffer[]): StateShare[] {
  return states.map((state) => {
    const own = offers.filter((offer) => offer.state === state);
    const outermost = own.filter((one) => !own.some((other) => liesInside(one, other)));
    return { state, offers: own.length, ...sumOf(outermost.map(figuresOf)) };
  });
}

/** Adds up figures member by member. Pure. */
export function sumOf(figures: readonly Sums[]): Sums {
  const total = (pick: (one: Sums) => number): number =>
    figures.reduce((sum, one) => sum + pick(one), 0);
  return {
    seats: total(({ seats }) => seats),
    taken: total(({ taken }) => taken),
    used: total(({ used }) => used),
    remaining: total(({ remaining }) => remaining),
  };
}

function figuresOf({ seats, taken, used }: PooledOffer): Sums {
  return { seats, taken, used, remaining: Math.max(0, seats - taken) };
}

/**
 * Returns whether `other` covers every placement that `one` covers. If they are alike, the one with
 * the smaller id counts as the outer offer.
 */
function liesInside(one: QuotaTerms, other: QuotaTerms): boolean {
  if (one.id === other.id || !contains(other, one)) return false;
  return !contains(one, other) || other.id < one.id;
}

function contains(outer: QuotaTerms, inner: QuotaTerms): boolean {
  return (
    inScope(outer, inner) &&
    (outer.region === null || (inner.region?.startsWith(outer.region) ?? false)) &&
    (outer.permitCategory === null || outer.permitCategory === inner.permitCategory) &&
    outer.startsOn <= inner.startsOn &&
    inner.endsOn <= outer.endsOn
  );
}

function inScope(outer: QuotaTerms, inner: QuotaTerms): boolean {
  if (outer.scopeScheme === 'any') return true;
  if (outer.scopeScheme !== inner.scopeScheme) return false;
  const bare = (code: string | null): string => (code ?? '').replaceAll('.', '');
  return bare(inner.scopeCode).startsWith(bare(outer.scopeCode));
}
