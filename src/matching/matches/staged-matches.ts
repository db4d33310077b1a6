import type { EntityManager } from 'typeorm';
import {
  copyLine,
  type CopyValue,
  type JsonText,
} from '../../platform/database/copying/copy-line.ts';
import { copyText } from '../../platform/database/copying/copy.ts';
import { keepStaging } from '../../platform/database/copying/staging.ts';
import type { Match } from '../match.entity.ts';
import type { InputHashes } from './decision-inputs.ts';

/**
 * The columns shared by decisions with the same result for one vacancy. About ten decisions share a
 * row.
 */
export interface CommonRow
  extends
    Pick<
      Match,
      | 'vacancyId' | 'organisationId' | 'agencyId' | 'state' | 'status' | 'waitUntilOn' | 'tier'
      | 'tierBecause' | 'tierCitation' | 'precedence' | 'snapshot' | 'decidedOn' // prettier-ignore
    >,
    Pick<InputHashes, 'vacancyInput' | 'stateInput'> {
  /** The number by which decisions refer to this row; unique within what is staged together. */
  number: number;
  verdictsHash: string;
  versionsHash: string;
}

/** The columns of a single decision. */
export interface OwnRow
  extends
    Pick<Match, 'id' | 'candidateId' | 'position' | 'score' | 'completeness'>,
    Pick<InputHashes, 'candidateInput'> {
  /** The number of the CommonRow of this decision. */
  common: number;
  /** See compactText. */
  contributions: JsonText;
}

/** Decisions as lines of COPY; see commonLine and ownLine. */
export interface MatchLines {
  common: Uint8Array;
  own: Uint8Array;
}

type Columns<Row> = readonly (readonly [keyof Row & string, string])[];

const common: Columns<CommonRow> = [
  ['vacancyId', 'uuid'],
  ['organisationId', 'uuid'],
  ['agencyId', 'uuid'],
  ['state', 'text'],
  ['status', 'text'],
  ['waitUntilOn', 'date'],
  ['tier', 'text'],
  ['tierBecause', 'text'],
  ['tierCitation', 'text'],
  ['precedence', 'text'],
  ['verdictsHash', 'uuid'],
  ['versionsHash', 'uuid'],
  ['snapshot', 'text'],
  ['decidedOn', 'date'],
  ['vacancyInput', 'uuid'],
  ['stateInput', 'uuid'],
];

const own: Columns<OwnRow> = [
  ['id', 'uuid'],
  ['candidateId', 'uuid'],
  ['position', 'int'],
  ['score', 'int'],
  ['completeness', 'real'],
  ['contributions', 'json'],
  ['candidateInput', 'uuid'],
];

const numbered: Columns<CommonRow> = [['number', 'int'], ...common];
const referring: Columns<OwnRow> = [['common', 'int'], ...own];

const snakeCase = (name: string): string =>
  name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const namesOf = (columns: Columns<never>): string[] => columns.map(([name]) => snakeCase(name));
const staging = (columns: Columns<never>): string =>
  `(${columns.map(([name, type]) => `${snakeCase(name)} ${type}`).join(', ')}) ON COMMIT DELETE ROWS`;

/** The columns that remain when a decision is made again: its identity, and who may see it. */
const identityColumns = ['id', 'vacancy_id', 'candidate_id', 'organisation_id', 'agency_id'];
/** The columns that make no difference between decisions: what they were made from, and when. */
const provenanceColumns = [
  'snapshot',
  'decided_on',
  'vacancy_input',
  'candidate_input',
  'state_input',
];
const columns = [...namesOf(common), ...namesOf(own)];
const decided = columns.filter((name) => !identityColumns.includes(name));

/**
 * Returns the columns that make a difference, as an SQL row. Contributions become text because json
 * cannot be compared.
 */
const comparedColumns = (from: string): string => {
  const values = decided
    .filter((name) => !provenanceColumns.includes(name))
    .map((name) => `${from}.${name}${name === 'contributions' ? '::text' : ''}`);
  return `(${values.join(', ')})`;
};

const STAGED = 'staged_match JOIN staged_common ON number = common';

/** Returns the line of COPY of a shared row. */
export function commonLine(row: CommonRow): string {
  return lineOf(numbered, row);
}

/** Returns the line of COPY of a single decision. */
export function ownLine(row: OwnRow): string {
  return lineOf(referring, row);
}

function lineOf<Row extends Record<keyof Row, CopyValue>>(from: Columns<Row>, row: Row): string {
  return copyLine(from.map(([name]) => row[name]));
}

/** Stages decisions in temporary tables, for mergeMatches to compare with the stored ones. */
export async function stageMatches(sql: EntityManager, lines: MatchLines): Promise<void> {
  await keepStaging(sql, 'staged_common', staging(numbered));
  await keepStaging(sql, 'staged_match', staging(referring));
  await copyText(sql, 'staged_common', namesOf(numbered), lines.common);
  await copyText(sql, 'staged_match', namesOf(referring), lines.own);
}

/**
 * Replaces the stored decisions on the vacancies by the staged ones, but keeps what employers did.
 * A decision that does not change is left alone, with the date on which it was first made. Call it
 * within lockDecisionsOn, so that no other transaction decides on the vacancies.
 */
export async function mergeMatches(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<void> {
  const { isFirst, gone } = await findFormer(sql, vacancyIds);
  if (gone.length > 0) await sql.query('DELETE FROM match WHERE id = ANY ($1)', [gone]);
  const insert = `INSERT INTO match (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${STAGED}`;
  // Conflict checks cost a tenth of the time per row. Without former decisions there are no
  // conflicts.
  if (isFirst) await sql.query(insert);
  else {
    await sql.query(
      `${insert}
       ON CONFLICT (vacancy_id, candidate_id) DO UPDATE
          SET ${decided.map((name) => `${name} = EXCLUDED.${name}`).join(', ')},
              version = match.version + 1, updated_at = now()
        WHERE ${comparedColumns('match')} IS DISTINCT FROM ${comparedColumns('EXCLUDED')}`,
    );
  }
}

interface Former {
  /** True if there is no stored decision on any of the vacancies. */
  isFirst: boolean;
  /** The ids of stored decisions without an outcome whose candidates are no longer decided on. */
  gone: string[];
}

/**
 * Looks up decisions vacancy by vacancy. While a run fills the table its statistics are missing,
 * and PostgreSQL would otherwise scan the whole table each time.
 */
async function findFormer(sql: EntityManager, vacancyIds: readonly string[]): Promise<Former> {
  const [found] = await sql.query<Former[]>(
    `SELECT count(*) = 0 AS "isFirst",
            coalesce(array_agg(former.id) FILTER (WHERE former.outcome IS NULL
                                                    AND still.candidate_id IS NULL), '{}') AS gone
       FROM unnest($1::uuid[]) AS decided (id)
      CROSS JOIN LATERAL (SELECT id, candidate_id, outcome FROM match
                           WHERE vacancy_id = decided.id OFFSET 0) AS former
       LEFT JOIN (SELECT vacancy_id, candidate_id FROM ${STAGED}) AS still
         ON still.vacancy_id = decided.id AND still.candidate_id = former.candidate_id`,
    [vacancyIds],
  );
  return found ?? { isFirst: true, gone: [] };
}
