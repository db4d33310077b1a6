import { readdir, readFile } from 'node:fs/promises';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import type { Database } from '../../src/platform/database/database.ts';

/** Clock ticks per second in /proc (proc(5), sysconf(_SC_CLK_TCK)); 100 on every current Linux. */
const TICKS = 100;

/** The processor time that the processes of the database server use, if it runs on this machine. */
export class DatabaseProcessor {
  private readonly postmaster: string | null;
  private readonly before: number;

  private constructor(postmaster: string | null, before: number) {
    this.postmaster = postmaster;
    this.before = before;
  }

  static async of(database: Database): Promise<DatabaseProcessor> {
    const [row] = await database.as(SYSTEM, (sql) =>
      sql.query<{ pid: number }[]>('SELECT pg_backend_pid() AS pid'),
    );
    const postmaster = (await statOf(String(row?.pid)))?.parent ?? null;
    return new DatabaseProcessor(postmaster, await usedBelow(postmaster));
  }

  /** Returns the time used since counting began, such as "1.5 s", or "not known here". */
  async seconds(): Promise<string> {
    if (this.postmaster === null) return 'not known here';
    const used = (await usedBelow(this.postmaster)) - this.before;
    return `${used.toFixed(1)} s`;
  }
}

/**
 * Sums, in seconds, the processor time of a server's living processes and of those that have ended.
 */
async function usedBelow(postmaster: string | null): Promise<number> {
  if (postmaster === null) return 0;
  const ids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const all = await Promise.all(ids.map(statOf));
  const own = all.filter((one) => one?.parent === postmaster).map((one) => one?.used ?? 0);
  const ended = (await statOf(postmaster))?.ended ?? 0;
  return own.reduce((sum, used) => sum + used, ended) / TICKS;
}

async function statOf(
  pid: string,
): Promise<{ parent: string; used: number; ended: number } | null> {
  const text = await readFile(`/proc/${pid}/stat`, 'utf8').catch(() => null);
  if (text === null) return null;
  // The name stands in brackets and may hold blanks; the fields after it are counted from 3.
  const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
  const sum = (...at: number[]): number => at.reduce((all, one) => all + Number(fields[one]), 0);
  return { parent: fields[1] ?? '', used: sum(11, 12), ended: sum(13, 14) };
}
