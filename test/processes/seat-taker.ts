import { runtimeConnections } from '../../src/platform/database/connections.ts';
import { Database } from '../../src/platform/database/database.ts';
import { newId } from '../../src/platform/database/new-id.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { reserveSeats } from '../../src/quotas/ledger/reserve-seats.ts';

/**
 * Input of one of several processes that want seats of the same offers at once. Each writes how
 * many it got.
 */
interface Wanted {
  url: string;
  quotaIds: string[];
  times: number;
}

const { url, quotaIds, times } = JSON.parse(process.argv[2] ?? '') as Wanted;
const connections = await runtimeConnections(
  url,
  { entities: [], migrations: [] },
  { size: 5 },
).initialize();
const database = new Database(connections);
// The pool gives up on requests that wait too long, so no more run at once than it has connections.
let left = times;
let got = 0;
const one = async (): Promise<void> => {
  while (left > 0) {
    left -= 1;
    const { placementIds } = await database.as(SYSTEM, (sql) =>
      reserveSeats(sql, {
        quotaIds,
        requests: [{ placementId: newId(), by: newId() }],
        at: new Date(),
        reason: 'test',
      }),
    );
    got += placementIds.size;
  }
};
await Promise.all(Array.from({ length: 5 }, one));
await connections.destroy();
process.stdout.write(String(got));
