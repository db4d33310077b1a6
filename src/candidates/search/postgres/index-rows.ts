import type { EntityManager } from 'typeorm';
import { copyText } from '../../../platform/database/copying/copy.ts';
import { keepStaging } from '../../../platform/database/copying/staging.ts';

/** The columns taken from a line unchanged, in its order, with their types. */
const taken = {
  id: 'uuid',
  organisation_id: 'uuid',
  titles: 'text',
  group_titles: 'text',
  isco: 'text[]',
  esco: 'text[]',
  desired_occupations: 'text[]',
  skills: 'text[]',
  skill_keys: 'int[]',
  languages: 'text[]',
  nationalities: 'text[]',
  residence_country: 'text',
  residence_permits: 'text[]',
  eu_family_member: 'boolean',
  desired_countries: 'text[]',
  education_level: 'int',
  licences: 'text[]',
  available_from_on: 'date',
  available_until_on: 'date',
  consent_countries: 'text[]',
} as const;

const columns = Object.keys(taken);
const updated = [...columns.filter((name) => name !== 'id'), 'words'];
const typed = Object.entries(taken).map(([name, type]) => `${name} ${type}`);

const staging = `(${typed.join(', ')}, lexemes text[]) ON COMMIT DELETE ROWS`;

const rows = `
  INSERT INTO candidate_index (generation, words, ${columns.join(', ')})
  SELECT generation, array_to_tsvector(lexemes), ${columns.join(', ')}
    FROM unnest($1::int[]) AS generation, arriving_document`;

/** Writes in one order, so that two transactions that replace the same rows cannot deadlock. */
const replacing = `${rows}
   ORDER BY generation, id
      ON CONFLICT (generation, id) DO UPDATE
     SET ${updated.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`;

/** `$2` are the only ids to take, or null for all. */
const adding = `${rows} WHERE $2::uuid[] IS NULL OR id = ANY ($2)`;

/** Writes documents in place of their rows in each of the generations. */
export function replaceLines(
  sql: EntityManager,
  generations: readonly number[],
  lines: Uint8Array,
): Promise<void> {
  return write(sql, lines, { statement: replacing, values: [generations] });
}

/**
 * Writes documents of candidates that are in none of the generations: those whose id is in `only`,
 * or all if it is null.
 */
export function addLines(
  sql: EntityManager,
  generations: readonly number[],
  lines: Uint8Array,
  only: readonly string[] | null,
): Promise<void> {
  return write(sql, lines, { statement: adding, values: [generations, only] });
}

async function write(
  sql: EntityManager,
  lines: Uint8Array,
  { statement, values }: { statement: string; values: unknown[] },
): Promise<void> {
  await keepStaging(sql, 'arriving_document', staging);
  await copyText(sql, 'arriving_document', [...columns, 'lexemes'], lines);
  await sql.query(statement, values);
}
