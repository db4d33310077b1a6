import type { EntityManager } from 'typeorm';
import { currentTenant } from '../../../platform/database/tenant.ts';
import type { CandidateHits, CandidateQuery, FacetName, Facets } from '../candidate-search.ts';
import { nextCursor, offsetOf } from '../search-cursor.ts';
import { textArray } from '../../../platform/database/copying/copy-line.ts';
import { askedWords, skillToken, tokensFrom } from '../search-tokens.ts';
import { groupsNear } from './groups-near.ts';
import { SqlConditions } from './sql-conditions.ts';
import { allStemmers } from './stemmers.ts';

/** Each facet as a set of (value), with one GROUP BY each over hits that are found once. */
const facetSources: Record<FacetName, string> = {
  isco: `found, unnest(isco) AS value WHERE length(value) = 4`,
  nationality: `found, unnest(nationalities) AS value WHERE true`,
  residenceCountry: `(SELECT residence_country AS value FROM found) AS v WHERE value IS NOT NULL`,
  language: `found, unnest(languages) AS token, split_part(token, ':', 1) AS value WHERE true`,
  educationLevel: `(SELECT education_level::text AS value FROM found) AS v WHERE value IS NOT NULL`,
  licence: `found, unnest(licences) AS value WHERE true`,
};

const FACET_VALUES = 20;

interface Answer {
  total: number;
  hits: CandidateHits['hits'] | null;
  facets: Record<FacetName, { value: string; count: number }[] | null>;
}

/**
 * Returns the hits, their number and every facet from one statement, so that all are of the same
 * moment.
 */
export async function searchIndex(
  sql: EntityManager,
  query: CandidateQuery,
): Promise<CandidateHits> {
  const offset = offsetOf(query.cursor);
  const { statement, values } = statementFor(query, offset);
  const [answer] = await sql.query<Answer[]>(statement, values);
  if (!answer) throw new Error('The search statement gave no row.');
  const hits = answer.hits ?? [];
  const facets = Object.entries(answer.facets).map(([name, counts]) => [name, counts ?? []]);
  return {
    hits,
    total: answer.total,
    facets: Object.fromEntries(facets) as Facets,
    nextCursor: nextCursor(offset, hits.length, answer.total),
    source: 'postgresql',
  };
}

function statementFor(query: CandidateQuery, offset: number) {
  const where = conditionsFor(query);
  const words = askedWords(query.words);
  // Only a match of every letter scores 1; a typing error, another ending or a skill scores less.
  const score =
    words.length > 0
      ? `word_similarity(${where.bind(words.join(' '))}, titles || ' ' || group_titles)`
      : '1::real';
  const facets = Object.entries(facetSources).map(
    ([name, source]) =>
      `'${name}', (SELECT json_agg(f) FROM
         (SELECT value, count(*)::int AS count FROM ${source}
           GROUP BY value ORDER BY count DESC, value LIMIT ${FACET_VALUES}) AS f)`,
  );
  const statement = `
    WITH found AS MATERIALIZED (
      SELECT id, isco, nationalities, residence_country, languages, education_level, licences,
             ${score} AS score
        FROM candidate_index AS c WHERE ${where.toString()})
    SELECT (SELECT count(*)::int FROM found) AS total,
           (SELECT json_agg(h) FROM (SELECT id, score FROM found ORDER BY score DESC, id DESC
              LIMIT ${where.bind(query.limit)} OFFSET ${where.bind(offset)}) AS h) AS hits,
           json_build_object(${facets.join(', ')}) AS facets`;
  return { statement, values: where.values };
}

function conditionsFor(query: CandidateQuery): SqlConditions {
  const where = new SqlConditions();
  where.add('generation = (SELECT current FROM candidate_index_state)');
  const { organisationId } = currentTenant();
  // Row-level security says the same. Repeating it here lets PostgreSQL use the index on the
  // column.
  if (organisationId !== null) where.add(`organisation_id = ${where.bind(organisationId)}`);
  where.addFor(query.residenceCountries, (codes) => `residence_country = ANY (${codes})`);
  if (query.educationLevel !== null) {
    where.add(`education_level >= ${where.bind(query.educationLevel)}`);
  }
  if (query.availableOn !== null) addAvailability(where, query.availableOn);
  addLookup(where, query);
  return where;
}

function addAvailability(where: SqlConditions, on: string): void {
  const day = `${where.bind(on)}::date`;
  where.add(`COALESCE(available_from_on, '-infinity') <= ${day}`);
  where.add(`COALESCE(available_until_on, 'infinity') >= ${day}`);
}

/** Adds the conditions that only the inverted indexes answer fast, in one look-up. */
function addLookup(where: SqlConditions, query: CandidateQuery): void {
  const languages = query.languages.map(({ code, rank }) => textArray(tokensFrom(code, rank)));
  const arrays = [query.isco, query.nationalities, languages, query.skills.map(skillToken)];
  const words = askedWords(query.words);
  if (arrays.every((array) => array.length === 0) && words.length === 0) return;
  const near = words.map((word) => textArray(groupsNear(word)));
  const bound = [...arrays, words, allStemmers, near].map(
    (values) => `${where.bind(values)}::text[]`,
  );
  where.add(`id IN (SELECT candidate_index_lookup(${bound.join(', ')}))`);
}
