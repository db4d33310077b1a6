import type { EntityManager } from 'typeorm';
import type { GraphRows } from './occupation-graph.ts';

export interface Release {
  version: string;
  languages: string[];
  revision: string;
}

/** What is loaded; null when ESCO was never imported. */
export async function readRelease(sql: EntityManager): Promise<Release | null> {
  const [release] = await sql.query<Release[]>(
    'SELECT version, languages, revision FROM esco_release',
  );
  return release ?? null;
}

/** Everything that an OccupationGraph is made of. */
export async function readGraph(sql: EntityManager): Promise<GraphRows> {
  const occupations = await sql.query<GraphRows['occupations']>(
    `SELECT id, uri, isco, code, nace FROM esco_concept WHERE kind = 'occupation'`,
  );
  const skillUris = await sql.query<{ id: number; uri: string }[]>(
    `SELECT id, uri FROM esco_concept WHERE kind = 'skill'`,
  );
  const parents = await sql.query<GraphRows['parents']>(
    `SELECT from_id AS "fromId", to_id AS "toId" FROM esco_relation
     WHERE source = 'occupation-hierarchy'`,
  );
  const skills = await sql.query<GraphRows['skills']>(
    `SELECT from_id AS "fromId", to_id AS "toId", kind FROM esco_relation
     WHERE source = 'occupation-skill' ORDER BY from_id, to_id`,
  );
  const broaderSkills = await sql.query<GraphRows['broaderSkills']>(
    `SELECT relation.from_id AS "fromId", relation.to_id AS "toId"
       FROM esco_relation relation
       JOIN esco_concept lower ON lower.id = relation.from_id AND lower.kind = 'skill'
       JOIN esco_concept upper ON upper.id = relation.to_id AND upper.kind = 'skill'
      WHERE relation.source = 'skill-hierarchy' ORDER BY relation.from_id, relation.to_id`,
  );
  return {
    occupations,
    skillUris: new Map(skillUris.map(({ id, uri }) => [id, uri])),
    parents,
    skills,
    broaderSkills,
  };
}

export interface LabelledOccupation {
  uri: string;
  isco: string;
  label: string;
  language: string;
  confidence: number;
}

/**
 * Occupations with a label like `words` (folded), the best first: 1 for the label itself, 0.95 for
 * another of its labels, else the share of three-letter pieces in common, times 0.9.
 */
export async function searchOccupations(
  sql: EntityManager,
  words: string,
  language: string | null,
  limit: number,
): Promise<LabelledOccupation[]> {
  return sql.query<LabelledOccupation[]>(
    `SELECT concept.uri, concept.isco, text.label, text.language,
            CASE WHEN $1 = ANY (text.label_words) THEN 1
                 WHEN $1 = ANY (text.words) THEN 0.95
                 ELSE 0.9 * similarity(text.label_words[1], $1) END::float8 AS confidence
     FROM esco_text text JOIN esco_concept concept ON concept.id = text.concept_id
     WHERE concept.kind = 'occupation'
       AND ($2::text IS NULL OR text.language = $2)
       AND (text.words @> ARRAY[$1] OR text.label_words[1] % $1)
     ORDER BY confidence DESC, length(text.label), concept.uri, text.language
     LIMIT $3`,
    [words, language, limit],
  );
}
