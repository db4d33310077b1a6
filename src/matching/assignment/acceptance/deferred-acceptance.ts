import { Applicants } from './applicants.ts';
import { Limits } from './limits.ts';
import { type Assignment, type CapRegime, type Market, capRegimes } from './market.ts';

/**
 * A key combines the merit and the person's number. With 2^25 people and 2^16 merits, it is exact
 * in a double.
 */
const MAX_PEOPLE = 2 ** 25;

const ORDERED = 0;
const HELD = 1;
const CLOSED = 2;

/** How often a cap may be reopened before it falls back to the next, weaker regime. */
const ORDERED_SWEEPS = 16;
const HELD_SWEEPS = 64;

/** The answer to an application: no, yes, or (from 0) the key of the holder whom it replaces. */
const REFUSED = -2;
const ACCEPTED = -1;

/**
 * Proposes a place for each person by deferred acceptance (Gale and Shapley 1962) under positions
 * and caps. docs/assignment.md describes the mechanism and its guarantees. Pure: the same market
 * gives the same assignment. The time is about linear in the number of applications.
 */
export function assign(market: Market): Assignment {
  return new DeferredAcceptance(market).run();
}

class DeferredAcceptance {
  private readonly people: number;
  private readonly vacancies: number;
  /** By person: the application that is held or, without one, the next to make. */
  private readonly at: Int32Array;
  private readonly holds: Uint8Array;
  /** People who have to apply again, as a stack. */
  private readonly unplaced: number[] = [];
  /** The positions of each vacancy, then the seats of each cap. */
  private readonly limits: Limits;
  /** By vacancy: 1 if it turned down a person who may have to be asked again. */
  private readonly hasRefused: Uint8Array;
  /** By cap: the applications that it turned down, although their vacancies did not. */
  private readonly waiting: number[][];
  /** Limits that may now take people whom they turned down; oldest first. */
  private readonly reopened = new Set<number>();
  private readonly regimes: Uint8Array;
  private readonly sweeps: Int32Array;
  /** By limit: how many applications it covers. */
  private readonly reach: Int32Array;
  /** The covers of the market, each with the caps of smallest reach first. */
  private readonly covers: readonly (readonly number[])[];
  private applicants: Applicants | null = null;

  constructor(private readonly market: Market) {
    const { positions, seats, offsets } = market;
    this.people = offsets.length - 1;
    this.vacancies = positions.length;
    this.at = offsets.slice(0, this.people);
    this.holds = new Uint8Array(this.people);
    const capacity = new Int32Array(positions.length + seats.length);
    capacity.set(positions);
    capacity.set(seats, positions.length);
    this.limits = new Limits(capacity, (limit, key) => this.standsAt(limit, key));
    this.hasRefused = new Uint8Array(positions.length);
    this.waiting = Array.from(seats, () => []);
    this.regimes = new Uint8Array(seats.length);
    this.sweeps = new Int32Array(seats.length);
    this.reach = reachOf(market);
    const reach = (cap: number): number => this.reach[this.vacancies + cap] as number;
    this.covers = market.covers.map((caps) => caps.toSorted((a, b) => reach(a) - reach(b)));
  }

  run(): Assignment {
    for (let person = 0; person < this.people; person += 1) {
      this.unplaced.push(person);
      this.settle();
    }
    for (const limit of this.reopened) {
      this.reopened.delete(limit);
      this.sweep(limit);
    }
    const place = this.at.map((application, person) => (this.holds[person] ? application : -1));
    const regimes = Array.from(this.regimes, (regime) => capRegimes[regime] as CapRegime);
    return { place, regimes };
  }

  /** Lets each free person apply, best wish first, until all are placed or out of wishes. */
  private settle(): void {
    for (let person = this.unplaced.pop(); person !== undefined; person = this.unplaced.pop()) {
      const end = this.market.offsets[person + 1] as number;
      let application = this.at[person] as number;
      let answer = REFUSED;
      for (; application < end; application += 1) {
        answer = this.answer(application, this.keyOf(application, person));
        if (answer !== REFUSED) break;
      }
      this.at[person] = application;
      if (answer !== REFUSED) this.takePlace(person, application, answer);
    }
  }

