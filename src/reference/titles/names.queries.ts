import type { EntityManager } from 'typeorm';
import type { NamedSkill } from './skill-reader.ts';
import type { NamedOccupation } from './title-reader.ts';

/**
 * Every occupation of ESCO and every unit group of ISCO by its names, a row for each language; hidden
 * labels are common slips.
 */
export async function readOccupationNames(sql: EntityManager): Promise<NamedOccupation[]> {
  const rows = await sql.query<Omit<NamedOccupation, 'unverified'>[]>(
    `SELECT CASE concept.kind WHEN 'occupation' THEN concept.uri END AS uri,
            coalesce(concept.isco, concept.code) AS isco, text.language,
            array_prepend(text.label, text.alternatives || text.hidden) AS names
       FROM esco_text text JOIN esco_concept concept ON concept.id = text.concept_id
      WHERE concept.kind = 'occupation'
         OR concept.kind = 'isco-group' AND concept.code ~ '^[0-9]{4}$'
      ORDER BY text.language, concept.uri`,
  );
  return rows.map((row) => ({ ...row, unverified: false }));
}

/** The same for skills. */
export async function readSkillNames(sql: EntityManager): Promise<NamedSkill[]> {
  return sql.query<NamedSkill[]>(
    `SELECT concept.uri, text.language,
            array_prepend(text.label, text.alternatives || text.hidden) AS names
       FROM esco_text text JOIN esco_concept concept ON concept.id = text.concept_id
      WHERE concept.kind = 'skill' ORDER BY text.language, concept.uri`,
  );
}
