import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import type { Keyed } from '../../platform/duplicates/block-keys.queries.ts';
import { compareRecords, type Comparison } from '../../platform/duplicates/compare-records.ts';
import { blockKeysOf } from './block-keys.ts';
import type { Found, Opening } from './opening.ts';
import { OPENING_THRESHOLD, scoreOpenings } from './score-openings.ts';

/** Whose a vacancy is, and where the work is. */
interface Whose {
  id: string;
  organisationId: string;
  state: string;
}

type Offered = Opening & Whose;

/** Compares vacancies with all that have a key in common with them, and keeps the pairs that may be one. */
export async function compareVacancies(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await compareRecords(sql, comparison, ids);
}

const comparison: Comparison<Offered> = {
  ...{ table: 'vacancy', threshold: OPENING_THRESHOLD, likeness: scoreOpenings, keysOf, load },
  countryOf: ({ state }) => state,
  seen: (one, other) => contentHash(JSON.stringify([one, other].map(compared))),
};

/** Of those that are open: the others are matched no more. */
async function keysOf(sql: EntityManager, ids: readonly string[]): Promise<Keyed[]> {
  const rows = await sql.query<(Found & Whose)[]>(
    `SELECT ${whose}, ${found} FROM vacancy WHERE id = ANY ($1) AND status = 'open'`,
    [ids],
  );
  return rows.map((vacancy) => ({
    id: vacancy.id,
    keys: blockKeysOf(vacancy).map((key) => contentHash(`${vacancy.state} ${key}`)),
    // Whoever numbers two vacancies apart means two.
    source: contentHash(`${vacancy.organisationId} ${vacancy.sourceAgency}`),
  }));
}

function load(sql: EntityManager, ids: readonly string[]): Promise<Offered[]> {
  return sql.query<Offered[]>(
    `SELECT ${whose}, ${found}, title, language, translations, description, starts_on::text AS "startsOn",
            positions, schedule
       FROM vacancy WHERE id = ANY ($1) AND status = 'open'`,
    [ids],
  );
}

const whose = `id, organisation_id AS "organisationId", state`;

const found = `source_agency AS "sourceAgency", source_id AS "sourceId", isco, locations,
  employer_name AS "employerName", employer_legal_id AS "employerLegalId"`;

/** What a decision of people rests on. */
const compared = (vacancy: Offered): unknown[] => [
  ...[vacancy.title, vacancy.translations, vacancy.description, vacancy.employerName],
  ...[vacancy.employerLegalId, vacancy.isco, vacancy.locations, vacancy.startsOn],
  ...[vacancy.positions, vacancy.schedule],
];
