import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The search index over candidates in PostgreSQL. Everything here is derived and can be rebuilt.
 * A rebuild writes rows of a new generation beside those of the current one, which readers see
 * until the one row of candidate_index_state moves: the runtime role owns no table, so it could
 * not swap tables, and policies and grants stay where they are.
 */
export class CandidateIndex1795000050000 implements MigrationInterface {
  name = 'CandidateIndex1795000050000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...functions, ...tables, ...indexes, ...protection, ...lookups]) {
      await runner.query(statement);
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE candidate_index_lag, candidate_index_state, candidate_index');
    await runner.query(
      `DROP FUNCTION candidate_index_lookup, candidate_index_near, candidate_index_query,
         candidate_index_lexemes, candidate_index_keys`,
    );
  }
}

const functions = [
  // The words themselves and their stems: titles come in many languages, often two in one line.
  `CREATE FUNCTION candidate_index_lexemes(words text[], stemmers text[]) RETURNS text[]
     LANGUAGE sql STABLE PARALLEL SAFE AS $$
       SELECT COALESCE(array_agg(DISTINCT lexeme), '{}') FROM (
         SELECT unnest(words) AS lexeme
         UNION ALL
         SELECT unnest(ts_lexize(stemmer::regdictionary, word))
           FROM unnest(words) AS word, unnest(stemmers) AS stemmer
       ) AS found WHERE lexeme <> '' $$`,
  // Any of the words, by itself or by its stem; the last one as the beginning of a word.
  `CREATE FUNCTION candidate_index_query(words text[], stemmers text[], last_begins boolean)
     RETURNS tsquery LANGUAGE sql STABLE PARALLEL SAFE AS $$
       SELECT COALESCE(string_agg(part, ' | '), '')::tsquery FROM (
         SELECT quote_literal(lexeme) AS part
           FROM unnest(candidate_index_lexemes(words, stemmers)) AS lexeme
         UNION ALL
         SELECT quote_literal(words[cardinality(words)]) || ':*'
          WHERE last_begins AND cardinality(words) > 0
       ) AS parts $$`,
  // Skills as sorted numbers: intarray counts what two lists share hundreds of times faster than
  // a join over texts. A rare collision moves a place in a shortlist, no more.
  `CREATE FUNCTION candidate_index_keys(tokens text[]) RETURNS int[]
     LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
       SELECT COALESCE(array_agg(DISTINCT key ORDER BY key), '{}') FROM (
         SELECT ('x' || substr(md5(token), 1, 8))::bit(32)::int AS key FROM unnest(tokens) AS token
       ) AS keys $$`,
];

const tables = [
  `CREATE TABLE candidate_index (
     generation int NOT NULL,
     id uuid NOT NULL,
     organisation_id uuid NOT NULL,
     titles text NOT NULL,
     words tsvector NOT NULL,
     isco text[] NOT NULL,
     esco text[] NOT NULL,
     desired_occupations text[] NOT NULL,
     skills text[] NOT NULL,
     skill_keys int[] NOT NULL,
     languages text[] NOT NULL,
     nationalities text[] NOT NULL,
     residence_country text,
     residence_permits text[] NOT NULL,
     eu_family_member boolean NOT NULL,
     desired_countries text[] NOT NULL,
     education_level int,
     licences text[] NOT NULL,
     available_from_on date,
     available_until_on date,
     consent_countries text[] NOT NULL,
     PRIMARY KEY (generation, id)
   )`,
  `CREATE TABLE candidate_index_state (
     single boolean PRIMARY KEY DEFAULT true CHECK (single),
     current int NOT NULL,
     building int
   )`,
  `INSERT INTO candidate_index_state (current) VALUES (1)`,
  // Whom the search server has not heard of yet; while there is one, PostgreSQL answers.
  `CREATE TABLE candidate_index_lag (
     candidate_id uuid PRIMARY KEY,
     since timestamptz NOT NULL DEFAULT now()
   )`,
];

