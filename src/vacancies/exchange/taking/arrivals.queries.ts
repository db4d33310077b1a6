import type { EntityManager } from 'typeorm';
import { jsonText } from '../../../platform/database/copying/copy-line.ts';
import type { Finding } from '../../../platform/formats/finding.ts';
import { type ExchangeReference, lastStampOf, saidOf } from '../exchange-references.ts';
import type { ExchangeSource } from './exchange-source.entity.ts';
import { partsOf } from '../../../platform/lists/parts-of.ts';

/** A vacancy of a source that is still to be stored or closed. */
export interface WaitingArrival {
  reference: string;
  active: boolean;
  stamp: string;
  vacancyId: string | null;
}

/** What was done with an arrival; it applies unless the source has sent something newer. */
export interface ArrivalResult {
  reference: string;
  stamp: string;
  outcome: 'stored' | 'closed' | 'rejected' | 'own';
  vacancyId: string | null;
  findings: Finding[];
}

/** The number of references that one statement records. */
const AT_ONCE = 5_000;

/**
 * Records the references that a source sent as work to do, so that none of them can be lost. A
 * reference that was seen before, or is older than the known one, changes nothing. What is said
 * differently at the same moment is later, since some services keep only the second or the day. If
 * the known one has a moment in the future, any other statement corrects it. A closed vacancy with
 * a new creation time has reopened, even before the moment at which it was to close. A vacancy
 * closed because it was no longer named opens again when it is named. Our own are recorded as
 * `own`.
 * @param now milliseconds since 1970 UTC
 */
export async function noteReferences(
  sql: EntityManager,
  { id, organisationId }: Pick<ExchangeSource, 'id' | 'organisationId'>,
  references: readonly ExchangeReference[],
  now: number,
): Promise<void> {
  for (const { some } of partsOf(references, AT_ONCE))
    await sql.query(noting, [id, organisationId, rowsOf(some), now]);
}

function rowsOf(references: readonly ExchangeReference[]): string {
  const rows = references.map((one) => ({
    reference: one.reference,
    origin: one.source,
    active: one.status === 'ACTIVE',
    stamp: lastStampOf(one),
    said: saidOf(one),
  }));
  return JSON.stringify(rows);
}

/** SQL: the creation time in what `saidOf` wrote. */
const createdIn = (row: 'excluded' | 'known'): string => `split_part(${row}.said, ' ', 2)::bigint`;

const noting = `
  INSERT INTO exchange_arrival AS known
    (source_id, organisation_id, reference, origin, active, stamp_millis, said, outcome)
  SELECT $1, $2, said.reference, said.origin, said.active, said.stamp, said.said,
         CASE WHEN EXISTS (SELECT FROM exchange_offer o WHERE o.reference = said.reference)
              THEN 'own' ELSE 'waiting' END
    FROM jsonb_to_recordset($3::jsonb)
      AS said(reference text, origin text, active boolean, stamp bigint, said text)
  ON CONFLICT (source_id, reference) DO UPDATE SET
    origin = excluded.origin, active = excluded.active, stamp_millis = excluded.stamp_millis,
    said = excluded.said, outcome = excluded.outcome, attempts = 0, unnamed = 0
  WHERE excluded.stamp_millis > known.stamp_millis
     OR (excluded.said IS DISTINCT FROM known.said
         AND (excluded.stamp_millis = known.stamp_millis OR known.stamp_millis > $4))
     OR (excluded.active AND NOT known.active AND ${createdIn('excluded')} > ${createdIn('known')})
     OR (known.unnamed > 0 AND NOT known.active AND excluded.active)`;

/**
 * Requests again what an organisation's sources sent and was rejected for the phrase. A finding may
 * hold only the beginning of the phrase.
 */
export async function reconsiderRejected(
  sql: EntityManager,
  organisationId: string,
  phrase: string,
): Promise<void> {
  await sql.query(
    `UPDATE exchange_arrival SET outcome = 'waiting', attempts = 0
      WHERE organisation_id = $1 AND outcome = 'rejected' AND EXISTS (
        SELECT FROM jsonb_array_elements(findings) AS found
         WHERE found ->> 'code' LIKE 'wish-on-%' AND starts_with(lower($2), rtrim(lower(found ->> 'value'), '…')))`,
    [organisationId, phrase],
  );
}

/**
 * Finds waiting arrivals, open or closed ones, those with the fewest attempts first, leaving out
 * the references in `but`.
 */
export async function findWaiting(
  sql: EntityManager,
  sourceId: string,
  { active, but, limit }: { active: boolean; but: readonly string[]; limit: number },
): Promise<WaitingArrival[]> {
  return sql.query<WaitingArrival[]>(
    `SELECT reference, active, stamp_millis AS stamp, vacancy_id AS "vacancyId"
       FROM exchange_arrival
      WHERE source_id = $1 AND outcome = 'waiting' AND active = $4 AND reference <> ALL($2)
      ORDER BY attempts, reference LIMIT $3`,
    [sourceId, but, limit, active],
  );
}

