import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import type { Decision } from '../match-vacancy.ts';
import type { Reason } from '../rules/rule.ts';
import type { VerdictList } from '../verdict-list.entity.ts';

type Verdicts = Decision['verdicts'];

/** Collects lists of verdicts, each once. */
export class VerdictLists {
  /** The lists by their keys; see keyOf. */
  private readonly known = new Map<string, VerdictList>();
  /** The list added last. Most decisions on a vacancy have the same verdicts as the one before. */
  private last: { verdicts: Verdicts; hash: string } | null = null;

  /** @returns the hash of the list */
  add({ verdicts }: Pick<Decision, 'verdicts'>): string {
    if (this.last && areSame(this.last.verdicts, verdicts)) return this.last.hash;
    const key = verdicts.map(keyOf).join('\n');
    const list = this.known.get(key) ?? listOf(verdicts);
    this.known.set(key, list);
    this.last = { verdicts, hash: list.hash };
    return list.hash;
  }

  list(): VerdictList[] {
    return [...this.known.values()];
  }
}

/** Stores the lists that are not stored yet. */
export async function storeVerdicts(
  sql: EntityManager,
  lists: readonly VerdictList[],
): Promise<void> {
  await sql.query(
    `INSERT INTO verdict_list (hash, verdicts) SELECT * FROM unnest($1::uuid[], $2::jsonb[]) ORDER BY 1
     ON CONFLICT (hash) DO NOTHING`,
    [lists.map(({ hash }) => hash), lists.map(({ verdicts }) => JSON.stringify(verdicts))],
  );
}

/** Compares verdicts by code and parameters. A date that is waited for is one of the parameters. */
function areSame(one: Verdicts, other: Verdicts): boolean {
  if (one.length !== other.length) return false;
  return one.every(({ verdict, reason }, at) => {
    const beside = other[at];
    return (
      verdict === beside?.verdict &&
      (reason === beside.reason || isSameReason(reason, beside.reason))
    );
  });
}

function isSameReason(one: Reason, other: Reason): boolean {
  if (one.code !== other.code) return false;
  for (const name in one.params) if (one.params[name] !== other.params[name]) return false;
  for (const name in other.params) if (!(name in one.params)) return false;
  return true;
}

/** Returns a key by which areSame lists are equal. Serialising the object would be slower. */
function keyOf({ verdict, reason: { code, params } }: Verdicts[number]): string {
  let key = `${verdict} ${code}`;
  for (const name in params) key += `\t${name} ${String(params[name])}`;
  return key;
}

function listOf(verdicts: Verdicts): VerdictList {
  const kept = verdicts.map(({ basis: _, ...verdict }) => verdict);
  return { hash: contentHash(JSON.stringify(kept)), verdicts: kept };
}
