import type { EntityManager } from 'typeorm';
import { copyText } from '../platform/database/copying/copy.ts';
import { sqlStateOf, sqlStates } from '../platform/database/sql-state.ts';
import { keepStaging } from '../platform/database/copying/staging.ts';
import { noteSentAgain } from '../platform/imports/undo/sent-again.ts';
import { withdrawnSince } from './consents.queries.ts';
import {
  consentColumns,
  givenColumns,
  type Origin,
  personColumns,
  type SentPlace,
} from './person-lines.ts';

/**
 * Candidates that arrive together, each reference once: lines of `personLine` and `consentLines`.
 */
export interface ArrivingPeople {
  people: Uint8Array;
  consents: Uint8Array;
}

/**
 * The ids of the candidates that a merge created or updated; candidates in neither list were
 * unchanged. `withdrawn` lists the consents that the merge did not take.
 */
export interface MergeResult {
  /** Whether every candidate that arrived was created. */
  isAllNew: boolean;
  created: string[];
  updated: string[];
  withdrawn: WithdrawnConsent[];
}

/** A consent that was sent again although it, or a later one, was withdrawn. It is not taken. */
export interface WithdrawnConsent extends SentPlace {
  /** The reference of the candidate. */
  reference: string;
  /** `yyyy-mm-dd` */
  givenOn: string;
}

const kept = new Set<string>(['reference', 'id']);

/** The columns of a candidate that a later file may change and an undo restores. */
export const mergedColumns = [...personColumns.filter((column) => !kept.has(column)), 'import_id'];

const staging: [string, string][] = [
  [
    'arriving',
    `ON COMMIT DELETE ROWS AS SELECT ${personColumns.join(', ')} FROM candidate WITH NO DATA`,
  ],
  [
    'arriving_consent',
    `(id uuid, person_id uuid, reference text, sent_file text, sent_format text, sent_row int, purpose text,
      sections text[], countries text[], given_on date, expires_on date, evidence text, scan_sha256 text, witness text)
      ON COMMIT DELETE ROWS`,
  ],
];

/**
 * Creates or updates candidates of one agency by their references. Copies the lines into staging
 * tables, then runs one statement for the candidates and one for their consents. Candidates sent
 * again unchanged are left alone.
 */
export async function mergeCandidates(
  sql: EntityManager,
  origin: Origin,
  { people, consents }: ArrivingPeople,
): Promise<MergeResult> {
  for (const [name, definition] of staging) await keepStaging(sql, name, definition);
  await copyText(sql, 'arriving', personColumns, people);
  await copyText(sql, 'arriving_consent', consentColumns, consents);
  if (!(await isAnybodyKnown(sql, origin))) {
    const added = await addNew(sql, origin);
    if (added !== null) return added;
  }
  const created = await addUnknown(sql, origin);
  const updated = await changeKnown(sql, origin);
  await mergeConsents(sql, origin);
  await noteMet(sql, origin);
  return { isAllNew: false, created, updated, withdrawn: await findWithdrawn(sql, origin) };
}

/**
 * The candidate of an arriving row, looked up through the index row by row. With a plain join,
 * PostgreSQL reads every candidate of the agency for each batch, which makes an import quadratic.
 */
const knownPerson = (organisation: string): string =>
  `LATERAL (SELECT * FROM candidate WHERE organisation_id = ${organisation}
                AND reference = arriving.reference LIMIT 1) AS candidate`;

async function isAnybodyKnown(sql: EntityManager, { organisationId }: Origin): Promise<boolean> {
  const [{ known }] = await sql.query<[{ known: boolean }]>(
    `SELECT EXISTS (SELECT FROM arriving, ${knownPerson('$1')}) AS known`,
    [organisationId],
  );
  return known;
}

const people = personColumns.join(', ');

/**
 * Inserts in the order of the references, as undoing an import does, so that two concurrent merges
 * cannot deadlock. `$1` is the agency, `$2` the import.
 */
const insertFrom = (rows: 'arriving' | 'changing'): string => `
  INSERT INTO candidate (${people}, organisation_id, import_id, created_import_id)
  SELECT ${people}, $1, $2, $2 FROM ${rows} ORDER BY reference`;

/**
 * Adds candidates when none of them is known yet. Skipping the look-up of each one saves a third of
 * the work.
 * @returns null if another import has created one of them meanwhile; then nothing is written
 */
