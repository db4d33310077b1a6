import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import type { Decision } from '../match-vacancy.ts';
import type { VerdictList } from '../verdict-list.entity.ts';

/** Gathers lists of verdicts, each once. */
export class VerdictLists {
  /** By what tells a list from another. */
  private readonly known = new Map<string, VerdictList>();

  /** @returns the hash of the list */
  add({ verdicts }: Pick<Decision, 'verdicts'>): string {
    const key = verdicts.map(keyOf).join('\n');
    const list = this.known.get(key) ?? listOf(verdicts);
    this.known.set(key, list);
    return list.hash;
  }

  list(): VerdictList[] {
    return [...this.known.values()];
  }
}

/** Stores those that are not there yet. */
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

/** A code and its parameters say which verdict it is; an object is slower to write than to make. */
function keyOf({ verdict, reason: { code, params } }: Decision['verdicts'][number]): string {
  let key = `${verdict} ${code}`;
  for (const name in params) key += `\t${name} ${String(params[name])}`;
  return key;
}

function listOf(verdicts: Decision['verdicts']): VerdictList {
  const kept = verdicts.map(({ basis: _, ...verdict }) => verdict);
  return { hash: contentHash(JSON.stringify(kept)), verdicts: kept };
}
