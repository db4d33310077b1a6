import type { DataSource } from 'typeorm';
import { type Law, lawOf } from './law-rule.ts';
import type { LawRuleVersion } from './law-rule-version.entity.ts';

/** How many bodies of rules, and how many states and dates of them, are kept. */
const BODIES = 4;
const LAWS = 400;

interface Asked {
  sequence: number;
  state: string;
  on: string;
}

/**
 * The law as it was after a change, kept in memory. A recorded version is never changed and the
 * changes are numbered in the order of their commits, so what a number names stays what it is. The
 * number of a change that is taken back is never given to another.
 */
class KnownLaw {
  private readonly bodies = new Map<number, readonly LawRuleVersion[]>();
  private readonly laws = new Map<string, Law>();

  /** `read`: gives the rules known up to the change, where they are not in memory yet. */
  async of(asked: Asked, read: () => Promise<LawRuleVersion[]>): Promise<Law> {
    const { sequence, state, on } = asked;
    const key = `${sequence} ${state} ${on}`;
    const known = this.laws.get(key);
    if (known) return known;
    const rules = this.bodies.get(sequence) ?? (await read());
    const law = lawOf(rules, state, on);
    // A number that no change has yet may come to name more than it does now.
    if (!rules.some((rule) => rule.sequence === sequence)) return law;
    keep(this.bodies, sequence, rules, BODIES);
    keep(this.laws, key, law, LAWS);
    return law;
  }
}

function keep<K, V>(kept: Map<K, V>, key: K, value: V, most: number): void {
  kept.set(key, value);
  const [oldest] = kept.keys();
  if (kept.size > most && oldest !== undefined) kept.delete(oldest);
}

const byDatabase = new WeakMap<DataSource, KnownLaw>();

/** What is known of the law that a database holds. */
export function knownLaw(database: DataSource): KnownLaw {
  const known = byDatabase.get(database) ?? new KnownLaw();
  byDatabase.set(database, known);
  return known;
}
