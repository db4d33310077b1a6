import type { EntityManager } from 'typeorm';
import type { GraphRows } from './occupation-graph.ts';

/** Reads the rows that an `OccupationGraph` is made of. */
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
