import type { EntityManager } from 'typeorm';
import { copyOut } from '../../../platform/database/copying/copy.ts';

/**
 * All names of a release as bytes that `copiedJson` reads: `NamedOccupation` and `NamedSkill`.
 * Threads share the memory.
 */
export interface NamesOfRelease {
  occupations: Uint8Array;
  skills: Uint8Array;
}

/** Hidden labels are common misspellings. */
const names = 'array_prepend(text.label, text.alternatives || text.hidden)';

/** Every occupation of ESCO and every unit group of ISCO with its names, one row per language. */
const occupations = `
  SELECT json_build_object(
           'uri', CASE concept.kind WHEN 'occupation' THEN concept.uri END,
           'isco', coalesce(concept.isco, concept.code), 'language', text.language,
           'names', ${names}, 'unverified', false)
    FROM esco_text text JOIN esco_concept concept ON concept.id = text.concept_id
   WHERE concept.kind = 'occupation'
      OR concept.kind = 'isco-group' AND concept.code ~ '^[0-9]{4}$'
   ORDER BY text.language, concept.uri`;

const skills = `
  SELECT json_build_object('uri', concept.uri, 'language', text.language, 'names', ${names})
    FROM esco_text text JOIN esco_concept concept ON concept.id = text.concept_id
   WHERE concept.kind = 'skill' ORDER BY text.language, concept.uri`;

/**
 * Reads all names of the loaded release as bytes, which the caller passes on without parsing them.
 */
export async function readNames(sql: EntityManager): Promise<NamesOfRelease> {
  return {
    occupations: await shared(copyOut(sql, occupations)),
    skills: await shared(copyOut(sql, skills)),
  };
}

async function shared(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  const bytes = new Uint8Array(
    new SharedArrayBuffer(all.reduce((sum, { length }) => sum + length, 0)),
  );
  let at = 0;
  for (const piece of all) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}
