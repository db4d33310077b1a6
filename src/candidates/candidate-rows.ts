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
} from './arriving-rows.ts';

/** People who arrive together, each reference once: lines of `personLine` and `consentLines`. */
export interface ArrivingPeople {
  people: Uint8Array;
  consents: Uint8Array;
}

/** Whom a merge created and whom it changed; everybody else was known just so. */
export interface MergeResult {
  created: string[];
  updated: string[];
  withdrawn: WithdrawnConsent[];
}

/** A consent that came again though it, or one after it, was withdrawn: it is not taken. */
export interface WithdrawnConsent extends SentPlace {
  /** `yyyy-mm-dd` */
  givenOn: string;
}

const kept = new Set<string>(['reference', 'id']);

/** What a later file may change of a person, and an undo puts back. */
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
 * Creates or updates people of one agency by their references: COPY into staging tables, then one
 * statement for the people and one for their consents. People sent again unchanged are left alone.
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
  return { created, updated, withdrawn: await findWithdrawn(sql, origin) };
}

/**
 * The person of an arriving row, looked up by the index row by row. As a plain join, PostgreSQL reads
 * everybody of the agency for each batch, at the price of the square of an import.
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
 * In the order of the references like whoever takes an import back, so that two merges at once never wait for each other.
 * `$1`: their agency, `$2`: the import.
 */
const insertFrom = (rows: 'arriving' | 'changing'): string => `
  INSERT INTO candidate (${people}, organisation_id, import_id, created_import_id)
  SELECT ${people}, $1, $2, $2 FROM ${rows} ORDER BY reference`;

/**
 * People of whom nobody is known are added without looking for each once more, which is a third of the work.
 * @returns null where another import has brought one of them meanwhile: then nothing is written
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
      return { created, updated: [], withdrawn: [] };
    });
  } catch (error) {
    if (sqlStateOf(error) === sqlStates.notUnique) return null;
    throw error;
  }
}

/**
 * Nobody else changes the others from here on: a conflict locks who is there, also where it changes nothing, and whom
 * another import brings at this instant is waited for.
 * @returns who was created
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
 * People are kept with their consents as they are before their first change by an import, so that it can be undone: as
 * whoever was before has left them.
 * @returns who was changed
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

/** Whom a file has again, just so, is not to be lost with the import that brought them; entered by hand, people are no import's. */
async function noteMet(sql: EntityManager, { organisationId, importId }: Origin): Promise<void> {
  if (importId === null) return;
  const met = `SELECT candidate.import_id FROM arriving, ${knownPerson('$1')}`;
  await noteSentAgain(sql, { organisationId, importId }, met);
}

/** What a later word of their agency may change of a consent, and an undo puts back. */
export const toldColumns = ['sections', 'countries', 'evidence', 'scan_sha256', 'witness'] as const;

const told = (of: string): string => toldColumns.map((column) => `${of}.${column}`).join(', ');

/** Of an arriving consent: whether it, or one after it, was withdrawn, and it says more than what is live of its day. */
const broughtBack = `(${withdrawnSince('candidate.id', 'arriving.purpose', 'arriving.given_on')}
  AND NOT EXISTS (SELECT FROM consent AS live
                   WHERE live.candidate_id = candidate.id AND live.purpose = arriving.purpose
                     AND live.given_on = arriving.given_on AND live.withdrawn_at IS NULL
                     AND arriving.sections <@ live.sections AND arriving.countries <@ live.countries))`;

/** Their agency sends them each night perhaps, and is told each time: it may well take them for given. */
async function findWithdrawn(
  sql: EntityManager,
  { organisationId }: Origin,
): Promise<WithdrawnConsent[]> {
  return sql.query<WithdrawnConsent[]>(
    `SELECT sent_file AS file, sent_format AS format, sent_row AS row, arriving.given_on::text AS "givenOn"
       FROM arriving_consent AS arriving, ${knownPerson('$1')}
      WHERE ${broughtBack}
      ORDER BY sent_row, arriving.given_on`,
    [organisationId],
  );
}

/**
 * The latest word of whoever was created or changed stands, of each purpose and day; those who were known just so are left
 * alone. A consent that was withdrawn stays so, and what was given before brings none back, but may say less of what is live.
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
