import type { EntityManager } from 'typeorm';
import type { Question } from '../deciding/question.ts';
import type { Decision } from '../match-vacancy.ts';

/** The numbers of candidates decided on for a vacancy, by outcome. */
export interface Tally {
  considered: number;
  proposed: number;
  waiting: number;
  heldBack: number;
}

/** What is recorded of a vacancy when it is decided. */
export interface VacancyRecord extends Tally {
  vacancyId: string;
  organisationId: string;
  state: string;
  decidedOn: string;
  askedAt: Date;
  /** See reviewDate. */
  reviewOn: string | null;
  /** How many decisions are stored. */
  kept: number;
  /** How many candidates each reason holds back or lets wait, by code. */
  reasons: Record<string, number>;
}

/** Returns what to record of a vacancy. `decisions` are all decisions on it, stored or not. */
export function vacancyRecordOf(
  { vacancy, organisationId, state, askedAt }: Question,
  decisions: readonly Decision[],
  { reviewOn, kept }: Pick<VacancyRecord, 'reviewOn' | 'kept'>,
): VacancyRecord {
  return {
    vacancyId: vacancy.id,
    organisationId,
    state: vacancy.state,
    decidedOn: state.on,
    askedAt,
    reviewOn,
    kept,
    ...tallyOf(decisions),
    reasons: reasonsOf(decisions),
  };
}

const columns = [
  'vacancy_id', 'organisation_id', 'state', 'decided_on', 'asked_at', 'review_on', 'considered',
  'proposed', 'waiting', 'held_back', 'kept', 'reasons',
]; // prettier-ignore

/**
 * Records for each vacancy that it was decided, the numbers, and when to review it. A vacancy
 * marked again since its `marks` were counted stays marked.
 */
export async function storeVacancyRecords(
  sql: EntityManager,
  entries: readonly VacancyRecord[],
  marks: ReadonlyMap<string, number>,
): Promise<void> {
  const rows = entries.map((entry) => ({
    vacancy_id: entry.vacancyId,
    organisation_id: entry.organisationId,
    state: entry.state,
    decided_on: entry.decidedOn,
    asked_at: entry.askedAt,
    review_on: entry.reviewOn,
    considered: entry.considered,
    proposed: entry.proposed,
    waiting: entry.waiting,
    held_back: entry.heldBack,
    kept: entry.kept,
    reasons: entry.reasons,
    marks: marks.get(entry.vacancyId) ?? 0,
  }));
  await sql.query(
    `INSERT INTO vacancy_matching (${columns.join(', ')}, marks, decided_at)
     SELECT ${columns.join(', ')}, marks, now()
       FROM jsonb_populate_recordset(NULL::vacancy_matching, $1::jsonb)
      ORDER BY vacancy_id
     ON CONFLICT (vacancy_id) DO UPDATE
        SET ${columns.map((name) => `${name} = EXCLUDED.${name}`).join(', ')},
            asked_before = CASE WHEN vacancy_matching.asked_at <> EXCLUDED.asked_at
                                THEN vacancy_matching.asked_before || vacancy_matching.asked_at
                                ELSE vacancy_matching.asked_before END,
            decided_at = EXCLUDED.decided_at,
            outdated_since = CASE WHEN vacancy_matching.marks <> EXCLUDED.marks
                                  THEN vacancy_matching.outdated_since END`,
    [JSON.stringify(rows)],
  );
}

/**
 * Returns how often each vacancy has ever been marked to be decided again. Vacancies never decided
 * or marked are left out.
 */
export async function countMarks(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = await sql.query<{ id: string; marks: number }[]>(
    'SELECT vacancy_id AS id, marks FROM vacancy_matching WHERE vacancy_id = ANY ($1)',
    [vacancyIds],
  );
  return new Map(rows.map(({ id, marks }) => [id, marks]));
}

/**
 * Returns when matches of each vacancy were last asked for, by publishing it or by starting a run.
 * A pressed sector that was lifted or changed later still applies to the vacancy as before. `asOf`:
 * the last time up to that moment. Vacancies not asked for are left out.
 */
export async function findAskedAt(
  sql: EntityManager,
  vacancyIds: readonly string[],
  asOf: Date | null = null,
): Promise<ReadonlyMap<string, Date>> {
  const rows = await sql.query<{ id: string; askedAt: Date | null }[]>(
    `SELECT vacancy_id AS id, (SELECT max(at) FROM unnest(asked_before || asked_at) AS at
                                WHERE $2::timestamptz IS NULL OR at <= $2) AS "askedAt"
       FROM vacancy_matching WHERE vacancy_id = ANY ($1)`,
    [vacancyIds, asOf],
  );
  return new Map(rows.flatMap(({ id, askedAt }) => (askedAt ? [[id, askedAt]] : [])));
}

function tallyOf(decisions: readonly Decision[]): Tally {
  const count = (wanted: Decision['status']): number =>
    decisions.filter(({ status }) => status === wanted).length;
  return {
    considered: decisions.length,
    proposed: count('proposed'),
    waiting: count('waiting'),
    heldBack: count('held-back'),
  };
}

/** Counts candidates by the first reason that holds them back or lets them wait. */
function reasonsOf(decisions: readonly Decision[]): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const { status, verdicts } of decisions) {
    const wanted = status === 'held-back' ? 'exclude' : 'wait';
    const code = verdicts.find(({ verdict }) => verdict === wanted)?.reason.code;
    if (status !== 'proposed' && code) reasons[code] = (reasons[code] ?? 0) + 1;
  }
  return reasons;
}
