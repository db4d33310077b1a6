import type { EntityManager } from 'typeorm';
import { newId } from '../../platform/database/new-id.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { Decision } from '../match-vacancy.ts';
import type { Versions } from '../match.entity.ts';
import { compactOf } from './compact-contributions.ts';
import { DecisionInputs } from './decision-inputs.ts';
import { type Entry, entryOf, keepBooks, type Tally } from './keep-books.ts';
import { type MatchRow, mergeMatches, stageMatches } from './staged-matches.ts';
import { VerdictLists } from './verdict-lists.ts';

/** How many decisions are kept of a vacancy, besides those that an employer has dealt with. */
export const PROPOSED_KEPT = 50;
const OTHERS_KEPT = 50;

/** What was decided on one vacancy. */
export interface Decided {
  vacancy: Vacancy;
  decisions: readonly Decision[];
  /** Everybody decided on, by id. */
  people: ReadonlyMap<string, KnownPerson>;
  /** People whom the employer has dealt with: what became of them is kept. */
  dealtWith: ReadonlySet<string>;
  versions: Versions;
  /** The date of the decisions, in the state of the vacancy. */
  on: string;
  /** When somebody last asked for matches of the vacancy. */
  askedAt: Date;
  /** See reviewDate. */
  reviewOn: string | null;
}

/**
 * What is decided on some vacancies, in place of what was stored before; outcomes stay. Decisions are
 * turned into rows as they come, so that of a hundred vacancies only what is kept is held.
 */
export class DecidedVacancies {
  private readonly inputs = new DecisionInputs();
  private readonly verdicts = new VerdictLists();
  private readonly rows: MatchRow[] = [];
  private readonly entries: Entry[] = [];

  add(decided: Decided): void {
    const rows = kept(decided).map((decision) => this.rowOf(decided, decision));
    this.rows.push(...rows);
    this.entries.push(entryOf(decided, rows.length));
  }

  async store(sql: EntityManager): Promise<Tally[]> {
    await this.inputs.store(sql);
    await this.verdicts.store(sql);
    await stageMatches(sql, this.rows);
    await mergeMatches(
      sql,
      this.entries.map(({ vacancyId }) => vacancyId),
    );
    await keepBooks(sql, this.entries);
    return this.entries;
  }

  private rowOf(
    { vacancy, decisions, people, versions, on: decidedOn }: Decided,
    decision: Decision,
  ): MatchRow {
    const { candidateId, facts, status, waitUntilOn, tier, score } = decision;
    const person = people.get(candidateId);
    if (!person) throw new Error(`Nothing is known of ${candidateId}.`);
    return {
      id: newId(),
      vacancyId: vacancy.id,
      candidateId,
      organisationId: vacancy.organisationId,
      agencyId: person.candidate.organisationId,
      state: vacancy.state,
      status,
      waitUntilOn,
      position: decisions.indexOf(decision) + 1,
      tier: tier.tier,
      tierBecause: tier.because,
      tierCitation: tier.citation,
      score: score.total,
      completeness: score.completeness,
      contributions: score.contributions.map(compactOf),
      verdictsHash: this.verdicts.add(decision),
      ...{ versions, decidedOn },
      ...this.inputs.add({ vacancy: facts.vacancy, person, state: facts.state }),
    };
  }
}

function kept({ decisions, dealtWith }: Decided): Decision[] {
  const best = decisions.filter(({ status }) => status === 'proposed').slice(0, PROPOSED_KEPT);
  const others = decisions.filter(({ status }) => status !== 'proposed').slice(0, OTHERS_KEPT);
  const chosen = new Set([...best, ...others]);
  return decisions.filter((one) => chosen.has(one) || dealtWith.has(one.candidateId));
}
