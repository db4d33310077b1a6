import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { Database } from '../src/platform/database/database.ts';
import { SYSTEM } from '../src/platform/database/tenant.ts';
import { besideOurs, bruteForceMilliseconds } from './peers/brute-force-peer.ts';
import { DatabaseProcessor } from './measuring/database-processor.ts';
import { MemoryPeak, processor, write } from './measuring/measure.ts';
import { runOverAll } from './stage/road.ts';
import { onStage } from './stage/run-stage.ts';
import { stageVacancies } from './worlds/run-world.ts';

interface Line {
  people: number;
  vacancies: number;
  /** The time to load the engine in an empty process, in seconds. */
  loading: number;
  /**
   * The time from the start of the run to its end, and the processor time of this process alone;
   * both in seconds.
   */
  seconds: number;
  processor: number;
  /** The processor time of the database server. */
  database: string;
  stored: number;
  /** The peak memory of this process, in megabytes. */
  memory: number;
  /**
   * The time to decide on everybody for one vacancy without an index, in milliseconds; null if not
   * measured.
   */
  everybody: number | null;
}

/**
 * Measures a whole run until its rows are stored: every vacancy against everybody, the best kept
 * with their reasons. Peer: deciding on everybody with the same pure functions, without an index.
 */
export async function wholeRun(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      sizes: { type: 'string', default: '10000,100000' },
      vacancies: { type: 'string', default: '2000' },
      // Deciding on everybody takes minutes at a million.
      peers: { type: 'string', default: '100000' },
      json: { type: 'string' },
    },
  });
  const lines: Line[] = [];
  for (const people of values.sizes.split(',').map(Number)) {
    const withPeer = people <= Number(values.peers);
    const line = await atSize(people, Number(values.vacancies), withPeer);
    lines.push(line);
    write(described(line));
  }
  if (values.json) await writeFile(values.json, JSON.stringify(lines, null, 2));
}

function atSize(people: number, vacancies: number, withPeer: boolean): Promise<Line> {
  return onStage(people, async ({ app, database, employer, employerId, loading }) => {
    await stageVacancies(database, employerId, vacancies);
    const memory = new MemoryPeak();
    const server = await DatabaseProcessor.of(database);
    const before = processor();
    const startedAt = performance.now();
    await runOverAll(employer);
    const seconds = (performance.now() - startedAt) / 1000;
    const spent = (processor() - before) / 1000;
    return {
      people,
      vacancies,
      loading,
      seconds,
      processor: spent,
      memory: memory.stop(),
      database: await server.seconds(),
      stored: await storedIn(database),
      everybody: withPeer ? await bruteForceMilliseconds(app) : null,
    };
  });
}

function described(line: Line): string {
  const { people, vacancies, everybody } = line;
  const each = (1000 * line.seconds) / vacancies;
  const own = (1000 * line.processor) / vacancies;
  return [
    `${people} people, ${vacancies} vacancies: ${line.seconds.toFixed(1)} s, ${each.toFixed(2)} ms a vacancy`,
    `${own.toFixed(2)} ms of the processor each, and ${line.database} in all of PostgreSQL`,
    `${line.stored} decisions stored`,
    `${line.memory} MB at the peak`,
    ...(everybody === null ? [] : [besideOurs(everybody, each)]),
  ].join('; ');
}

async function storedIn(database: Database): Promise<number> {
  const [row] = await database.as(SYSTEM, (sql) =>
    sql.query<{ stored: number }[]>('SELECT count(*)::int AS stored FROM match'),
  );
  return row?.stored ?? 0;
}
