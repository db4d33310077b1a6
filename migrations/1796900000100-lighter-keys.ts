import type { MigrationInterface, QueryRunner } from 'typeorm';
import { lookup as lookupBefore, own } from './1795000050000-candidate-index.ts';

/**
 * Fewer keys of a person in the search index. The titles of ISCO groups, which everybody of a group has, are
 * found by its code instead of by their letters; a language is there at its level, not at each below it.
 * Titles of groups that are among a person's own already stay there until the person is indexed again.
 */
export class LighterKeys1796900000100 implements MigrationInterface {
  name = 'LighterKeys1796900000100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await runner.query(
      `ALTER TABLE candidate_index ADD COLUMN group_titles text NOT NULL DEFAULT ''`,
    );
    await runner.query(`UPDATE candidate_index SET languages = ${atTheirLevel}`);
    await replaceLookup(runner, lookup);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`SELECT set_config('passerelle.role', 'system', true)`);
    await replaceLookup(runner, lookupBefore);
    await runner.query(
      `UPDATE candidate_index
          SET languages = ${atEachLevel}, titles = trim(titles || ' ' || group_titles)`,
    );
    await runner.query('ALTER TABLE candidate_index DROP COLUMN group_titles');
  }
}

const atTheirLevel = `ARRAY(
  SELECT code || ':' || max(rank::int)
    FROM unnest(languages) AS token, split_part(token, ':', 1) AS code,
         split_part(token, ':', 2) AS rank
   GROUP BY code)`;

const atEachLevel = `ARRAY(
  SELECT split_part(token, ':', 1) || ':' || rank
    FROM unnest(languages) AS token,
         generate_series(1, split_part(token, ':', 2)::int) AS rank)`;

async function replaceLookup(runner: QueryRunner, statement: string): Promise<void> {
  await runner.query('DROP FUNCTION candidate_index_lookup');
  await runner.query(statement);
  await runner.query('REVOKE EXECUTE ON FUNCTION candidate_index_lookup FROM PUBLIC');
  await runner.query('GRANT EXECUTE ON FUNCTION candidate_index_lookup TO passerelle_runtime');
}

/**
 * Of lists of texts, which arrays of SQL cannot hold at different lengths, each is one text: `{fr:3,fr:4}`.
 * `near`: of each word the codes of groups that it may be near to.
 */
const lookup = `CREATE FUNCTION candidate_index_lookup(isco text[], nationalities text[], languages text[],
     skills text[], asked text[], stemmers text[], near text[]) RETURNS SETOF uuid
     LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
     DECLARE
       condition text := $own$ ${own} $own$;
       queries tsquery[];
       parts text[] := '{}';
     BEGIN
       IF current_tenant_role() <> 'system' THEN
         condition := condition || ' AND organisation_id = current_organisation()';
       END IF;
       IF isco <> '{}' THEN condition := condition || ' AND isco && $1'; END IF;
       IF nationalities <> '{}' THEN condition := condition || ' AND nationalities && $2'; END IF;
       FOR language IN 1 .. cardinality(languages) LOOP
         condition := condition || format(' AND languages && ($3)[%s]::text[]', language);
       END LOOP;
       IF skills <> '{}' THEN condition := condition || ' AND skills @> $4'; END IF;
       condition := 'SELECT id FROM candidate_index WHERE ' || condition;
       -- Every word, by its stem or by most of its letters; the last may still be being typed.
       -- A union uses both indexes, where OR would read all rows.
       FOR word IN 1 .. cardinality(asked) LOOP
         queries := queries ||
           candidate_index_query(asked[word:word], stemmers, word = cardinality(asked));
         parts := parts || format('(%s AND words @@ ($5)[%s] UNION %s AND ($6)[%s] <%% titles UNION %s AND isco && ($7)[%s]::text[]
           AND ($6)[%s] <%% (titles || '' '' || group_titles))',
                                  condition, word, condition, word, condition, word, word);
       END LOOP;
       RETURN QUERY EXECUTE COALESCE(NULLIF(array_to_string(parts, ' INTERSECT '), ''), condition)
         USING isco, nationalities, languages, skills, queries, asked, near;
     END $$`;
