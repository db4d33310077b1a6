import type { EntityManager } from 'typeorm';
import { contentHash } from '../../platform/database/content-hash.ts';
import { copyLine, JsonText } from '../../platform/database/copying/copy-line.ts';
import { copyText } from '../../platform/database/copying/copy.ts';
import { LineBuffer } from '../../platform/database/copying/line-buffer.ts';
import { keepStaging } from '../../platform/database/copying/staging.ts';
import { haltDecisions } from '../../vacancies/decisions-lock.queries.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { Facts, StateFacts, VacancyFacts } from '../facts.ts';

/** The hashes of what a decision was made from. */
export interface InputHashes {
  vacancyInput: string;
  candidateInput: string;
  stateInput: string;
}

/** What a decision was made from. The facts on a candidate are derived from `person`. */
export interface Inputs {
  vacancy: VacancyFacts;
  person: KnownPerson;
  state: StateFacts;
}

/** Contents, each once: plain data that a thread can return. */
export interface InputLines {
  hashes: readonly string[];
  /** Lines of COPY, one after the other, and the end of each hash's line. */
  lines: Uint8Array;
  ends: readonly number[];
}

/** One content as it is stored. */
interface Input {
  hash: string;
  line: string;
}

/** The inputs of objects that come up again, from one batch to the next. */
const known = new WeakMap<object, Input>();

/** Collects what decisions are made from, each content once. */
export class DecisionInputs {
  /** Hashes by object: the same vacancies and candidates come up again and again. */
  private readonly added = new Map<object, string>();
  private readonly hashes = new Set<string>();
  private readonly lines = new LineBuffer();
  private readonly ends: number[] = [];

  add({ vacancy, person, state }: Inputs): InputHashes {
    return {
      vacancyInput: this.hashOf(vacancy, null),
      candidateInput: this.hashOf(person, person.candidate.id),
      stateInput: this.hashOf(state, null),
    };
  }

  take(): InputLines {
    return { hashes: [...this.hashes], lines: this.lines.take(), ends: this.ends };
  }

  private hashOf(about: object, candidateId: string | null): string {
    const before = this.added.get(about);
    if (before !== undefined) return before;
    const { hash, line } = inputFor(about, candidateId);
    this.added.set(about, hash);
    if (!this.hashes.has(hash)) this.ends.push(this.lines.add(line).to);
    this.hashes.add(hash);
    return hash;
  }
}

/**
 * Returns an object as it is stored. `candidateId`: the candidate whose data it is; the row is
 * deleted with them. Null for other content.
 */
function inputFor(about: object, candidateId: string | null): Input {
  const before = known.get(about);
  if (before) return before;
  const content = JSON.stringify(about);
  const hash = contentHash(content);
  const input = { hash, line: copyLine([hash, new JsonText(content), candidateId]) };
  known.set(about, input);
  return input;
}

/**
 * Stores the contents that are not stored yet, in the order of their hashes, so that concurrent
 * callers cannot deadlock. Call it within shareDecisions.
 */
export async function storeInputs(sql: EntityManager, inputs: InputLines): Promise<void> {
  const stored = await sql.query<{ hash: string }[]>(
    'SELECT hash FROM decision_input WHERE hash = ANY ($1)',
    [inputs.hashes],
  );
  const missing = linesWithout(new Set(stored.map(({ hash }) => hash)), inputs);
  if (missing.length === 0) return;
  await keepStaging(
    sql,
    'staged_input',
    '(hash uuid, content json, candidate_id uuid) ON COMMIT DELETE ROWS',
  );
  await copyText(sql, 'staged_input', ['hash', 'content', 'candidate_id'], missing);
  await sql.query(
    `INSERT INTO decision_input (hash, content, candidate_id)
     SELECT hash, content, candidate_id FROM staged_input ORDER BY hash
     ON CONFLICT (hash) DO NOTHING`,
  );
}

function linesWithout(
  stored: ReadonlySet<string>,
  { hashes, lines, ends }: InputLines,
): Uint8Array {
  const pieces = hashes.map((hash, at) =>
    lines.subarray(stored.has(hash) ? ends[at] : (ends[at - 1] ?? 0), ends[at]),
  );
  return Buffer.concat(pieces);
}

/** Returns what stored decisions were made from, by hash. Unknown hashes are left out. */
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

/** Returns the facts that follow from inputs. */
export function factsFrom({ vacancy, person, state }: Inputs): Facts {
  return { vacancy, candidate: candidateFactsOf(person, vacancy.state, state.on), state };
}

/** Deletes the inputs and verdict lists that no match refers to any more. */
export async function forgetInputs(sql: EntityManager): Promise<void> {
  await haltDecisions(sql);
  await sql.query(
    // An anti-join can spill to disk; NOT IN would search all hashes for each row.
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
