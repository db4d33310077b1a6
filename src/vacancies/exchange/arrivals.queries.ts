import type { EntityManager } from 'typeorm';
import type { Finding } from '../../platform/formats/finding.ts';
import { type ExchangeReference, lastStampOf } from './exchange-references.ts';
import type { ExchangeSource } from './exchange-source.entity.ts';

/** A vacancy of a source that is still to be taken in or closed. */
export interface WaitingArrival {
  reference: string;
  active: boolean;
  stamp: string;
  vacancyId: string | null;
}

/** What became of one, as long as nothing newer was heard of it. */
export interface ArrivalResult {
  reference: string;
  stamp: string;
  outcome: 'stored' | 'closed' | 'rejected' | 'own';
  vacancyId: string | null;
  findings: Finding[];
}

/**
 * Writes down what a source has said, as work to be done: from here on nothing of it is lost. What was
 * heard before, or is older than what is known, changes nothing. Our own come back as `own`.
 */
export async function noteReferences(
  sql: EntityManager,
  { id, organisationId }: Pick<ExchangeSource, 'id' | 'organisationId'>,
  references: readonly ExchangeReference[],
): Promise<void> {
  const rows = references.map((one) => ({
    reference: one.reference,
    origin: one.source,
    active: one.status === 'ACTIVE',
    stamp: lastStampOf(one),
  }));
  await sql.query(
    `INSERT INTO exchange_arrival AS known
       (source_id, organisation_id, reference, origin, active, stamp_millis, outcome)
     SELECT $1, $2, said.reference, said.origin, said.active, said.stamp,
            CASE WHEN EXISTS (SELECT FROM exchange_offer o WHERE o.reference = said.reference)
                 THEN 'own' ELSE 'waiting' END
       FROM jsonb_to_recordset($3::jsonb)
         AS said(reference text, origin text, active boolean, stamp bigint)
     ON CONFLICT (source_id, reference) DO UPDATE SET
       origin = excluded.origin, active = excluded.active, stamp_millis = excluded.stamp_millis,
       outcome = excluded.outcome, attempts = 0
     WHERE excluded.stamp_millis > known.stamp_millis
        OR (excluded.stamp_millis = known.stamp_millis AND known.active AND NOT excluded.active)`,
    [id, organisationId, JSON.stringify(rows)],
  );
}

/** Those tried least first; `but`: those left out. */
export async function findWaiting(
  sql: EntityManager,
  sourceId: string,
  { but, limit }: { but: readonly string[]; limit: number },
): Promise<WaitingArrival[]> {
  return sql.query<WaitingArrival[]>(
    `SELECT reference, active, stamp_millis AS stamp, vacancy_id AS "vacancyId"
       FROM exchange_arrival
      WHERE source_id = $1 AND outcome = 'waiting' AND reference <> ALL($2)
      ORDER BY attempts, reference LIMIT $3`,
    [sourceId, but, limit],
  );
}

/** They were asked for and did not come; they go on waiting. */
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

/** Which of these documents, as `agency` and `id`, are our own that we offer: they must not come back. */
export async function findOwnDocuments(
  sql: EntityManager,
  documents: readonly { agency: string | null; id: string | null }[],
): Promise<Set<string>> {
  const rows = await sql.query<{ agency: string; id: string }[]>(
    `SELECT DISTINCT o.agency, o.document_id AS id FROM exchange_offer o
       JOIN jsonb_to_recordset($1::jsonb) AS said(agency text, id text)
         ON o.agency = said.agency AND o.document_id = said.id`,
    [JSON.stringify(documents)],
  );
  return new Set(rows.map(({ agency, id }) => documentKey(agency, id)));
}

/** A document's identity as one text. */
export function documentKey(agency: string | null, id: string | null): string {
  return JSON.stringify([agency, id]);
}

/** Marks what was done with each, unless something newer was heard of it meanwhile. */
export async function settleArrivals(
  sql: EntityManager,
  sourceId: string,
  results: readonly ArrivalResult[],
): Promise<void> {
  await sql.query(
    `UPDATE exchange_arrival AS known
        SET vacancy_id = COALESCE(done."vacancyId", known.vacancy_id), findings = done.findings,
            outcome = CASE WHEN known.stamp_millis = done.stamp THEN done.outcome ELSE known.outcome END
       FROM jsonb_to_recordset($2::jsonb)
         AS done(reference text, stamp bigint, outcome text, "vacancyId" uuid, findings jsonb)
      WHERE known.source_id = $1 AND known.reference = done.reference`,
    [sourceId, JSON.stringify(results)],
  );
}
