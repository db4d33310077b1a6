import type { EntityManager } from 'typeorm';
import { copyLine } from '../../platform/database/copy-line.ts';
import { copyText } from '../../platform/database/copy.ts';
import { keepStaging } from '../../platform/database/staging.ts';
import type { Match } from '../match.entity.ts';
import type { InputHashes } from './decision-inputs.ts';

/** A decision as it goes into the database. */
export interface MatchRow
  extends
    Pick<
      Match,
      | 'id' | 'vacancyId' | 'candidateId' | 'organisationId' | 'agencyId' | 'state' | 'status'
      | 'waitUntilOn' | 'position' | 'tier' | 'tierBecause' | 'tierCitation' | 'score'
      | 'precedence' | 'completeness' | 'snapshot' | 'decidedOn' // prettier-ignore
    >,
    InputHashes {
  /** See compactText. */
  contributions: string;
  verdictsHash: string;
  versionsHash: string;
}

/** What tells one decision from another; of what it was made with, all but the snapshot. */
const telling: [keyof MatchRow, string][] = [
  ['state', 'text'],
  ['status', 'text'],
  ['waitUntilOn', 'date'],
  ['position', 'int'],
  ['tier', 'text'],
  ['tierBecause', 'text'],
  ['tierCitation', 'text'],
  ['precedence', 'text'],
  ['score', 'int'],
  ['completeness', 'real'],
  ['contributions', 'json'],
  ['verdictsHash', 'uuid'],
  ['versionsHash', 'uuid'],
];

const columns: [keyof MatchRow, string][] = [
  ['id', 'uuid'],
  ['vacancyId', 'uuid'],
  ['candidateId', 'uuid'],
  ['organisationId', 'uuid'],
  ['agencyId', 'uuid'],
  ...telling,
  ['snapshot', 'text'],
  ['decidedOn', 'date'],
  ['vacancyInput', 'uuid'],
  ['candidateInput', 'uuid'],
  ['stateInput', 'uuid'],
];

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const names = columns.map(([name]) => snakeCase(name));
const typed = columns.map(([name, type]) => `${snakeCase(name)} ${type}`);
const staging = `(${typed.join(', ')}) ON COMMIT DELETE ROWS`;
const decided = names.slice(5);

/** What tells, as values that compare: json does not. */
const told = (from: string): string =>
  `(${telling.map(([name, type]) => `${from}.${snakeCase(name)}${type === 'json' ? '::text' : ''}`).join(', ')})`;

/** A row as a line of COPY, for stageMatches. */
export function matchLine(row: MatchRow): string {
  return copyLine(columns.map(([name]) => row[name]));
}

/** Writes decisions beside those that are there, for mergeMatches to compare. `rows`: lines of COPY. */
export async function stageMatches(sql: EntityManager, rows: Uint8Array): Promise<void> {
  await keepStaging(sql, 'staged_match', staging);
  await copyText(sql, 'staged_match', names, rows);
}

/**
 * Puts what is staged in place of what was decided on the vacancies before; what an employer did with
 * somebody stays. A decision that stays the same is left alone, with the date it was first made on.
 */
export async function mergeMatches(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<void> {
  const gone = await findGone(sql, vacancyIds);
  if (gone.length > 0) await sql.query('DELETE FROM match WHERE id = ANY ($1)', [gone]);
  await sql.query(
    `INSERT INTO match (${names.join(', ')}) SELECT ${names.join(', ')} FROM staged_match
     ON CONFLICT (vacancy_id, candidate_id) DO UPDATE
        SET ${decided.map((name) => `${name} = EXCLUDED.${name}`).join(', ')},
            version = match.version + 1, updated_at = now()
      WHERE ${told('match')} IS DISTINCT FROM ${told('EXCLUDED')}`,
  );
}

/**
 * The stored decisions on people who are not decided on any more. Looked up vacancy by vacancy: while a
 * run fills the table, nobody has counted yet what is in it, and PostgreSQL would read all of it each time.
 */
async function findGone(sql: EntityManager, vacancyIds: readonly string[]): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `SELECT former.id
       FROM unnest($1::uuid[]) AS decided (id)
      CROSS JOIN LATERAL (SELECT id, candidate_id FROM match
                           WHERE vacancy_id = decided.id AND outcome IS NULL OFFSET 0) AS former
      WHERE NOT EXISTS (SELECT 1 FROM staged_match s
                         WHERE s.vacancy_id = decided.id AND s.candidate_id = former.candidate_id)`,
    [vacancyIds],
  );
  return rows.map(({ id }) => id);
}
