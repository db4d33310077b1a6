import type { EntityManager } from 'typeorm';

/**
 * Free seats that are promised to applicants. Only placements know which, so they implement this.
 */
export abstract class PromisedSeats {
  /** Returns the offers among `quotaIds` whose free seats are promised. */
  abstract findPromised(
    sql: EntityManager,
    quotaIds: readonly string[],
  ): Promise<ReadonlySet<string>>;

  /** Refuses to use promised seats for anything else. @throws ProblemError 409 */
  abstract assertFree(sql: EntityManager, quotaId: string): Promise<void>;
}
