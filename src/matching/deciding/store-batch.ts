import type { EntityManager } from 'typeorm';
import { shareDecisions } from '../../vacancies/decisions-lock.queries.ts';
import { storeInputs } from '../matches/decision-inputs.ts';
import { keepBooks } from '../matches/keep-books.ts';
import { mergeMatches, stageMatches } from '../matches/staged-matches.ts';
import { storeVerdicts } from '../matches/verdict-lists.ts';
import type { Batch } from './decided-batch.ts';

/**
 * Stores what was decided in place of what was stored of the vacancies before; outcomes stay.
 * `marks`: see countMarks, as it was before the decisions.
 */
export async function storeBatch(
  sql: EntityManager,
  { matches, inputs, verdicts, madeWith, entries }: Batch,
  marks: ReadonlyMap<string, number>,
): Promise<void> {
  await shareDecisions(sql);
  await stageMatches(sql, matches);
  await mergeMatches(
    sql,
    entries.map(({ vacancyId }) => vacancyId),
  );
  // Last, since others may be storing the same and wait for this transaction from here on.
  await storeInputs(sql, inputs);
  await storeVerdicts(sql, verdicts);
  await sql.query('INSERT INTO decision_versions VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    madeWith.hash,
    JSON.stringify(madeWith.versions),
  ]);
  await keepBooks(sql, entries, marks);
}
