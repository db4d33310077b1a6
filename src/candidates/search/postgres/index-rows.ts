import { hash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { copyLine, copyText, textArray } from '../../../platform/database/copy.ts';
import type { CandidateDocument } from '../indexing/candidate-document.ts';
import { wordsOf } from '../search-tokens.ts';
import type { Lexemes, LookUpStems } from './lexemes.ts';
import { stemmersFor } from './stemmers.ts';

/** The columns that are taken from a line as they are, in its order, with their types. */
const taken = {
  id: 'uuid',
  organisation_id: 'uuid',
  titles: 'text',
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

const staging = `
  CREATE TEMP TABLE IF NOT EXISTS arriving_document (${typed.join(', ')}, lexemes text[])
    ON COMMIT DELETE ROWS`;

/** `$2`: the only ids to take; null for all. */
const statement = `
  INSERT INTO candidate_index (generation, words, ${columns.join(', ')})
  SELECT generation, array_to_tsvector(lexemes), ${columns.join(', ')}
    FROM unnest($1::int[]) AS generation, arriving_document
   WHERE $2::uuid[] IS NULL OR id = ANY ($2)
   ORDER BY generation, id
      ON CONFLICT (generation, id) DO UPDATE
     SET ${updated.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`;

/** Documents as lines of COPY for `writeLines`, with the stems of their words. */
export async function linesOf(
  documents: readonly CandidateDocument[],
  lexemes: Lexemes,
  lookUp: LookUpStems,
): Promise<string[]> {
  const told = documents.map((document) => {
    const titles = wordsOf(document.titles.join(' '));
    const words = [...titles, ...wordsOf(document.skillWords.join(' '))];
    return { titles, words, stemmers: stemmersFor(document.languages) };
  });
  const found = await lexemes.of(told, lookUp);
  return documents.map((document, at) => lineOf(document, told[at]?.titles ?? [], found[at] ?? []));
}

/** Writes documents in place of their rows in each of the generations. */
export async function writeLines(
  sql: EntityManager,
  generations: readonly number[],
  lines: Uint8Array,
  only: readonly string[] | null,
): Promise<void> {
  await sql.query(staging);
  await copyText(sql, 'arriving_document', [...columns, 'lexemes'], lines);
  await sql.query(statement, [generations, only]);
  await sql.query('TRUNCATE arriving_document');
}

function lineOf(
  document: CandidateDocument,
  titles: readonly string[],
  lexemes: readonly string[],
): string {
  return copyLine([
    ...[document.id, document.organisationId, titles.join(' '), textArray(document.isco)],
    ...[textArray(document.esco), textArray(document.desiredOccupations)],
    ...[textArray(document.skills), `{${skillKeys(document.skills).join(',')}}`],
    ...[textArray(document.languages), textArray(document.nationalities)],
    ...[document.residenceCountry, textArray(document.residencePermits), document.euFamilyMember],
    ...[textArray(document.desiredCountries), document.educationLevel],
    ...[textArray(document.licences), document.availableFromOn, document.availableUntilOn],
    ...[textArray(document.consentCountries), textArray(lexemes)],
  ]);
}

/** The same numbers as candidate_index_keys makes of a search, sorted as intarray wants them. */
function skillKeys(skills: readonly string[]): number[] {
  const keys = skills.map((skill) => Number.parseInt(hash('md5', skill).slice(0, 8), 16) | 0);
  return [...new Set(keys)].toSorted((a, b) => a - b);
}
