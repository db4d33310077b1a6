import type { EntityManager } from 'typeorm';
import type { LawRule } from './law-rule.ts';

/**
 * The effect of a rule on placements, for kinds that no match depends on. The placements module
 * implements it.
 */
export abstract class PlacementsRefused {
  /**
   * Counts the placements that a rule would refuse at their next step if it were recorded. Returns
   * 0 for kinds that placements do not use. `sql` sees every tenant.
   */
  abstract count(sql: EntityManager, rule: LawRule): Promise<number>;
}
