import type { EntityManager } from 'typeorm';
import type { ProposalQuery } from '../candidate-search.ts';
import { isEnough, type Nearness, nearnessSteps } from '../proposals.ts';
import { iscoAt, skillToken, tokensFrom, wordsOf } from '../search-tokens.ts';
import { SqlConditions } from './sql-conditions.ts';
import { allStemmers } from './stemmers.ts';

interface Proposed {
  id: string;
  ready: boolean;
}

/** Looks among the nearest occupations first, and wider only while too few candidates are ready. */
export async function proposeFromIndex(
  sql: EntityManager,
  query: ProposalQuery,
): Promise<string[]> {
  let proposed: Proposed[] = [];
  for (const nearness of nearnessSteps(query)) {
    const { statement, values } = statementFor(query, nearness);
    proposed = await sql.query<Proposed[]>(statement, values);
    if (isEnough(proposed.filter(({ ready }) => ready).length, query.limit)) break;
  }
  return proposed.map(({ id }) => id);
}

/** Returns the statement for all candidates at least as near as `nearness`, best first. */
function statementFor(query: ProposalQuery, nearness: Nearness) {
  const bound = new SqlConditions();
  const texts = (values: readonly string[]): string => `${bound.bind(values)}::text[]`;
  const [units = '', minors = '', majors = ''] = [4, 3, 2].map((digits) =>
    texts(iscoAt(query.isco, digits)),
  );
  const esco = texts(query.esco);
  const states = texts(query.states);
  const spoken = query.languages.map(
    ({ code, rank }) => ` AND languages && ${texts(tokensFrom(code, rank))}`,
  );
  const asked = `candidate_index_query(${texts(wordsOf(query.words))}, ${texts(allStemmers)}, false)`;
  const codes = { 4: units, 3: minors, 2: majors, words: majors }[nearness];
  const near = `candidate_index_near(${codes}, ${esco}, ${nearness === 'words' ? asked : 'NULL'},
    ${bound.bind(query.group === 'domestic')}, ${texts(query.tierZeroCountries)}, ${states})`;
  // The subselects are evaluated once per statement, not once per row.
  const statement = `
    SELECT id, consent_countries && ${states}${spoken.join('')} AS ready
      FROM candidate_index
     WHERE generation = (SELECT current FROM candidate_index_state) AND id IN (SELECT ${near})
     ORDER BY ready DESC,
           CASE WHEN esco && ${esco} THEN 10
                WHEN isco && ${units} THEN 8 WHEN desired_occupations && ${units} THEN 7
                WHEN isco && ${minors} THEN 6 WHEN desired_occupations && ${minors} THEN 5
                WHEN isco && ${majors} THEN 4 WHEN desired_occupations && ${majors} THEN 3
                ELSE 0 END DESC,
           icount(skill_keys & (SELECT candidate_index_keys(
             ${texts(query.skills.map(skillToken))}))) DESC,
           ts_rank(words, (SELECT ${asked})) DESC, id
     LIMIT ${bound.bind(query.limit)}`;
  return { statement, values: bound.values };
}
