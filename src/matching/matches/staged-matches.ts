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

/** What decisions have in common that came out alike for one vacancy: tens of them share it. */
export interface CommonRow
  extends
    Pick<
      Match,
      | 'vacancyId' | 'organisationId' | 'agencyId' | 'state' | 'status' | 'waitUntilOn' | 'tier'
      | 'tierBecause' | 'tierCitation' | 'precedence' | 'snapshot' | 'decidedOn' // prettier-ignore
    >,
    Pick<InputHashes, 'vacancyInput' | 'stateInput'> {
  /** By which decisions refer to it: any, each once in what is staged together. */
  number: number;
  verdictsHash: string;
  versionsHash: string;
}

/** What is of one decision alone. */
export interface OwnRow
  extends
    Pick<Match, 'id' | 'candidateId' | 'position' | 'score' | 'completeness'>,
    Pick<InputHashes, 'candidateInput'> {
  /** The number of what it has in common with others. */
  common: number;
  /** See compactText. */
  contributions: JsonText;
}

/** Decisions as they go into the database: lines of COPY, see commonLine and ownLine. */
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

/** What stays of a decision that is made anew: which it is, and who may see it. */
const lasting = ['id', 'vacancy_id', 'candidate_id', 'organisation_id', 'agency_id'];
/** What does not tell one decision from another: what it was made of, and when. */
const aside = ['snapshot', 'decided_on', 'vacancy_input', 'candidate_input', 'state_input'];
const columns = [...namesOf(common), ...namesOf(own)];
const decided = columns.filter((name) => !lasting.includes(name));

/** What tells, as values that compare: json does not. */
const told = (from: string): string => {
  const values = decided
    .filter((name) => !aside.includes(name))
    .map((name) => `${from}.${name}${name === 'contributions' ? '::text' : ''}`);
  return `(${values.join(', ')})`;
};

const STAGED = 'staged_match JOIN staged_common ON number = common';

export function commonLine(row: CommonRow): string {
  return lineOf(numbered, row);
}

export function ownLine(row: OwnRow): string {
  return lineOf(referring, row);
}

function lineOf<Row extends Record<keyof Row, CopyValue>>(from: Columns<Row>, row: Row): string {
  return copyLine(from.map(([name]) => row[name]));
}

/** Writes decisions beside those that are there, for mergeMatches to compare. */
export async function stageMatches(sql: EntityManager, lines: MatchLines): Promise<void> {
  await keepStaging(sql, 'staged_common', staging(numbered));
  await keepStaging(sql, 'staged_match', staging(referring));
  await copyText(sql, 'staged_common', namesOf(numbered), lines.common);
  await copyText(sql, 'staged_match', namesOf(referring), lines.own);
}

/**
 * Puts what is staged in place of what was decided on the vacancies before; what an employer did with
 * somebody stays. A decision that stays the same is left alone, with the date it was first made on.
 * Within lockVacancies, so that nobody decides on them meanwhile.
 */
export async function mergeMatches(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<void> {
  const { isFirst, gone } = await findFormer(sql, vacancyIds);
  if (gone.length > 0) await sql.query('DELETE FROM match WHERE id = ANY ($1)', [gone]);
  const insert = `INSERT INTO match (${columns.join(', ')}) SELECT ${columns.join(', ')} FROM ${STAGED}`;
  // To look for a conflict costs a tenth of a row, and where nothing was decided there is none.
  if (isFirst) await sql.query(insert);
  else {
    await sql.query(
      `${insert}
       ON CONFLICT (vacancy_id, candidate_id) DO UPDATE
          SET ${decided.map((name) => `${name} = EXCLUDED.${name}`).join(', ')},
              version = match.version + 1, updated_at = now()
        WHERE ${told('match')} IS DISTINCT FROM ${told('EXCLUDED')}`,
    );
  }
}

interface Former {
  /** Nothing was decided on any of the vacancies. */
  isFirst: boolean;
  /** The stored decisions on people who are not decided on any more. */
  gone: string[];
}

/**
 * Looked up vacancy by vacancy: while a run fills the table, nobody has counted yet what is in it, and
 * PostgreSQL would read all of it each time.
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
