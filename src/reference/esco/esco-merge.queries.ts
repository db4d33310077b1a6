import type { EntityManager } from 'typeorm';

/** How many rows an import changed. */
export interface Changes {
  added: number;
  changed: number;
  removed: number;
}

/** Waits for another import to end. The second import then finds nothing left to change. */
export async function takeTurns(sql: EntityManager): Promise<void> {
  await sql.query(`SELECT pg_advisory_xact_lock(hashtext('passerelle.esco-import'))`);
}

/**
 * Creates the tables that the files are loaded into first. They are dropped with the transaction.
 */
export async function createStaging(sql: EntityManager): Promise<void> {
  await sql.query(`CREATE TEMPORARY TABLE staged_concept (
    uri text, kind text, language text, code text, isco text, skill_type text, reuse_level text,
    nace text[], label text, alternatives text[], hidden text[], description text,
    label_words text[], words text[], position int
  ) ON COMMIT DROP`);
  await sql.query(`CREATE TEMPORARY TABLE staged_relation (
    source text, kind text, from_uri text, to_uri text
  ) ON COMMIT DROP`);
}

interface Counted {
  added: string;
  changed: string;
}

async function merge(sql: EntityManager, upsert: string, remove: string): Promise<Changes> {
  const removed = await sql.query<{ count: string }[]>(
    `WITH removed AS (${remove} RETURNING 1) SELECT count(*) FROM removed`,
  );
  const written = await sql.query<Counted[]>(
    // A row that INSERT ... ON CONFLICT has updated carries the transaction in xmax.
    `WITH written AS (${upsert} RETURNING (xmax = 0) AS is_new)
     SELECT count(*) FILTER (WHERE is_new) AS added,
            count(*) FILTER (WHERE NOT is_new) AS changed FROM written`,
  );
  return {
    added: Number(written[0]?.added ?? 0),
    changed: Number(written[0]?.changed ?? 0),
    removed: Number(removed[0]?.count ?? 0),
  };
}

/** Replaces the concepts of each staged kind by the staged ones. */
export async function mergeConcepts(sql: EntityManager): Promise<Changes> {
  await sql.query('ANALYZE staged_concept');
  return merge(
    sql,
    `INSERT INTO esco_concept AS known (uri, kind, code, isco, skill_type, reuse_level, nace)
     SELECT DISTINCT ON (uri) uri, kind, code, isco, skill_type, reuse_level, nace
     FROM staged_concept ORDER BY uri, code IS NULL, position DESC
     ON CONFLICT (uri) DO UPDATE
       SET kind = EXCLUDED.kind, code = EXCLUDED.code, isco = EXCLUDED.isco,
           skill_type = EXCLUDED.skill_type, reuse_level = EXCLUDED.reuse_level,
           nace = EXCLUDED.nace
       WHERE (known.kind, known.code, known.isco, known.skill_type, known.reuse_level, known.nace)
         IS DISTINCT FROM (EXCLUDED.kind, EXCLUDED.code, EXCLUDED.isco, EXCLUDED.skill_type,
                           EXCLUDED.reuse_level, EXCLUDED.nace)`,
    `DELETE FROM esco_concept known
     WHERE known.kind IN (SELECT DISTINCT kind FROM staged_concept)
       AND NOT EXISTS (SELECT FROM staged_concept staged WHERE staged.uri = known.uri)`,
  );
}

/** Replaces the labels of each staged kind and language. Languages that were not staged stay. */
export async function mergeTexts(sql: EntityManager): Promise<Changes> {
  return merge(
    sql,
    `INSERT INTO esco_text AS known
       (concept_id, language, label, alternatives, hidden, description, label_words, words)
     SELECT DISTINCT ON (concept.id, staged.language)
       concept.id, staged.language, staged.label, staged.alternatives, staged.hidden,
       staged.description, staged.label_words, staged.words
     FROM staged_concept staged JOIN esco_concept concept USING (uri)
     ORDER BY concept.id, staged.language, staged.position DESC
     ON CONFLICT (concept_id, language) DO UPDATE
       SET label = EXCLUDED.label, alternatives = EXCLUDED.alternatives, hidden = EXCLUDED.hidden,
           description = EXCLUDED.description, label_words = EXCLUDED.label_words,
           words = EXCLUDED.words
       WHERE (known.label, known.alternatives, known.hidden, known.description,
              known.label_words, known.words)
         IS DISTINCT FROM (EXCLUDED.label, EXCLUDED.alternatives, EXCLUDED.hidden,
                           EXCLUDED.description, EXCLUDED.label_words, EXCLUDED.words)`,
    `DELETE FROM esco_text known USING esco_concept concept
     WHERE concept.id = known.concept_id
       AND (concept.kind, known.language) IN (SELECT DISTINCT kind, language FROM staged_concept)
       AND NOT EXISTS (SELECT FROM staged_concept staged
                       WHERE staged.uri = concept.uri AND staged.language = known.language)`,
  );
}

