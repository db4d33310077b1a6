import type { DemoCaller } from '../../src/commands/demo/demo-caller.ts';
import type { RunView } from '../../src/matching/runs/matching-runs.service.ts';
import type { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import type { ImportView } from '../../src/platform/imports/import-view.ts';
import { until } from '../measuring/measure.ts';

/** Waits until an import has ended, and writes its progress. */
export function importEnds(caller: DemoCaller, path: string): Promise<ImportView> {
  return until(
    () => caller.get<ImportView>(path),
    ({ finishedAt }) => finishedAt !== null,
    ({ read, percent, secondsLeft }) => `${read} rows, ${percent} %, ${secondsLeft ?? '?'} s left`,
  );
}

/** Waits until `count` vacancies are decided on. */
export async function vacanciesDecided(database: Database, count: number): Promise<void> {
  await until(
    () => decidedOf(database),
    (decided) => decided === count,
    (decided) => `${decided} vacancies matched`,
  );
}

/** Runs matching over all open vacancies of an employer and waits for its end. */
export async function runOverAll(employer: DemoCaller): Promise<RunView> {
  const { id } = await employer.post<RunView>('/v1/matching-runs', {});
  return until(
    () => employer.get<RunView>(`/v1/matching-runs/${id}`),
    ({ finishedAt }) => finishedAt !== null,
    ({ done, percent }) => `${done} vacancies, ${percent} %`,
  );
}

/** Waits until all new people have been compared with everybody, in search of duplicates. */
export async function allCompared(database: Database): Promise<void> {
  const open = (): Promise<{ job: string }[]> =>
    database.as(SYSTEM, (sql) =>
      sql.query(`SELECT job FROM outbox WHERE done_at IS NULL AND job LIKE '%uncompared'`),
    );
  await until(
    open,
    ({ length }) => length === 0,
    ({ length }) => `${length} comparisons left`,
  );
}

async function decidedOf(database: Database): Promise<number> {
  const [row] = await database.as(SYSTEM, (sql) =>
    sql.query<{ decided: number }[]>(
      `SELECT count(*)::int AS decided FROM vacancy_matching
        WHERE decided_at IS NOT NULL AND outdated_since IS NULL`,
    ),
  );
  return row?.decided ?? 0;
}
