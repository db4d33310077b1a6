import { type EntityManager, In } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import { compareRecords, type Comparison } from '../../platform/duplicates/compare-records.ts';
import { Vacancy } from '../vacancy.entity.ts';
import { blockKeysOf } from './block-keys.ts';
import { OPENING_THRESHOLD, scoreOpenings } from './score-openings.ts';

/** Compares vacancies with all that have a key in common with them, and keeps the pairs that may be one. */
export async function compareVacancies(sql: EntityManager, ids: readonly string[]): Promise<void> {
  await compareRecords(sql, comparison, ids);
}

const comparison: Comparison<Vacancy> = {
  ...{ table: 'vacancy', threshold: OPENING_THRESHOLD },
  // Those that are open: the others are matched no more.
  load: (sql, ids) => sql.find(Vacancy, { where: { id: In([...ids]), status: 'open' } }),
  keysOf: (vacancy) => blockKeysOf(vacancy).map((key) => contentHash(`${vacancy.state} ${key}`)),
  countryOf: ({ state }) => state,
  // Whoever numbers two vacancies apart means two.
  likeness: (one, other) => (sourceOf(one) === sourceOf(other) ? null : scoreOpenings(one, other)),
  seen: (one, other) => contentHash(JSON.stringify([one, other].map(compared))),
};

const sourceOf = ({ organisationId, sourceAgency }: Vacancy): string =>
  `${organisationId} ${sourceAgency}`;

/** What a decision of people rests on. */
const compared = (vacancy: Vacancy): unknown[] => [
  ...[vacancy.title, vacancy.translations, vacancy.description, vacancy.employerName],
  ...[vacancy.employerLegalId, vacancy.isco, vacancy.locations, vacancy.startsOn],
  ...[vacancy.positions, vacancy.schedule],
];