  /**
   * Answers an application. An ordered cap compares it with all who hold a seat under the cap. A
   * shut cap (closed, or held and full) compares it only within the vacancy.
   */
  private answer(application: number, key: number): number {
    const { market, limits } = this;
    const vacancy = market.vacancy[application] as number;
    if (key >= (limits.last[vacancy] as number)) return this.refuse(application, vacancy);
    const caps = this.capsOf(application);
    let shut = 0;
    for (const cap of caps) {
      const limit = this.vacancies + cap;
      if (this.isShut(cap)) shut += 1;
      else if (this.regimes[cap] === ORDERED && key >= (limits.last[limit] as number))
        return this.refuse(application, limit);
    }
    return shut > 0 ? this.answerWithin(application, key, caps) : ACCEPTED;
  }

  /**
   * Finds a seat under shut caps. The only one is that of a later-ranked holder at the same vacancy
   * who is under the same caps.
   */
  private answerWithin(application: number, key: number, caps: readonly number[]): number {
    const shut = caps.filter((cap) => this.isShut(cap));
    const later = this.limits
      .holders(this.market.vacancy[application] as number)
      .filter((other) => other > key && shut.every((cap) => this.standsUnder(other, cap)));
    if (later.length > 0) return Math.max(...later);
    return this.refuse(application, this.vacancies + (shut[0] as number));
  }

  private isShut(cap: number): boolean {
    const regime = this.regimes[cap];
    return regime === CLOSED || (regime === HELD && this.limits.isFull(this.vacancies + cap));
  }

  private refuse(application: number, limit: number): typeof REFUSED {
    if (limit < this.vacancies) this.hasRefused[limit] = 1;
    else this.waiting[limit - this.vacancies]?.push(application);
    return REFUSED;
  }

  /**
   * Gives the person the place and turns out those who must make room: `inPlaceOf`, then the last
   * of each limit that is over.
   */
  private takePlace(person: number, application: number, inPlaceOf: number): void {
    if (this.holds[person]) this.leave(person);
    this.at[person] = application;
    this.holds[person] = 1;
    const key = this.keyOf(application, person);
    this.forEachLimit(application, (limit) => {
      this.limits.add(limit, key);
    });
    if (inPlaceOf >= 0) {
      const isTight = (cap: number): boolean =>
        this.regimes[cap] === CLOSED || this.limits.isOver(this.vacancies + cap);
      this.evict(inPlaceOf, this.vacancies + (this.capsOf(application).find(isTight) as number));
    }
    this.forEachLimit(application, (limit) => {
      if (this.limits.isOver(limit)) this.evict(this.limits.last[limit] as number, limit);
    });
  }

  private evict(key: number, by: number): void {
    const person = key % MAX_PEOPLE;
    const application = this.at[person] as number;
    this.refuse(application, by);
    this.holds[person] = 0;
    this.at[person] = application + 1;
    this.unplaced.push(person);
    this.forEachLimit(application, (limit) => {
      this.limits.drop(limit);
      if (!this.limits.isFull(limit)) this.reopen(limit);
    });
  }

  /**
   * Leaves a place for a better one. All its limits are reopened: even if one is refilled at once,
   * its last holder may now rank later.
   */
  private leave(person: number): void {
    this.holds[person] = 0;
    this.forEachLimit(this.at[person] as number, (limit) => {
      this.limits.drop(limit);
      this.reopen(limit);
    });
  }

  private reopen(limit: number): void {
    const cap = limit - this.vacancies;
    const hasWaiting = cap < 0 ? this.hasRefused[limit] : this.waiting[cap]?.length;
    if (hasWaiting && this.regimes[cap] !== CLOSED) this.reopened.add(limit);
  }

  /**
   * Asks again, best first, the people whom the limit turned down and who prefer it to what they
   * hold.
   */
  private sweep(limit: number): void {
    const cap = limit - this.vacancies;
    const claims = cap < 0 ? this.claimsAt(limit) : this.claimsUnder(cap);
    for (const { person, application, key } of claims) {
      if (application >= (this.at[person] as number)) continue;
      const answer = this.answer(application, key);
      if (answer === REFUSED) continue;
      this.takePlace(person, application, answer);
      this.settle();
    }
  }

