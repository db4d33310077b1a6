import { MIN_DISCLOSED, roundDownToTens } from '../../access/disclosure.ts';
import { isDomestic } from '../rules/tiers.ts';
import { type Decision, type MatchStatus, matchStatuses } from '../match-vacancy.ts';
import type { VacancyFacts } from '../facts.ts';
import { type Draft, type Drafter, remainingOf } from './draft.ts';

/** The decisions that went from one status to another, or stayed. Figures are null if withheld. */
export interface Move {
  from: MatchStatus;
  to: MatchStatus;
  decisions: number | null;
  /** The number of different people in these decisions. */
  people: number | null;
}

interface Figures {
  vacancies: number;
  /**
   * Vacancies where the draft lets candidates from outside the Union be proposed, or where it ends
   * that.
   */
  opened: number;
  closed: number;
  moves: Move[];
}

/**
 * What a draft would change, in figures only. The totals include what is shown, not what is
 * withheld.
 */
export interface SimulationReport {
  total: Figures & { peopleMoved: number };
  /** The changes by state and occupation; rows without changes are left out. */
  rows: (Figures & { state: string; isco: string | null })[];
  seats: SeatFigures[];
}

interface SeatFigures {
  quotaId: string;
  state: string;
  partnerCountry: string;
  scope: string | null;
  before: { seats: number; remaining: number };
  after: { seats: number; remaining: number };
}

interface Cell {
  from: MatchStatus;
  to: MatchStatus;
  decisions: number;
  people: Set<number>;
}

interface Group {
  state: string;
  isco: string | null;
  vacancies: number;
  opened: number;
  closed: number;
  cells: Map<string, Cell>;
}

/** The decisions on one vacancy, made twice. */
export interface BeforeAndAfter {
  vacancy: VacancyFacts;
  before: readonly Decision[];
  after: readonly Decision[];
}

/**
 * Adds up what a draft changes, vacancy by vacancy. It holds numbers for candidates, and none of
 * their data.
 */
export class DraftEffects {
  private readonly groups = new Map<string, Group>();
  private readonly numbers = new Map<string, number>();

  constructor(private readonly drafter: Drafter) {}

  add({ vacancy, before, after }: BeforeAndAfter): void {
    const counted = before.filter((decision) => this.concerns(decision));
    const later = new Map(after.map((decision) => [decision.candidateId, decision]));
    const group = this.groupOf(vacancy);
    const was = counted.some(isFromOutside);
    const is = counted.some(({ candidateId }) => {
      const decision = later.get(candidateId);
      return decision !== undefined && isFromOutside(decision);
    });
    group.vacancies += 1;
    if (is && !was) group.opened += 1;
    if (was && !is) group.closed += 1;
    for (const { candidateId, status } of counted) {
      this.count(group, candidateId, [status, later.get(candidateId)?.status ?? status]);
    }
  }

  report({ seats }: Draft): SimulationReport {
    const groups = [...this.groups.values()].map((group) => ({
      ...group,
      cells: [...group.cells.values()].toSorted(byOrder),
    }));
    const disclosed = groups.flatMap(({ cells }) => cells.filter((cell) => this.isDisclosed(cell)));
    const rows = groups
      .filter(
        ({ opened, closed, cells }) =>
          opened + closed > 0 || cells.some(({ from, to }) => from !== to),
      )
      .toSorted((a, b) => keyOf(a).localeCompare(keyOf(b)))
      .map(({ cells, ...row }) => ({ ...row, moves: cells.map((cell) => this.moveOf(cell)) }));
    return {
      total: { ...sumOf(groups), ...totalOf(disclosed, this.told) },
      rows,
      seats: seatsOf(seats),
    };
  }

  /**
   * Returns whether a decision counts. A partner authority sees only its own nationals without
   * Community preference.
   */
  private concerns({ facts, tier }: Decision): boolean {
    const { role, country } = this.drafter;
    if (role !== 'partner-authority') return true;
    return !isDomestic(tier) && facts.candidate.nationalities.includes(country ?? '');
  }

