import type { DataSource } from 'typeorm';
import { ownerConnection, type Persistence } from './connections.ts';

/** The number of the lock, the same in all instances, so that two starting together take turns. */
const MIGRATION_LOCK = 7_266_371;

/** Work on the same server that other parts of the platform add, such as the queue's tables. */
export type FurtherMigration = (owner: DataSource) => Promise<void>;

/** Brings the database at `url`, the address of the owner of its tables, to the current schema. */
export async function migrate(
  url: string,
  persistence: Persistence,
  further: readonly FurtherMigration[] = [],
): Promise<void> {
  await withOwner(url, persistence, async (owner) => {
    const lock = owner.createQueryRunner();
    await lock.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
    try {
      await owner.runMigrations();
      for (const step of further) await step(owner);
    } finally {
      await lock.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
      await lock.release();
    }
  });
}

/** Returns whether the schema is behind the program. No instance starts on such a database. */
export async function hasPendingMigrations(
  url: string,
  persistence: Persistence,
): Promise<boolean> {
  return withOwner(url, persistence, (owner) => owner.showMigrations());
}

async function withOwner<T>(
  url: string,
  persistence: Persistence,
  work: (owner: DataSource) => Promise<T>,
): Promise<T> {
  const owner = await ownerConnection(url, persistence).initialize();
  try {
    return await work(owner);
  } finally {
    await owner.destroy();
  }
}
