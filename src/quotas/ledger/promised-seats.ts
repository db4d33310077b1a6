import type { EntityManager } from 'typeorm';

/** Free seats that are promised to whoever applied for them, of whom only placements know. */
export abstract class PromisedSeats {
  /** Those of some offers whose free seats are promised. */
  abstract among(sql: EntityManager, quotaIds: readonly string[]): Promise<ReadonlySet<string>>;

  /** Promised seats go nowhere else. @throws ProblemError 409 */
  abstract assertFree(sql: EntityManager, quotaId: string): Promise<void>;
}
