import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/database/new-id.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { storeInputs } from './decision-inputs.ts';
import type { Decision } from '../match-vacancy.ts';
import type { StoredVerdict, Versions } from '../match.entity.ts';

/** How many decisions are kept of a vacancy, besides those that an employer has dealt with. */
const PROPOSED_KEPT = 50;
const OTHERS_KEPT = 50;

export interface Decided {
  vacancy: Vacancy;
  decisions: readonly Decision[];
  /** Whose agency each person is with. */
  agencyOf: ReadonlyMap<string, string>;
  /** People whom the employer has dealt with: what became of them is kept. */
  dealtWith: ReadonlySet<string>;
  versions: Versions;
  on: string;
  reviewOn: string | null;
}

export interface Tally {
  considered: number;
  proposed: number;
  waiting: number;
  heldBack: number;
}

/** Stores what was decided on a vacancy in place of what was stored before; outcomes stay. */
export async function storeMatches(sql: EntityManager, decided: Decided): Promise<Tally> {
  const { vacancy, decisions, on, reviewOn } = decided;
  const rows = kept(decided).map((decision) => ({ decision, row: rowOf(decided, decision) }));
  await deleteOthers(
    sql,
    vacancy.id,
    rows.map(({ row }) => row.candidate_id),
  );
  const known = await hashesOf(sql, vacancy.id);
  const changed = rows.filter(({ row }) => known.get(row.candidate_id) !== row.content_hash);
  const inputs = await storeInputs(
    sql,
    changed.map(({ decision }) => decision),
  );
  await upsert(
    sql,
    changed.map(({ decision, row }) => ({ ...row, ...inputs.get(decision) })),
  );
  const tally = tallyOf(decisions);
  await sql.query(
    `INSERT INTO vacancy_matching
       (vacancy_id, organisation_id, state, decided_on, decided_at, review_on, outdated_since,
        considered, proposed, waiting, held_back, kept, reasons)
     VALUES ($1, $2, $3, $4, now(), $5, NULL, $6, $7, $8, $9, $10, $11)
     ON CONFLICT (vacancy_id) DO UPDATE
        SET organisation_id = EXCLUDED.organisation_id, state = EXCLUDED.state,
            decided_on = EXCLUDED.decided_on, decided_at = EXCLUDED.decided_at,
            review_on = EXCLUDED.review_on, outdated_since = NULL,
            considered = EXCLUDED.considered, proposed = EXCLUDED.proposed,
            waiting = EXCLUDED.waiting, held_back = EXCLUDED.held_back, kept = EXCLUDED.kept,
            reasons = EXCLUDED.reasons`,
    [
      vacancy.id,
      vacancy.organisationId,
      vacancy.state,
      on,
      reviewOn,
      tally.considered,
      tally.proposed,
      tally.waiting,
      tally.heldBack,
      rows.length,
      reasonsOf(decisions),
    ],
  );
  return tally;
}

function kept({ decisions, dealtWith }: Decided): Decision[] {
  const best = decisions.filter(({ status }) => status === 'proposed').slice(0, PROPOSED_KEPT);
  const others = decisions.filter(({ status }) => status !== 'proposed').slice(0, OTHERS_KEPT);
  const chosen = new Set([...best, ...others]);
  return decisions.filter((one) => chosen.has(one) || dealtWith.has(one.candidateId));
}

function rowOf(decided: Decided, decision: Decision) {
  const { vacancy, decisions, agencyOf, versions, on } = decided;
  // Drawn from another snapshot alone, a decision is still the same.
  const { snapshot: _, ...lasting } = versions;
  const verdicts: StoredVerdict[] = decision.verdicts.map(({ basis: __, ...verdict }) => verdict);
  const content = {
    state: vacancy.state,
    status: decision.status,
    wait_until_on: decision.waitUntilOn,
    position: decisions.indexOf(decision) + 1,
    tier: decision.tier.tier,
    tier_because: decision.tier.because,
    tier_citation: decision.tier.citation,
    score: decision.score.total,
    completeness: decision.score.completeness,
    contributions: decision.score.contributions,
    verdicts,
    versions: lasting,
  };
  return {
    ...content,
    versions,
    id: newId(),
    vacancy_id: vacancy.id,
    candidate_id: decision.candidateId,
    organisation_id: vacancy.organisationId,
    agency_id: agencyOf.get(decision.candidateId),
    decided_on: on,
    content_hash: createHash('sha256').update(JSON.stringify(content)).digest('hex'),
  };
}

async function deleteOthers(
  sql: EntityManager,
  vacancyId: string,
  candidateIds: readonly string[],
): Promise<void> {
  await sql.query(
    `DELETE FROM match WHERE vacancy_id = $1 AND outcome IS NULL AND candidate_id <> ALL ($2)`,
    [vacancyId, candidateIds],
  );
}

const decidedColumns = [
  'state', 'status', 'wait_until_on', 'position', 'tier', 'tier_because', 'tier_citation', 'score',
  'completeness', 'contributions', 'verdicts', 'versions', 'decided_on', 'content_hash',
  'vacancy_input', 'candidate_input', 'state_input',
]; // prettier-ignore

const columns = [
  ...['id', 'vacancy_id', 'candidate_id', 'organisation_id', 'agency_id'],
  ...decidedColumns,
];

/** By person; a decision that stays the same is left alone, with the date it was first made on. */
async function hashesOf(sql: EntityManager, vacancyId: string): Promise<Map<string, string>> {
  const rows = await sql.query<{ id: string; hash: string }[]>(
    'SELECT candidate_id AS id, content_hash AS hash FROM match WHERE vacancy_id = $1',
    [vacancyId],
  );
  return new Map(rows.map(({ id, hash }) => [id, hash]));
}

async function upsert(sql: EntityManager, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return;
  const list = columns.join(', ');
  await sql.query(
    `INSERT INTO match (${list})
     SELECT ${list} FROM jsonb_populate_recordset(NULL::match, $1::jsonb)
     ON CONFLICT (vacancy_id, candidate_id) DO UPDATE
        SET ${decidedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
            version = match.version + 1, updated_at = now()`,
    [JSON.stringify(rows)],
  );
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

/** By the first reason that holds each person back, or lets them wait. */
function reasonsOf(decisions: readonly Decision[]): Record<string, number> {
  const reasons: Record<string, number> = {};
  for (const { status, verdicts } of decisions) {
    const wanted = status === 'held-back' ? 'exclude' : 'wait';
    const code = verdicts.find(({ verdict }) => verdict === wanted)?.reason.code;
    if (status !== 'proposed' && code) reasons[code] = (reasons[code] ?? 0) + 1;
  }
  return reasons;
}
