import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import { compareRecords, type Comparison } from '../../platform/duplicates/compare-records.ts';
import { blockKeysOf } from './block-keys.ts';
import type { Opening } from './opening.ts';
import { OPENING_THRESHOLD, scoreOpenings } from './score-openings.ts';

/** An opening, with whose it is and where the work is. */
interface Offered extends Opening {
  id: string;
  organisationId: string;
  state: string;
}

/** Compares vacancies with all that have a key in common with them, and keeps the pairs that may be one. */
export async function compareVacancies(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await compareRecords(sql, comparison, ids);
}

const comparison: Comparison<Offered> = {
  ...{ table: 'vacancy', threshold: OPENING_THRESHOLD, likeness: scoreOpenings, load },
  keysOf: (vacancy) => ({
    keys: blockKeysOf(vacancy).map((key) => contentHash(`${vacancy.state} ${key}`)),
    // Whoever numbers two vacancies apart means two.
    source: contentHash(`${vacancy.organisationId} ${vacancy.sourceAgency}`),
  }),
  countryOf: ({ state }) => state,
  seen: (one, other) => contentHash(JSON.stringify([one, other].map(compared))),
};

/** Those that are open: the others are matched no more. */
function load(sql: EntityManager, ids: readonly string[]): Promise<Offered[]> {
  return sql.query<Offered[]>(
    `SELECT id, organisation_id AS "organisationId", state, source_agency AS "sourceAgency",
            source_id AS "sourceId", title, language, translations, description,
            employer_name AS "employerName", employer_legal_id AS "employerLegalId", isco, locations,
            starts_on::text AS "startsOn", positions, schedule
       FROM vacancy WHERE id = ANY ($1) AND status = 'open'`,
    [ids],
  );
}

/** What a decision of people rests on. */
const compared = (vacancy: Offered): unknown[] => [
  ...[vacancy.title, vacancy.translations, vacancy.description, vacancy.employerName],
  ...[vacancy.employerLegalId, vacancy.isco, vacancy.locations, vacancy.startsOn],
  ...[vacancy.positions, vacancy.schedule],
];
