import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { addDays } from '../../platform/clock/calendar-days.ts';
import { readChanges, readPeople } from './engine-candidates.queries.ts';
import { EngineLoader } from './engine-loader.service.ts';
import type { EngineState } from './engine-state.ts';

/** More changes than this beside a snapshot: a new one is made in the background. */
const MAX_CHANGES_WITHOUT_REBUILD = 5_000;
/** More changes than this: a new snapshot is made at once, and the caller waits for it. */
const MAX_CHANGES_FOLLOWED = 20_000;
/** How long before midnight the next day's state is made, in milliseconds. */
const NEXT_DAY_LEAD_MILLISECONDS = 1_800_000;

/**
 * Holds every candidate who may be matched in memory. Shortlists are drawn from it, and decisions
 * use its data. Each caller gets the candidates as the database has them for the caller's
 * transaction.
 */
@Injectable()
export class CandidateEngine {
  private readonly log = new Logger('Engine');
  private state: EngineState | null = null;
  /** The state of the next day, once that is near. */
  private nextDayState: EngineState | null = null;
  private making: { on: string; state: Promise<EngineState> } | null = null;
  private following: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly loader: EngineLoader,
    private readonly catalogue: OccupationCatalogue,
    private readonly clock: Clock,
  ) {}

  /** Returns the state to draw shortlists from, including every change that `sql` sees now. */
  current(sql: EntityManager): Promise<EngineState> {
    // Calls run one after another, so that none applies changes read before another call's.
    const next = this.following.then(() => this.follow(sql));
    this.following = next.catch(() => undefined);
    return next;
  }

  private async follow(sql: EntityManager): Promise<EngineState> {
    const reference = await this.catalogue.version();
    const today = this.clock.today();
    const known = this.stateOf(today, reference);
    const isCurrent = known !== null && (await followChanges(known, sql));
    const state = isCurrent ? known : (this.state = await this.make(today));
    if (state.changes > MAX_CHANGES_WITHOUT_REBUILD) this.makeInBackground(today);
    this.prepareNextDay(today, reference);
    return state;
  }

  private stateOf(today: string, reference: string): EngineState | null {
    if (this.nextDayState?.isOf(today, reference)) {
      this.state = this.nextDayState;
      this.nextDayState = null;
    }
    return this.state?.isOf(today, reference) ? this.state : null;
  }

  /**
   * Makes the next day's state before midnight. Consents begin and end then, and the first caller
   * would have to wait until all candidates are read again.
   */
  private prepareNextDay(today: string, reference: string): void {
    const tomorrow = addDays(today, 1);
    const isNear = Date.parse(tomorrow) - this.clock.now().getTime() < NEXT_DAY_LEAD_MILLISECONDS;
    if (isNear && !this.nextDayState?.isOf(tomorrow, reference)) this.makeInBackground(tomorrow);
  }

  /** Makes a state in the background. If that fails, the current state stays in use. */
  private makeInBackground(on: string): void {
    if (this.making) return;
    this.make(on).then(
      (state) => {
        if (this.state?.on === on) this.state = state;
        else this.nextDayState = state;
      },
      (error: unknown) => {
        this.log.warn(`The candidates could not be loaded into memory again: ${String(error)}`);
      },
    );
  }

  /** Makes one state at a time. Concurrent calls for the same day share one promise. */
  private make(on: string): Promise<EngineState> {
    if (this.making?.on === on) return this.making.state;
    const before = this.making?.state.catch(() => undefined);
    const state = Promise.resolve(before).then(() => this.loader.load(on));
    const making = { on, state };
    this.making = making;
    const forget = (): void => {
      if (this.making === making) this.making = null;
    };
    state.then(forget, forget);
    return state;
  }
}

/** Applies all changes that `sql` sees. Returns false, applying none, if there are too many. */
async function followChanges(state: EngineState, sql: EntityManager): Promise<boolean> {
  const { ids, seen } = await readChanges(sql, state.seen);
  if (ids.length + state.changes > MAX_CHANGES_FOLLOWED) return false;
  if (ids.length > 0) state.follow(await readPeople(sql, ids), ids);
  state.seen = seen;
  return true;
}