async function addNew(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<MergeResult | null> {
  const given = givenColumns.join(', ');
  try {
    return await sql.transaction(async () => {
      const [{ created }] = await sql.query<[{ created: string[] }]>(
        `WITH added AS (
           ${insertFrom('arriving')} RETURNING id)
         SELECT COALESCE(array_agg(id), '{}') AS created FROM added`,
        [organisationId, importId],
      );
      await sql.query(
        `INSERT INTO consent (${given}, candidate_id, organisation_id, import_id)
         SELECT ${given}, person_id, $1, $2 FROM arriving_consent`,
        [organisationId, importId],
      );
      return { isAllNew: true, created, updated: [], withdrawn: [] };
    });
  } catch (error) {
    if (sqlStateOf(error) === sqlStates.notUnique) return null;
    throw error;
  }
}

/**
 * Inserts the arriving candidates that are not known yet and locks the others until the transaction
 * ends. ON CONFLICT locks an existing row even though it changes nothing, and waits for a
 * concurrent import that inserts the same reference.
 * @returns the ids of the candidates created
 */
async function addUnknown(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `${insertFrom('arriving')}
     ON CONFLICT (organisation_id, reference) DO UPDATE SET version = candidate.version WHERE false
     RETURNING id`,
    [organisationId, importId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Updates the known candidates whose content differs. So that the import can be undone, keeps a
 * copy of each candidate and their consents before its first change. The copy holds what the last
 * committed change left.
 * @returns the ids of the candidates updated
 */
async function changeKnown(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<string[]> {
  const rows = await sql.query<{ id: string }[]>(
    `WITH changing AS MATERIALIZED (
       SELECT arriving.*, candidate.id AS known_id, to_jsonb(candidate) - 'merged_into_id' AS person
         FROM arriving, ${knownPerson('$1')}
        WHERE candidate.content_hash <> arriving.content_hash),
     kept AS (
       INSERT INTO candidate_import_before (import_id, candidate_id, organisation_id, person, consents)
       SELECT $2, known_id, $1, person,
              (SELECT jsonb_agg(to_jsonb(consent)) FROM consent WHERE candidate_id = known_id)
         FROM changing WHERE $2::uuid IS NOT NULL
       ON CONFLICT DO NOTHING)
     ${insertFrom('changing')}
     ON CONFLICT (organisation_id, reference) DO UPDATE
        SET ${mergedColumns.map((column) => `${column} = EXCLUDED.${column}`).join(', ')},
            version = candidate.version + 1, updated_at = now()
     RETURNING id`,
    [organisationId, importId],
  );
  return rows.map(({ id }) => id);
}

/** Keeps candidates who arrived unchanged when an earlier import that brought them is undone. */
async function noteMet(sql: EntityManager, origin: Origin): Promise<void> {
  const met = `SELECT candidate.id, candidate.import_id FROM arriving, ${knownPerson('$1')}`;
  await noteSentAgain(sql, { table: 'candidate', ...origin }, met);
}

/**
 * The columns of a consent that the agency may change by sending it again, and that an undo
 * restores.
 */
export const toldColumns = ['sections', 'countries', 'evidence', 'scan_sha256', 'witness'] as const;

const told = (of: string): string => toldColumns.map((column) => `${of}.${column}`).join(', ');

/**
 * The SQL condition that an arriving consent would restore a withdrawn one. It holds if this
 * consent, or a later one, was withdrawn, unless a live consent of that day already covers its
 * sections and countries.
 */
const broughtBack = `(${withdrawnSince('candidate.id', 'arriving.purpose', 'arriving.given_on')}
  AND NOT EXISTS (SELECT FROM consent AS live
                   WHERE live.candidate_id = candidate.id AND live.purpose = arriving.purpose
                     AND live.given_on = arriving.given_on AND live.withdrawn_at IS NULL
                     AND arriving.sections <@ live.sections AND arriving.countries <@ live.countries))`;

/**
 * Finds the arriving consents that were refused because they had been withdrawn. An agency that
 * sends them every night is warned every time, as it may otherwise believe that they are in force.
 */
async function findWithdrawn(
  sql: EntityManager,
  { organisationId }: Origin,
): Promise<WithdrawnConsent[]> {
  return sql.query<WithdrawnConsent[]>(
    `SELECT sent_file AS file, sent_format AS format, sent_row AS row,
            arriving.reference, arriving.given_on::text AS "givenOn"
       FROM arriving_consent AS arriving, ${knownPerson('$1')}
      WHERE ${broughtBack}
      ORDER BY sent_row, arriving.given_on`,
    [organisationId],
  );
}

/**
 * Stores the consents of the candidates that were just created or updated; unchanged candidates are
 * left alone. The latest version wins for each purpose and day. A withdrawn consent stays
 * withdrawn, and no consent given before the withdrawal is restored. An arriving consent may still
 * narrow a live one.
 */
async function mergeConsents(
  sql: EntityManager,
  { organisationId, importId }: Origin,
): Promise<void> {
  const given = givenColumns.map((column) => `arriving.${column}`).join(', ');
  await sql.query(
    `INSERT INTO consent (${givenColumns.join(', ')}, candidate_id, organisation_id, import_id)
     SELECT ${given}, candidate.id, $1, $2
       FROM arriving_consent AS arriving, ${knownPerson('$1')}
      WHERE ($2::uuid IS NULL OR candidate.import_id = $2) AND NOT ${broughtBack}
     ON CONFLICT (candidate_id, purpose, given_on) DO UPDATE
        SET (${toldColumns.join(', ')}, import_id) = (${told('EXCLUDED')}, EXCLUDED.import_id)
      WHERE consent.withdrawn_at IS NULL AND (${told('consent')}) IS DISTINCT FROM (${told('EXCLUDED')})`,
    [organisationId, importId],
  );
}
