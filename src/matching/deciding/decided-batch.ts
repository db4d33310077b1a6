import { contentHash } from '../../platform/database/content-hash.ts';
import { JsonText } from '../../platform/database/copying/copy-line.ts';
import { LineBuffer } from '../../platform/database/copying/line-buffer.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { Decision } from '../match-vacancy.ts';
import type { DecisionVersions, Versions } from '../decision-versions.entity.ts';
import { CommonRows } from '../matches/common-rows.ts';
import { compactText } from '../matches/compact-contributions.ts';
import { DecisionInputs, type InputLines } from '../matches/decision-inputs.ts';
import { type VacancyRecord, vacancyRecordOf } from '../matches/vacancy-records.ts';
import { type MatchLines, ownLine } from '../matches/staged-matches.ts';
import { VerdictLists } from '../matches/verdict-lists.ts';
import type { VerdictList } from '../verdict-list.entity.ts';
import type { Question } from './question.ts';

/** How many decisions on a vacancy are stored, besides those that the employer has dealt with. */
export const MAX_PROPOSED_STORED = 50;
const MAX_OTHERS_STORED = 50;

/** The decisions on one vacancy. */
export interface VacancyDecisions {
  question: Question;
  decisions: readonly Decision[];
  /** All candidates decided on, by id. */
  people: ReadonlyMap<string, KnownPerson>;
  /** See reviewDate. */
  reviewOn: string | null;
}

/** What is stored for some vacancies: plain data that a thread can return. */
export interface Batch {
  matches: MatchLines;
  inputs: InputLines;
  verdicts: readonly VerdictList[];
  madeWith: DecisionVersions;
  vacancyRecords: readonly VacancyRecord[];
}

/** Turns decisions into rows as they are made, so that only rows to be stored stay in memory. */
export class DecidedBatch {
  private readonly inputs = new DecisionInputs();
  private readonly verdicts = new VerdictLists();
  private readonly own = new LineBuffer();
  private readonly common = new CommonRows();
  private readonly vacancyRecords: VacancyRecord[] = [];
  private readonly madeWith: DecisionVersions;
  private readonly snapshot: string;

  constructor({ snapshot, ...versions }: Versions) {
    this.madeWith = { hash: contentHash(JSON.stringify(versions)), versions };
    this.snapshot = snapshot;
  }

  add(decided: VacancyDecisions): void {
    const { question, decisions, reviewOn } = decided;
    const isToStore = filterToStore(question);
    this.common.beginVacancy();
    let kept = 0;
    for (const [at, decision] of decisions.entries()) {
      if (!isToStore(decision)) continue;
      this.own.add(this.lineOf(decided, decision, at + 1));
      kept += 1;
    }
    this.vacancyRecords.push(vacancyRecordOf(question, decisions, { reviewOn, kept }));
  }

  contents(): Batch {
    const { vacancyRecords, madeWith } = this;
    return {
      matches: { common: this.common.take(), own: this.own.take() },
      vacancyRecords,
      madeWith,
      inputs: this.inputs.take(),
      verdicts: this.verdicts.list(),
    };
  }

  private lineOf(
    { question, people }: VacancyDecisions,
    decision: Decision,
    position: number,
  ): string {
    const { candidateId, facts, status, waitUntilOn, tier, precedence, score } = decision;
    const person = people.get(candidateId);
    if (!person) throw new Error(`Nothing is known of ${candidateId}.`);
    const { vacancy, state } = facts;
    const { candidateInput, ...inputs } = this.inputs.add({ vacancy, person, state });
    const common = this.common.numberOf({
      vacancyId: vacancy.id,
      organisationId: question.organisationId,
      agencyId: person.candidate.organisationId,
      state: vacancy.state,
      status,
      waitUntilOn,
      tier: tier.tier,
      tierBecause: tier.because,
      tierCitation: tier.citation,
      precedence,
      verdictsHash: this.verdicts.add(decision),
      versionsHash: this.madeWith.hash,
      snapshot: this.snapshot,
      decidedOn: question.state.on,
      ...inputs,
    });
    return ownLine({
      id: newId(),
      common,
      candidateId,
      position,
      score: score.total,
      completeness: score.completeness,
      contributions: new JsonText(compactText(score.contributions)),
      candidateInput,
    });
  }
}

/**
 * Returns a filter that keeps the best proposed decisions, the best others, and all already dealt
 * with. It expects decisions in their order.
 */
function filterToStore({ dealtWith }: Question): (decision: Decision) => boolean {
  const dealtWithIds = new Set(dealtWith.map(({ candidateId }) => candidateId));
  const remaining = { proposed: MAX_PROPOSED_STORED, others: MAX_OTHERS_STORED };
  return ({ status, candidateId }) => {
    // These do not count towards the limits: others wait behind candidates already dealt with.
    if (dealtWithIds.has(candidateId)) return true;
    const kind = status === 'proposed' ? 'proposed' : 'others';
    remaining[kind] -= 1;
    return remaining[kind] >= 0;
  };
}