  /** A ministry sees every decision of its state anyway. */
  private get seesAll(): boolean {
    return this.drafter.role === 'ministry';
  }

  /** Drafters who see no individual decisions get no figure about fewer people. */
  private isDisclosed({ people }: Cell): boolean {
    return this.seesAll || people.size >= MIN_DISCLOSED;
  }

  /** Two drafts that differ by one seat would otherwise reveal the one person who takes it. */
  private readonly told = (count: number): number =>
    this.seesAll ? count : roundDownToTens(count);

  private moveOf(cell: Cell): Move {
    const { from, to, decisions, people } = cell;
    if (!this.isDisclosed(cell)) return { from, to, decisions: null, people: null };
    return { from, to, decisions: this.told(decisions), people: this.told(people.size) };
  }

  private groupOf({ state, isco }: VacancyFacts): Group {
    const [first = null] = isco;
    const key = keyOf({ state, isco: first });
    const group = this.groups.get(key) ?? {
      state,
      isco: first,
      vacancies: 0,
      opened: 0,
      closed: 0,
      cells: new Map<string, Cell>(),
    };
    this.groups.set(key, group);
    return group;
  }

  private count(group: Group, id: string, [from, to]: [MatchStatus, MatchStatus]): void {
    const key = `${from} ${to}`;
    const cell = group.cells.get(key) ?? { from, to, decisions: 0, people: new Set<number>() };
    group.cells.set(key, cell);
    const number = this.numbers.get(id) ?? this.numbers.size;
    this.numbers.set(id, number);
    cell.decisions += 1;
    cell.people.add(number);
  }
}

function keyOf({ state, isco }: Pick<Group, 'state' | 'isco'>): string {
  return `${state} ${isco ?? ''}`;
}

function isFromOutside({ status, tier }: Decision): boolean {
  return status === 'proposed' && !isDomestic(tier);
}

const placeOf = ({ from, to }: Pick<Cell, 'from' | 'to'>): number =>
  matchStatuses.indexOf(from) * matchStatuses.length + matchStatuses.indexOf(to);
const byOrder = (a: Cell, b: Cell): number => placeOf(a) - placeOf(b);

function sumOf(groups: readonly Omit<Group, 'cells'>[]): Omit<Figures, 'moves'> {
  const sum = { vacancies: 0, opened: 0, closed: 0 };
  for (const { vacancies, opened, closed } of groups) {
    sum.vacancies += vacancies;
    sum.opened += opened;
    sum.closed += closed;
  }
  return sum;
}

/**
 * Adds up the moves. A person in several rows counts once. `told` returns a number as it is told.
 */
function totalOf(
  disclosed: readonly Cell[],
  told: (count: number) => number,
): { moves: Move[]; peopleMoved: number } {
  const sums = new Map<number, Cell>();
  const moved = new Set<number>();
  for (const cell of disclosed) {
    const { from, to } = cell;
    const sum = sums.get(placeOf(cell)) ?? { from, to, decisions: 0, people: new Set() };
    sums.set(placeOf(cell), sum);
    sum.decisions += cell.decisions;
    for (const person of cell.people) {
      sum.people.add(person);
      if (from !== to) moved.add(person);
    }
  }
  const moves = [...sums.values()].toSorted(byOrder).map(({ from, to, decisions, people }) => ({
    from,
    to,
    decisions: told(decisions),
    people: told(people.size),
  }));
  return { moves, peopleMoved: told(moved.size) };
}

function seatsOf(drafted: Draft['seats']): SeatFigures[] {
  return drafted.map((draft) => {
    const { quotaId, state, partnerCountry, scopeCode: scope, seats, more } = draft;
    return {
      quotaId,
      state,
      partnerCountry,
      scope,
      before: { seats, remaining: remainingOf(draft, 0) },
      after: { seats: seats + more, remaining: remainingOf(draft, more) },
    };
  });
}