/**
 * Replaces the relations of each staged source. Relations that refer to an unknown concept are left
 * out.
 */
export async function mergeRelations(sql: EntityManager): Promise<Changes> {
  await sql.query('ANALYZE staged_relation');
  await sql.query(`CREATE TEMPORARY TABLE resolved_relation ON COMMIT DROP AS
    SELECT DISTINCT ON (lower_end.id, upper_end.id, staged.source)
      staged.source, lower_end.id AS from_id, upper_end.id AS to_id, staged.kind
    FROM staged_relation staged
    JOIN esco_concept lower_end ON lower_end.uri = staged.from_uri
    JOIN esco_concept upper_end ON upper_end.uri = staged.to_uri
    -- Said to be both, a skill is essential.
    ORDER BY lower_end.id, upper_end.id, staged.source, staged.kind`);
  await sql.query('ANALYZE resolved_relation');
  return merge(
    sql,
    `INSERT INTO esco_relation AS known (source, from_id, to_id, kind)
     SELECT source, from_id, to_id, kind FROM resolved_relation
     ON CONFLICT (from_id, to_id, source) DO UPDATE SET kind = EXCLUDED.kind
       WHERE known.kind <> EXCLUDED.kind`,
    `DELETE FROM esco_relation known
     WHERE known.source IN (SELECT DISTINCT source FROM staged_relation)
       AND NOT EXISTS (SELECT FROM resolved_relation staged
                       WHERE staged.from_id = known.from_id AND staged.to_id = known.to_id
                         AND staged.source = known.source)`,
  );
}

/** Returns the number of staged relations that refer to an unknown concept. */
export async function countDangling(sql: EntityManager): Promise<number> {
  const [found] = await sql.query<{ count: string }[]>(
    `SELECT count(*) FROM staged_relation staged
     WHERE NOT EXISTS (SELECT FROM esco_concept WHERE uri = staged.from_uri)
        OR NOT EXISTS (SELECT FROM esco_concept WHERE uri = staged.to_uri)`,
  );
  return Number(found?.count ?? 0);
}

export interface Totals {
  occupations: number;
  skills: number;
  relations: number;
  /** ISO 639-1, in alphabetical order. */
  languages: string[];
}

/** Returns what is loaded now. */
export async function countLoaded(sql: EntityManager): Promise<Totals> {
  const [found] = await sql.query<Totals[]>(
    `SELECT (SELECT count(*)::int FROM esco_concept WHERE kind = 'occupation') AS occupations,
            (SELECT count(*)::int FROM esco_concept WHERE kind = 'skill') AS skills,
            (SELECT count(*)::int FROM esco_relation) AS relations,
            ARRAY(SELECT DISTINCT language FROM esco_text ORDER BY 1) AS languages`,
  );
  return found ?? { occupations: 0, skills: 0, relations: 0, languages: [] };
}

/** Records what is loaded. A new revision makes every instance forget what it has remembered. */
export async function noteRelease(
  sql: EntityManager,
  release: { version: string; languages: readonly string[]; revision: string; importedAt: Date },
): Promise<void> {
  await sql.query(
    `INSERT INTO esco_release (version, languages, revision, imported_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (only_one) DO UPDATE
       SET version = EXCLUDED.version, languages = EXCLUDED.languages,
           revision = EXCLUDED.revision, imported_at = EXCLUDED.imported_at`,
    [release.version, release.languages, release.revision, release.importedAt],
  );
}