const indexes = [
  `CREATE INDEX candidate_index_arrays ON candidate_index USING gin
     (isco, esco, desired_occupations, skills, languages, nationalities)`,
  `CREATE INDEX candidate_index_words ON candidate_index USING gin (words)`,
  `CREATE INDEX candidate_index_titles ON candidate_index USING gin (titles gin_trgm_ops)`,
  `CREATE INDEX candidate_index_organisation ON candidate_index (organisation_id)`,
  `CREATE INDEX candidate_index_residence ON candidate_index (residence_country)`,
];

const protection = [
  `CALL protect_table('candidate_index',
     $$ (SELECT current_tenant_role()) = 'agency'
        AND organisation_id = (SELECT current_organisation()) $$,
     $$ false $$)`,
  `CALL protect_table('candidate_index_state', $$ true $$, $$ false $$)`,
  `CALL protect_table('candidate_index_lag', $$ false $$, $$ false $$)`,
];

/** What every look-up begins with: the current generation, and what the tenant may see. */
export const own = `generation = (SELECT current FROM candidate_index_state)
  AND ((SELECT current_tenant_role()) = 'system' OR ((SELECT current_tenant_role()) = 'agency'
       AND organisation_id = (SELECT current_organisation())))`;

/** See `lookups`. */
export const lookup = `CREATE FUNCTION candidate_index_lookup(isco text[], nationalities text[], languages text[],
     skills text[], asked text[], stemmers text[]) RETURNS SETOF uuid
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
       IF languages <> '{}' THEN condition := condition || ' AND languages @> $3'; END IF;
       IF skills <> '{}' THEN condition := condition || ' AND skills @> $4'; END IF;
       condition := 'SELECT id FROM candidate_index WHERE ' || condition;
       -- Every word, by its stem or by most of its letters; the last may still be being typed.
       -- A union uses both indexes, where OR would read all rows.
       FOR word IN 1 .. cardinality(asked) LOOP
         queries := queries ||
           candidate_index_query(asked[word:word], stemmers, word = cardinality(asked));
         parts := parts || format('(%s AND words @@ ($5)[%s] UNION %s AND ($6)[%s] <%% titles)',
                                  condition, word, condition, word);
       END LOOP;
       RETURN QUERY EXECUTE COALESCE(NULLIF(array_to_string(parts, ' INTERSECT '), ''), condition)
         USING isco, nationalities, languages, skills, queries, asked;
     END $$`;

/**
 * Under row security PostgreSQL uses an index only for operators that are leakproof, which those on
 * arrays and texts are not (documentation, "Rules and Privileges"): every search would read the
 * whole table. So these two look the ids up as the owner, who is given all rows of this one table,
 * and check the tenant themselves; their caller then reads the rows by id under row security.
 */
const lookups = [
  `DO $$ BEGIN
     EXECUTE format('CREATE POLICY lookup ON candidate_index FOR SELECT TO %I USING (true)',
                    current_user);
   END $$`,
  lookup,
  `CREATE FUNCTION candidate_index_near(codes text[], uris text[], asked tsquery,
     domestic boolean, tier_zero text[], states text[]) RETURNS SETOF uuid
     LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
     BEGIN
       RETURN QUERY EXECUTE $query$
         SELECT id FROM candidate_index
          WHERE ${own}
            AND (isco && $1 OR desired_occupations && $1 OR esco && $2 OR words @@ $3)
            AND (nationalities && $5 OR eu_family_member OR residence_permits && $6) = $4
       $query$ USING codes, uris, asked, domestic, tier_zero, states;
     END $$`,
  `REVOKE EXECUTE ON FUNCTION candidate_index_lookup, candidate_index_near FROM PUBLIC`,
  `GRANT EXECUTE ON FUNCTION candidate_index_lookup, candidate_index_near TO passerelle_runtime`,
];
