import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import { type Partners, rekey } from '../../platform/duplicates/block-keys.queries.ts';
import { keepPairs } from '../../platform/duplicates/keep-pairs.ts';
import type { ScoredPair } from '../../platform/duplicates/scored-pair.ts';
import { Vacancy } from '../vacancy.entity.ts';
import { blockKeysOf } from './block-keys.ts';
import { OPENING_THRESHOLD, scoreOpenings } from './score-openings.ts';

/** Compares vacancies with all that have a key in common with them, and keeps the pairs that may be one. */
export async function compareVacancies(sql: EntityManager, ids: readonly string[]): Promise<void> {
  const vacancies = await load(sql, ids);
  const partners = await rekey(sql, 'vacancy', ids, vacancies.map(keysOf));
  const known = new Map(vacancies.map((vacancy) => [vacancy.id, vacancy]));
  const unknown = partners.flatMap(({ otherId }) => (known.has(otherId) ? [] : [otherId]));
  for (const vacancy of await load(sql, [...new Set(unknown)])) known.set(vacancy.id, vacancy);
  const pairs = partners.flatMap((pair) => pairOf(pair, known));
  await keepPairs(sql, 'vacancy', ids, pairs);
}

/** Those that are open: the others are matched no more. */
function load(sql: EntityManager, ids: readonly string[]): Promise<Vacancy[]> {
  return sql.find(Vacancy, { where: { id: In([...ids]), status: 'open' } });
}

function keysOf(vacancy: Vacancy): { id: string; keys: string[] } {
  const keys = blockKeysOf(vacancy).map((key) => contentHash(`${vacancy.state} ${key}`));
  return { id: vacancy.id, keys };
}

function pairOf({ id, otherId }: Partners, known: ReadonlyMap<string, Vacancy>): ScoredPair[] {
  const [one, other] = [id, otherId].toSorted().map((each) => known.get(each));
  // Whoever numbers two vacancies apart means two.
  if (!one || !other || sourceOf(one) === sourceOf(other)) return [];
  const { score, reasons } = scoreOpenings(one, other);
  if (score < OPENING_THRESHOLD) return [];
  const organisations = {
    oneOrganisationId: one.organisationId,
    otherOrganisationId: other.organisationId,
  };
  const seen = contentHash(JSON.stringify([one, other].map(compared)));
  return [
    {
      oneId: one.id,
      otherId: other.id,
      ...organisations,
      country: one.state,
      score,
      reasons,
      seen,
    },
  ];
}

const sourceOf = ({ organisationId, sourceAgency }: Vacancy): string =>
  `${organisationId} ${sourceAgency}`;

/** What a decision of people rests on. */
const compared = (vacancy: Vacancy): unknown[] => [
  ...[vacancy.title, vacancy.translations, vacancy.description, vacancy.employerName],
  ...[vacancy.employerLegalId, vacancy.isco, vacancy.locations, vacancy.startsOn],
  ...[vacancy.positions, vacancy.schedule],
];
