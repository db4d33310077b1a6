import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { copyRows } from '../../src/platform/database/copying/copy.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { median } from '../measuring/measure.ts';
import { candidateHeader } from '../worlds/worlds.ts';

/**
 * Returns how long PostgreSQL itself takes to copy the same rows, neither checked nor indexed: the
 * median of three runs, in seconds.
 */
export async function copySecondsOf(database: Database, path: string): Promise<number> {
  const times: number[] = [];
  for (let time = 0; time < 3; time += 1) {
    const startedAt = performance.now();
    await database.as(SYSTEM, async (sql) => {
      const columns = candidateHeader.map((name) => `${name} text`).join(', ');
      await sql.query(`CREATE TEMP TABLE plain (${columns}) ON COMMIT DROP`);
      await copyRows(sql, 'plain', candidateHeader, cells(path));
    });
    times.push((performance.now() - startedAt) / 1000);
  }
  return median(times);
}

async function* cells(path: string): AsyncGenerator<string[]> {
  const lines = createInterface({ input: createReadStream(path) });
  for await (const line of lines) yield line.split(';');
}
