import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { Facts, StateFacts, VacancyFacts } from '../facts.ts';

/** The hashes of what a decision was made from. */
export interface InputHashes {
  vacancyInput: string;
  candidateInput: string;
  stateInput: string;
}

/** What a decision was made from; the facts on a person follow from what is known of them. */
export interface Inputs {
  vacancy: VacancyFacts;
  person: KnownPerson;
  state: StateFacts;
}

/** One content. */
export interface Input {
  hash: string;
  /** JSON. */
  content: string;
  /** Whose it is, and goes with them; null for what is about nobody. */
  candidateId: string | null;
}

/** Of what is used again and again. */
const known = new WeakMap<object, Input>();

/**
 * Whoever stores decisions shares it, whoever forgets has it alone: so that nothing is forgotten which
 * a decision under way rests on.
 */
const INPUTS_LOCK = 'passerelle.decision-inputs';

/** Gathers what decisions are made from, each content once. */
export class DecisionInputs {
  private readonly inputs = new Map<string, Input>();

  add({ vacancy, person, state }: Inputs): InputHashes {
    return {
      vacancyInput: this.hashOf(vacancy, null),
      candidateInput: this.hashOf(person, person.candidate.id),
      stateInput: this.hashOf(state, null),
    };
  }

  list(): Input[] {
    return [...this.inputs.values()];
  }

  private hashOf(about: object, candidateId: string | null): string {
    const input = known.get(about) ?? inputOf(about, candidateId);
    known.set(about, input);
    this.inputs.set(input.hash, input);
    return input.hash;
  }
}

function inputOf(about: object, candidateId: string | null): Input {
  const content = JSON.stringify(about);
  return { hash: contentHash(content), content, candidateId };
}

/** Stores what is not there yet. */
export async function storeInputs(sql: EntityManager, inputs: readonly Input[]): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))', [INPUTS_LOCK]);
  const stored = await sql.query<{ hash: string }[]>(
    'SELECT hash FROM decision_input WHERE hash = ANY ($1)',
    [inputs.map(({ hash }) => hash)],
  );
  const hashes = new Set(stored.map(({ hash }) => hash));
  const missing = inputs.filter(({ hash }) => !hashes.has(hash));
  if (missing.length === 0) return;
  await sql.query(
    `INSERT INTO decision_input (hash, content, candidate_id)
     SELECT * FROM unnest($1::uuid[], $2::jsonb[], $3::uuid[])
     ON CONFLICT (hash) DO NOTHING`,
    [
      missing.map(({ hash }) => hash),
      missing.map(({ content }) => content),
      missing.map(({ candidateId }) => candidateId),
    ],
  );
}

/** What stored decisions were made from, by the hash of each. */
export async function loadInputs(
  sql: EntityManager,
  hashes: readonly string[],
): Promise<ReadonlyMap<string, unknown>> {
  const rows = await sql.query<{ hash: string; content: unknown }[]>(
    'SELECT hash, content FROM decision_input WHERE hash = ANY ($1)',
    [hashes],
  );
  return new Map(rows.map(({ hash, content }) => [hash, content]));
}

/** The facts that follow from inputs. */
export function factsFrom({ vacancy, person, state }: Inputs): Facts {
  return { vacancy, candidate: candidateFactsOf(person, vacancy.state, state.on), state };
}

/** What is behind no match any more. */
export async function forgetInputs(sql: EntityManager): Promise<void> {
  await sql.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [INPUTS_LOCK]);
  await sql.query(
    // An anti-join can spill to disk; NOT IN would look through all hashes for each row.
    `DELETE FROM decision_input input
      WHERE NOT EXISTS (
        SELECT 1 FROM (
          SELECT unnest(ARRAY[vacancy_input, candidate_input, state_input]) AS hash FROM match) used
         WHERE used.hash = input.hash)`,
  );
  await sql.query(
    `DELETE FROM verdict_list list
      WHERE NOT EXISTS (SELECT 1 FROM match WHERE verdicts_hash = list.hash)`,
  );
}
