import type { EntityManager } from 'typeorm';
import { shareDecisions } from '../../vacancies/decisions-lock.queries.ts';
import { storeInputs } from '../matches/decision-inputs.ts';
import { storeVacancyRecords } from '../matches/vacancy-records.ts';
import { mergeMatches, stageMatches } from '../matches/staged-matches.ts';
import { storeVerdicts } from '../matches/verdict-lists.ts';
import type { Batch } from './decided-batch.ts';

/**
 * Stores decisions in place of those stored on the vacancies before; outcomes stay. `marks`: what
 * countMarks returned before the decisions were made.
 */
export async function storeBatch(
  sql: EntityManager,
  { matches, inputs, verdicts, madeWith, vacancyRecords }: Batch,
  marks: ReadonlyMap<string, number>,
): Promise<void> {
  await shareDecisions(sql);
  await stageMatches(sql, matches);
  await mergeMatches(
    sql,
    vacancyRecords.map(({ vacancyId }) => vacancyId),
  );
  // Stored last, because other transactions may store the same rows and wait for this one from here
  // on.
  await storeInputs(sql, inputs);
  await storeVerdicts(sql, verdicts);
  await sql.query('INSERT INTO decision_versions VALUES ($1, $2) ON CONFLICT DO NOTHING', [
    madeWith.hash,
    JSON.stringify(madeWith.versions),
  ]);
  await storeVacancyRecords(sql, vacancyRecords, marks);
}
