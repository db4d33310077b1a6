import { LRUCache } from 'lru-cache';
import type { DataSource } from 'typeorm';
import { type Law, lawOf } from './law-rule.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';

/** How many sets of rules are kept, and how many laws for a state and date. */
const MAX_RULE_SETS = 4;
const MAX_LAWS = 400;

interface LawKey {
  sequence: number;
  state: string;
  on: string;
}

/**
 * Keeps the law in memory as it was after each change. This is safe because recorded versions never
 * change and changes are numbered in the order of their commits. The number of a rolled-back change
 * is never reused.
 */
class LawCache {
  private readonly bodies = new LRUCache<number, readonly LawRuleVersion[]>({ max: MAX_RULE_SETS });
  private readonly laws = new LRUCache<string, Law>({ max: MAX_LAWS });

  /**
   * Returns the law of a state on a date. `read` returns the rules known up to the change; it is
   * called only if they are not in memory.
   */
  async of(asked: LawKey, read: () => Promise<LawRuleVersion[]>): Promise<Law> {
    const { sequence, state, on } = asked;
    const key = `${sequence} ${state} ${on}`;
    const known = this.laws.get(key);
    if (known) return known;
    const rules = this.bodies.get(sequence) ?? (await read());
    const law = lawOf(rules, state, on);
    // If no change has this number yet, the set of rules may still grow, so it is not kept.
    if (!rules.some((rule) => rule.sequence === sequence)) return law;
    this.bodies.set(sequence, rules);
    this.laws.set(key, law);
    return law;
  }
}

const byDatabase = new WeakMap<DataSource, LawCache>();

/** Returns the law kept in memory for a database. */
export function lawCacheOf(database: DataSource): LawCache {
  const known = byDatabase.get(database) ?? new LawCache();
  byDatabase.set(database, known);
  return known;
}
