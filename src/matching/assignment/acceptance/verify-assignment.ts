import { type Assignment, type Market, readMerit } from './market.ts';

export interface Verification {
  /** How many people are placed. */
  placed: number;
  /** How many people hold an application that is not their own. */
  strangers: number;
  overfilledVacancies: number;
  overfilledCaps: number;
  /** Applications that people prefer to what they hold and that vacancy and caps would accept. */
  blocking: number;
  /** The blocking applications whose vacancy has a holder of a lower tier. */
  lowerTierFirst: number;
  /** The first ten blocking applications. */
  examples: { person: number; application: number }[];
}

const EXAMPLES = 10;

/**
 * Checks a proposed assignment against its definition alone (docs/assignment.md), by examining
 * every application of every person. Shares no code with `assign`.
 */
export function verifyAssignment(market: Market, assignment: Assignment): Verification {
  return new Check(market, assignment).run();
}

/** Returns whether the check found no fault. */
export function isSound(found: Verification): boolean {
  const { strangers, overfilledVacancies, overfilledCaps, blocking, lowerTierFirst } = found;
  return strangers + overfilledVacancies + overfilledCaps + blocking + lowerTierFirst === 0;
}

class Check {
  private readonly atVacancy: Groups;
  private readonly underCap: Groups;
  private readonly result: Verification = {
    placed: 0,
    strangers: 0,
    overfilledVacancies: 0,
    overfilledCaps: 0,
    blocking: 0,
    lowerTierFirst: 0,
    examples: [],
  };

  constructor(
    private readonly market: Market,
    private readonly assignment: Assignment,
  ) {
    this.atVacancy = new Groups(market.positions.length);
    this.underCap = new Groups(market.seats.length);
  }

  run(): Verification {
    const { market, result } = this;
    this.readPlaces();
    market.positions.forEach((positions, vacancy) => {
      if (this.atVacancy.sizeOf(vacancy) > positions) result.overfilledVacancies += 1;
    });
    market.seats.forEach((seats, cap) => {
      if (this.underCap.sizeOf(cap) > seats) result.overfilledCaps += 1;
    });
    this.assignment.place.forEach((held, person) => {
      this.lookAt(person, held);
    });
    return result;
  }

  private readPlaces(): void {
    const { market, result } = this;
    this.assignment.place.forEach((application, person) => {
      if (application < 0) return;
      const [first = 0, end = 0] = market.offsets.subarray(person, person + 2);
      if (application < first || application >= end) result.strangers += 1;
      const holder = { person, merit: market.merit[application] ?? 0, application };
      this.atVacancy.put(market.vacancy[application] ?? 0, holder);
      for (const cap of this.capsOf(application)) this.underCap.put(cap, holder);
      result.placed += 1;
    });
  }

  /** Examines the applications that the person prefers to what they hold. */
  private lookAt(person: number, held: number): void {
    const first = this.market.offsets[person] ?? 0;
    const end = held < 0 ? (this.market.offsets[person + 1] ?? 0) : held;
    for (let application = first; application < end; application += 1) {
      const merit = this.market.merit[application] ?? 0;
      const claim = { person, merit, application };
      if (!this.blocks(claim)) continue;
      const { result } = this;
      result.blocking += 1;
      const last = this.atVacancy.lastOf(this.market.vacancy[application] ?? 0);
      if (last && readMerit(last.merit).tier > readMerit(merit).tier) result.lowerTierFirst += 1;
      if (result.examples.length < EXAMPLES) result.examples.push({ person, application });
    }
  }

  private blocks(claim: Holder): boolean {
    const vacancy = this.market.vacancy[claim.application] ?? 0;
    const last = this.atVacancy.lastOf(vacancy);
    const isFree = this.atVacancy.sizeOf(vacancy) < (this.market.positions[vacancy] ?? 0);
    if (!isFree && !comesBefore(claim, last)) return false;
    const caps = this.capsOf(claim.application);
    const wanted = caps.filter((cap) => !this.gives(cap, claim));
    if (wanted.length === 0) return true;
    if (wanted.some((cap) => this.assignment.regimes[cap] === 'ordered')) return false;
    return this.atVacancy.membersOf(vacancy).some((holder) => {
      const theirs = this.capsOf(holder.application);
      return comesBefore(claim, holder) && wanted.every((cap) => theirs.includes(cap));
    });
  }

  /** Returns whether the cap has a seat for the claim, free or held by a person who ranks later. */
  private gives(cap: number, claim: Holder): boolean {
    const regime = this.assignment.regimes[cap];
    if (regime === 'closed') return false;
    if (this.underCap.sizeOf(cap) < (this.market.seats[cap] ?? 0)) return true;
    return regime === 'ordered' && comesBefore(claim, this.underCap.lastOf(cap));
  }

  private capsOf(application: number): readonly number[] {
    return this.market.covers[this.market.cover[application] ?? 0] ?? [];
  }
}

interface Holder {
  person: number;
  merit: number;
  application: number;
}

function comesBefore(one: Holder, other: Holder | null): boolean {
  if (other === null) return false;
  return one.merit < other.merit || (one.merit === other.merit && one.person < other.person);
}

/** The holders of each group, and the last-ranked of each. */
class Groups {
  private readonly members: (Holder[] | undefined)[];
  private readonly last: (Holder | undefined)[];

  constructor(count: number) {
    this.members = new Array<Holder[] | undefined>(count).fill(undefined);
    this.last = new Array<Holder | undefined>(count).fill(undefined);
  }

  put(group: number, holder: Holder): void {
    const members = this.members[group];
    if (members) members.push(holder);
    else this.members[group] = [holder];
    const last = this.last[group];
    if (!last || comesBefore(last, holder)) this.last[group] = holder;
  }

  sizeOf(group: number): number {
    return this.members[group]?.length ?? 0;
  }

  lastOf(group: number): Holder | null {
    return this.last[group] ?? null;
  }

  membersOf(group: number): readonly Holder[] {
    return this.members[group] ?? [];
  }
}
