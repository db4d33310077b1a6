import type { EntityManager } from 'typeorm';
import type { NamedSkill } from './skill-reader.ts';
import type { NamedOccupation } from './title-reader.ts';

/** Every occupation of ESCO by its names, a row for each language; hidden labels are common slips. */
export async function readOccupationNames(sql: EntityManager): Promise<NamedOccupation[]> {
  const rows = await sql.query<Omit<NamedOccupation, 'unverified'>[]>(
    `SELECT concept.uri, concept.isco, text.language,
            array_prepend(text.label, text.alternatives || text.hidden) AS names
       FROM esco_text text JOIN esco_concept concept ON concept.id = text.concept_id
      WHERE concept.kind = 'occupation' ORDER BY text.language, concept.uri`,
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