  private claimsAt(vacancy: number): Claim[] {
    this.applicants ??= new Applicants(this.market);
    const claims: Claim[] = [];
    for (const application of this.applicants.of(vacancy)) {
      const person = this.personOf(application);
      const key = this.keyOf(application, person);
      if (key >= (this.limits.last[vacancy] as number)) break;
      if (application < (this.at[person] as number)) claims.push({ person, application, key });
    }
    return claims;
  }

  private claimsUnder(cap: number): Claim[] {
    this.countSweep(cap);
    const waiting = this.waiting[cap] ?? [];
    this.waiting[cap] = [];
    const claims: Claim[] = [];
    for (const application of waiting) {
      const person = this.personOf(application);
      if (application >= (this.at[person] as number)) continue;
      const key = this.keyOf(application, person);
      if (this.answer(application, key) !== REFUSED) claims.push({ person, application, key });
    }
    return claims.sort((a, b) => a.key - b.key || a.application - b.application);
  }

  /**
   * Counts the sweeps of a cap. One that is reopened again and again would never settle, so it
   * falls back to the next regime.
   */
  private countSweep(cap: number): void {
    const sweeps = (this.sweeps[cap] as number) + 1;
    this.sweeps[cap] = sweeps;
    if (sweeps > ORDERED_SWEEPS) this.regimes[cap] = HELD;
    if (sweeps > HELD_SWEEPS) this.regimes[cap] = CLOSED;
  }

  /**
   * Visits the limits of an application, innermost first. A person turned out of an inner limit
   * then makes room in the outer ones. For nested limits this is the greedy choice of a laminar
   * matroid.
   */
  private forEachLimit(application: number, act: (limit: number) => void): void {
    const vacancy = this.market.vacancy[application] as number;
    const size = this.reach[vacancy] as number;
    let isPast = false;
    for (const cap of this.capsOf(application)) {
      const limit = this.vacancies + cap;
      if (!isPast && (this.reach[limit] as number) >= size) {
        isPast = true;
        act(vacancy);
      }
      act(limit);
    }
    if (!isPast) act(vacancy);
  }

  private capsOf(application: number): readonly number[] {
    return this.covers[this.market.cover[application] as number] as readonly number[];
  }

  private keyOf(application: number, person: number): number {
    return (this.market.merit[application] as number) * MAX_PEOPLE + person;
  }

  private personOf(application: number): number {
    const { offsets } = this.market;
    let low = 0;
    let high = this.people;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((offsets[middle] as number) <= application) low = middle;
      else high = middle;
    }
    return low;
  }

  private standsAt(limit: number, key: number): boolean {
    const person = key % MAX_PEOPLE;
    if (!this.holds[person]) return false;
    const application = this.at[person] as number;
    if (this.keyOf(application, person) !== key) return false;
    if (limit < this.vacancies) return this.market.vacancy[application] === limit;
    return this.standsUnder(key, limit - this.vacancies);
  }

  private standsUnder(key: number, cap: number): boolean {
    return this.capsOf(this.at[key % MAX_PEOPLE] as number).includes(cap);
  }
}

/** Returns how many applications each limit covers: vacancies first, then caps. */
function reachOf({ positions, seats, vacancy, cover, covers }: Market): Int32Array {
  const reach = new Int32Array(positions.length + seats.length);
  for (const one of vacancy) reach[one] = (reach[one] as number) + 1;
  const byCover = new Int32Array(covers.length);
  for (const one of cover) byCover[one] = (byCover[one] as number) + 1;
  covers.forEach((caps, one) => {
    for (const cap of caps) {
      const limit = positions.length + cap;
      reach[limit] = (reach[limit] as number) + (byCover[one] as number);
    }
  });
  return reach;
}

/** An application that a person prefers to what they hold. */
interface Claim {
  person: number;
  application: number;
  key: number;
}
