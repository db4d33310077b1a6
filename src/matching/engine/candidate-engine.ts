import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { OccupationCatalogue } from '../../reference/occupations.service.ts';
import { addDays } from '../calendar-days.ts';
import { readChanges, readPeople } from './engine-candidates.queries.ts';
import { EngineLoader } from './engine-loader.service.ts';
import type { EngineState } from './engine-state.ts';

/** So many changes are kept beside a snapshot before a new one is made, in the background. */
const MANY = 5_000;
/** So many, and whoever asks has to wait for it. */
const TOO_MANY = 20_000;
/** So long before midnight the state of the coming day is made, in milliseconds. */
const AHEAD = 1_800_000;

/**
 * Everybody who may be matched, in memory, to draw shortlists from and to decide on: as the database
 * has them for the transaction that asks.
 */
@Injectable()
export class CandidateEngine {
  private readonly log = new Logger('Engine');
  private state: EngineState | null = null;
  /** As of the coming day, once it is near. */
  private coming: EngineState | null = null;
  private making: { on: string; state: Promise<EngineState> } | null = null;
  private following: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly loader: EngineLoader,
    private readonly catalogue: OccupationCatalogue,
    private readonly clock: Clock,
  ) {}

  /** The state to draw shortlists from, with everything that `sql` sees as changed by now. */
  current(sql: EntityManager): Promise<EngineState> {
    // One after the other: nobody may put in what they read before somebody else did.
    const next = this.following.then(() => this.follow(sql));
    this.following = next.catch(() => undefined);
    return next;
  }

  private async follow(sql: EntityManager): Promise<EngineState> {
    const reference = await this.catalogue.version();
    const today = this.clock.today();
    const known = this.stateOf(today, reference);
    const isCurrent = known !== null && (await takesIn(known, sql));
    const state = isCurrent ? known : (this.state = await this.make(today));
    if (state.changes > MANY) this.makeMeanwhile(today);
    this.lookAhead(today, reference);
    return state;
  }

  private stateOf(today: string, reference: string): EngineState | null {
    if (this.coming?.isOf(today, reference)) {
      this.state = this.coming;
      this.coming = null;
    }
    return this.state?.isOf(today, reference) ? this.state : null;
  }

  /** At midnight consents end and begin, and whoever asks then would wait until everybody is read again. */
  private lookAhead(today: string, reference: string): void {
    const tomorrow = addDays(today, 1);
    const isNear = Date.parse(tomorrow) - this.clock.now().getTime() < AHEAD;
    if (isNear && !this.coming?.isOf(tomorrow, reference)) this.makeMeanwhile(tomorrow);
  }

  /** What is in use goes on serving, whatever becomes of it. */
  private makeMeanwhile(on: string): void {
    if (this.making) return;
    this.make(on).then(
      (state) => {
        if (this.state?.on === on) this.state = state;
        else this.coming = state;
      },
      (error: unknown) => {
        this.log.warn(`Engine: could not be made anew: ${String(error)}`);
      },
    );
  }

  /** One at a time, whoever asks for it. */
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

/** Whether a state has everything that `sql` sees as changed now; not so where too much has changed. */
async function takesIn(state: EngineState, sql: EntityManager): Promise<boolean> {
  const { ids, seen } = await readChanges(sql, state.seen);
  if (ids.length + state.changes > TOO_MANY) return false;
  if (ids.length > 0) state.follow(await readPeople(sql, ids), ids);
  state.seen = seen;
  return true;
}
