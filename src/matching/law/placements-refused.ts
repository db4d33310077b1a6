import type { EntityManager } from 'typeorm';
import type { LawRule } from './law-rule.ts';

/** What a rule means for placements, which only they can tell: no match rests on it. */
export abstract class PlacementsRefused {
  /**
   * How many placements a rule would refuse at their next step, were it recorded; 0 for kinds that none
   * is asked about. `sql` sees every tenant.
   */
  abstract count(sql: EntityManager, rule: LawRule): Promise<number>;
}