/** Counts an attempt for arrivals that were requested and did not come. They go on waiting. */
export async function countAttempts(
  sql: EntityManager,
  sourceId: string,
  references: readonly string[],
): Promise<void> {
  await sql.query(
    `UPDATE exchange_arrival SET attempts = attempts + 1
      WHERE source_id = $1 AND reference = ANY($2) AND outcome = 'waiting'`,
    [sourceId, references],
  );
}

/** A vacancy by its issuer and the issuer's id. */
export interface IssuedDocument {
  sourceAgency: string;
  sourceId: string;
}

/**
 * Locks the vacancies with these ids and documents, in the order used wherever vacancies are
 * stored. What is read of them afterwards stays true until this transaction ends.
 */
export async function lockVacancyRows(
  sql: EntityManager,
  organisationId: string,
  { ids, documents }: { ids: readonly string[]; documents: readonly IssuedDocument[] },
): Promise<void> {
  await sql.query(
    `SELECT FROM vacancy WHERE id IN (
       SELECT unnest($2::uuid[])
        UNION
       SELECT v.id FROM jsonb_to_recordset($3::jsonb) AS said("sourceAgency" text, "sourceId" text)
         JOIN vacancy v ON v.organisation_id = $1 AND v.source_agency = said."sourceAgency"
          AND v.source_id = said."sourceId")
      ORDER BY source_agency, source_id FOR NO KEY UPDATE`,
    [organisationId, ids, jsonText(documents)],
  );
}

/**
 * Finds the documents among those vacancies that are open and that no reference of any source gives
 * any more: one whose last version was rejected, or names our own offer, no longer does.
 */
export function findUngiven(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<IssuedDocument[]> {
  return sql.query<IssuedDocument[]>(
    `SELECT source_agency AS "sourceAgency", source_id AS "sourceId" FROM vacancy v
      WHERE id = ANY($1) AND status = 'open' AND NOT EXISTS (
        SELECT FROM exchange_arrival a
         WHERE a.vacancy_id = v.id AND a.active AND a.outcome NOT IN ('rejected', 'own'))`,
    [vacancyIds],
  );
}

/**
 * Returns which documents are our own offers of that state, as keys of `documentKey`. They must not
 * come back in. Only a state's own vacancies are taken in, and agencies of two states may bear one
 * name: another state's offer of that name is another vacancy.
 * @param state ISO 3166-1 alpha-2
 */
export async function findOwnDocuments(
  sql: EntityManager,
  state: string,
  documents: readonly { agency: string | null; id: string | null }[],
): Promise<Set<string>> {
  const rows = await sql.query<{ agency: string; id: string }[]>(
    `SELECT DISTINCT o.agency, o.document_id AS id FROM exchange_offer o
       JOIN jsonb_to_recordset($1::jsonb) AS said(agency text, id text)
         ON o.agency = said.agency AND o.document_id = said.id
      WHERE o.source = 'passerelle-' || lower($2)`,
    [JSON.stringify(documents), state],
  );
  return new Set(rows.map(({ agency, id }) => documentKey(agency, id)));
}

/** Returns the identity of a document as one text. */
export function documentKey(agency: string | null, id: string | null): string {
  return JSON.stringify([agency, id]);
}

/**
 * Records what was done with each arrival, unless the source has sent something newer meanwhile. It
 * also records for good which vacancies came through an exchange.
 */
export async function settleArrivals(
  sql: EntityManager,
  sourceId: string,
  results: readonly ArrivalResult[],
): Promise<void> {
  await sql.query(
    `WITH done AS (
       SELECT * FROM jsonb_to_recordset($2::jsonb)
         AS done(reference text, stamp bigint, outcome text, "vacancyId" uuid, findings jsonb)),
     taken_in AS (
       INSERT INTO exchange_provenance (vacancy_id, organisation_id)
       SELECT id, organisation_id FROM vacancy WHERE id IN (SELECT "vacancyId" FROM done)
       ON CONFLICT DO NOTHING)
     UPDATE exchange_arrival AS known
        SET vacancy_id = COALESCE(done."vacancyId", known.vacancy_id), findings = done.findings,
            active = known.active AND NOT (known.stamp_millis = done.stamp AND done.outcome = 'closed'),
            outcome = CASE WHEN known.stamp_millis = done.stamp THEN done.outcome ELSE known.outcome END
       FROM done
      WHERE known.source_id = $1 AND known.reference = done.reference`,
    [sourceId, jsonText(results)],
  );
}
