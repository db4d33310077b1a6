import { createHash } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Facts } from '../facts.ts';
import type { Decision } from '../match-vacancy.ts';

/** The hashes of what a decision was made from. */
export interface InputHashes {
  vacancy_input: string;
  candidate_input: string;
  state_input: string;
}

interface Input {
  hash: string;
  content: string;
  candidate_id: string | null;
}

/** Keeps the facts behind each decision, each content once; gives their hashes by decision. */
export async function storeInputs(
  sql: EntityManager,
  decisions: readonly Decision[],
): Promise<ReadonlyMap<Decision, InputHashes>> {
  const inputs = new Map<object, Input>();
  const keep = (facts: object, candidateId: string | null): string => {
    const known = inputs.get(facts) ?? inputOf(facts, candidateId);
    inputs.set(facts, known);
    return known.hash;
  };
  const hashes = new Map(
    decisions.map((decision) => {
      const { vacancy, candidate, state } = decision.facts;
      const named = {
        vacancy_input: keep(vacancy, null),
        candidate_input: keep(candidate, candidate.id),
        state_input: keep(state, null),
      };
      return [decision, named] as const;
    }),
  );
  await sql.query(
    `INSERT INTO decision_input (hash, content, candidate_id)
     SELECT DISTINCT ON (hash) hash, content::jsonb, candidate_id
       FROM jsonb_to_recordset($1::jsonb) AS input (hash text, content text, candidate_id uuid)
      ORDER BY hash
     ON CONFLICT (hash) DO NOTHING`,
    [JSON.stringify([...inputs.values()])],
  );
  return hashes;
}

/** The facts behind stored matches, by the hash of each. */
export async function loadInputs(
  sql: EntityManager,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, Facts[keyof Facts]>> {
  const rows = await sql.query<{ hash: string; content: Facts[keyof Facts] }[]>(
    'SELECT hash, content FROM decision_input WHERE hash = ANY ($1)',
    [hashes],
  );
  return new Map(rows.map(({ hash, content }) => [hash, content]));
}

/** Facts behind no match any more. */
export async function forgetInputs(sql: EntityManager): Promise<void> {
  await sql.query(
    // An anti-join can spill to disk; NOT IN would look through all hashes for each row.
    `DELETE FROM decision_input input
      WHERE NOT EXISTS (
        SELECT 1 FROM (
          SELECT unnest(ARRAY[vacancy_input, candidate_input, state_input]) AS hash FROM match) used
         WHERE used.hash = input.hash)`,
  );
}

function inputOf(facts: object, candidate_id: string | null): Input {
  const content = JSON.stringify(facts);
  return { hash: createHash('sha256').update(content).digest('hex'), content, candidate_id };
}
