import { setTimeout as sleep } from 'node:timers/promises';
import type { Database } from '../../../src/platform/database/database.ts';

/** Waits until `many` transactions of this database wait for a lock. */
export async function someoneWaits(database: Database, many = 1): Promise<void> {
  for (;;) {
    const waiting = await database.queryWithoutTenant(
      `SELECT 1 FROM pg_locks JOIN pg_stat_activity USING (pid)
        WHERE NOT granted AND datname = current_database()`,
      [],
    );
    if (waiting.length >= many) return;
    await sleep(20);
  }
}
