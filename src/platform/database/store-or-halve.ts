import type { QueryFailedError } from 'typeorm';
import { isRefusedValue } from './sql-state.ts';

/** An item that the database refuses, with its error. */
export interface Refused<T> {
  item: T;
  error: QueryFailedError;
}

/** What was stored, a result for each call that succeeded, and what was refused; both in order. */
export interface Halved<T, R> {
  done: R[];
  refused: Refused<T>[];
}

/**
 * Stores items together. If the database refuses a value of any, they are halved until only those
 * are left. Each call of `store` must be a transaction of its own. A single item is tried twice,
 * because another transaction may just have stored the same one.
 * @throws any error of `store` that is not the fault of an item; what was stored before stays
 */
export async function storeOrHalve<T, R>(
  items: readonly T[],
  store: (some: readonly T[]) => Promise<R>,
): Promise<Halved<T, R>> {
  const [item] = items;
  if (item === undefined) return { done: [], refused: [] };
  const first = await tried(items, store);
  if ('done' in first) return first;
  if (items.length === 1) {
    const second = await tried(items, store);
    return 'done' in second ? second : { done: [], refused: [{ item, error: second.error }] };
  }
  const middle = Math.ceil(items.length / 2);
  const before = await storeOrHalve(items.slice(0, middle), store);
  const after = await storeOrHalve(items.slice(middle), store);
  return {
    done: [...before.done, ...after.done],
    refused: [...before.refused, ...after.refused],
  };
}

/** If more than this are refused and none is stored, the fault is probably not theirs. */
const FEW = 10;

/** Returns whether what was refused is so much that the fault is more likely ours. */
export function isLikelyOurs(refused: readonly unknown[], done: readonly unknown[]): boolean {
  return refused.length > FEW && done.length === 0;
}

async function tried<T, R>(
  items: readonly T[],
  store: (some: readonly T[]) => Promise<R>,
): Promise<Halved<T, R> | { error: QueryFailedError }> {
  try {
    return { done: [await store(items)], refused: [] };
  } catch (error) {
    if (!isRefusedValue(error)) throw error;
    return { error };
  }
}
