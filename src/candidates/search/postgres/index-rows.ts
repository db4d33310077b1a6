import type { EntityManager } from 'typeorm';
import type { CandidateDocument } from '../indexing/candidate-document.ts';
import { wordsOf } from '../search-tokens.ts';
import { lexemesOf } from './lexemes.ts';
import { stemmersFor } from './stemmers.ts';

/** The columns that are taken from a document as they are, with their types. */
const taken = {
  id: 'uuid',
  organisation_id: 'uuid',
  titles: 'text',
  isco: 'text[]',
  esco: 'text[]',
  desired_occupations: 'text[]',
  skills: 'text[]',
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
const updated = [...columns.filter((name) => name !== 'id'), 'words', 'skill_keys'];
const typed = Object.entries(taken).map(([name, type]) => `${name} ${type}`);

const statement = `
  INSERT INTO candidate_index (generation, words, skill_keys, ${columns.join(', ')})
  SELECT generation,
         array_to_tsvector(lexemes),
         candidate_index_keys(skills),
         ${columns.join(', ')}
    FROM unnest($1::int[]) AS generation,
         jsonb_to_recordset($2::jsonb) AS d(${typed.join(', ')}, lexemes text[])
   ORDER BY generation, id
      ON CONFLICT (generation, id) DO UPDATE
     SET ${updated.map((name) => `${name} = EXCLUDED.${name}`).join(', ')}`;

/** Writes documents in place of their rows in each of the generations. */
export async function writeRows(
  sql: EntityManager,
  generations: readonly number[],
  documents: readonly CandidateDocument[],
): Promise<void> {
  if (documents.length === 0) return;
  const told = documents.map((document) => {
    const titles = wordsOf(document.titles.join(' '));
    const words = [...titles, ...wordsOf(document.skillWords.join(' '))];
    return { titles, words, stemmers: stemmersFor(document.languages) };
  });
  const lexemes = await lexemesOf(sql, told);
  const rows = documents.map((document, at) =>
    rowOf(document, told[at]?.titles ?? [], lexemes[at] ?? []),
  );
  await sql.query(statement, [generations, JSON.stringify(rows)]);
}

type Row = Record<keyof typeof taken | 'lexemes', unknown>;

function rowOf(
  document: CandidateDocument,
  titles: readonly string[],
  lexemes: readonly string[],
): Row {
  return {
    id: document.id,
    organisation_id: document.organisationId,
    titles: titles.join(' '),
    lexemes,
    isco: document.isco,
    esco: document.esco,
    desired_occupations: document.desiredOccupations,
    skills: document.skills,
    languages: document.languages,
    nationalities: document.nationalities,
    residence_country: document.residenceCountry,
    residence_permits: document.residencePermits,
    eu_family_member: document.euFamilyMember,
    desired_countries: document.desiredCountries,
    education_level: document.educationLevel,
    licences: document.licences,
    available_from_on: document.availableFromOn,
    available_until_on: document.availableUntilOn,
    consent_countries: document.consentCountries,
  };
}
