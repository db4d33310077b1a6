import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { SYSTEM } from '../../platform/database/tenant.ts';
import { OccupationCatalogue } from '../../reference/occupations.service.ts';
import { EngineState } from './engine-state.ts';
import { readChanges, readEverybody, readPeople } from './engine-candidates.queries.ts';

/** So many changes are kept beside a snapshot before a new one is made, in the background. */
const MANY = 5_000;
/** So many, and whoever asks has to wait for it. */
const TOO_MANY = 20_000;

/**
 * Everybody who may be matched, in memory, to draw shortlists from. It only proposes: whoever is
 * proposed is read again from the database before anything is decided.
 */
@Injectable()
export class CandidateEngine {
  private readonly log = new Logger('Engine');
  private state: EngineState | null = null;
  private loading: Promise<EngineState> | null = null;
  private following: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
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
    const known = this.state;
    if (!known?.isOf(this.clock.today(), reference)) return this.load();
    const { ids, seen } = await readChanges(sql, known.seen);
    if (ids.length + known.changes > TOO_MANY) return this.load();
    if (ids.length > 0) known.follow(await readPeople(sql, ids), ids);
    known.seen = seen;
    if (known.changes > MANY) this.loadMeanwhile();
    return known;
  }

  /** What is in use goes on serving, whatever becomes of it. */
  private loadMeanwhile(): void {
    this.load().catch((error: unknown) => {
      this.log.warn(`Engine: could not be made anew: ${String(error)}`);
    });
  }

  /** One at a time, whoever asks for it. */
  private load(): Promise<EngineState> {
    this.loading ??= this.read().finally(() => (this.loading = null));
    return this.loading;
  }

  private async read(): Promise<EngineState> {
    const startedAt = performance.now();
    const on = this.clock.today();
    const state = await this.database.as(SYSTEM, async (sql) => {
      const reference = await this.catalogue.version();
      const esco = await this.catalogue.graph();
      const { seen } = await readChanges(sql, null);
      return EngineState.from(readEverybody(sql), { on, reference, esco, seen });
    });
    this.state = state;
    const took = ((performance.now() - startedAt) / 1000).toFixed(1);
    this.log.log(`Engine: ${state.size} rows in memory after ${took} s`);
    return state;
  }
}
