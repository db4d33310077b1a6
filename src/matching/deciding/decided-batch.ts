import { contentHash } from '../../platform/database/content-hash.ts';
import { LineBuffer } from '../../platform/database/line-buffer.ts';
import { newId } from '../../platform/database/new-id.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { Decision } from '../match-vacancy.ts';
import type { DecisionVersions, Versions } from '../decision-versions.entity.ts';
import { compactText } from '../matches/compact-contributions.ts';
import { DecisionInputs, type InputHashes, type InputLines } from '../matches/decision-inputs.ts';
import { type Entry, entryOf } from '../matches/keep-books.ts';
import { commonLine, type MatchLines, ownLine } from '../matches/staged-matches.ts';
import { VerdictLists } from '../matches/verdict-lists.ts';
import type { VerdictList } from '../verdict-list.entity.ts';
import type { Question } from './question.ts';

/** How many decisions are kept of a vacancy, besides those that an employer has dealt with. */
export const PROPOSED_KEPT = 50;
const OTHERS_KEPT = 50;

/** What was decided on one vacancy. */
export interface Decided {
  question: Question;
  decisions: readonly Decision[];
  /** Everybody decided on, by id. */
  people: ReadonlyMap<string, KnownPerson>;
  /** See reviewDate. */
  reviewOn: string | null;
}

/** What is to be stored of some vacancies: plain data, which a thread can give back. */
export interface Batch {
  matches: MatchLines;
  inputs: InputLines;
  verdicts: readonly VerdictList[];
  madeWith: DecisionVersions;
  entries: readonly Entry[];
}

/**
 * What is decided on some vacancies, turned into rows as it comes, so that of a hundred vacancies only
 * what is kept is held.
 */
export class DecidedBatch {
  private readonly inputs = new DecisionInputs();
  private readonly verdicts = new VerdictLists();
  private readonly own = new LineBuffer();
  private readonly common = new LineBuffer();
  private commons = 0;
  private readonly entries: Entry[] = [];
  private readonly madeWith: DecisionVersions;
  private readonly snapshot: string;

  constructor({ snapshot, ...versions }: Versions) {
    this.madeWith = { hash: contentHash(JSON.stringify(versions)), versions };
    this.snapshot = snapshot;
  }

  add(decided: Decided): void {
    const { question, decisions, reviewOn } = decided;
    const isKept = keeping(question);
    const numbers = new Map<string, number>();
    let kept = 0;
    for (const [at, decision] of decisions.entries()) {
      if (!isKept(decision)) continue;
      this.own.add(this.lineOf(decided, decision, { numbers, position: at + 1 }));
      kept += 1;
    }
    this.entries.push(entryOf(question, decisions, { reviewOn, kept }));
  }

  contents(): Batch {
    const { entries, madeWith } = this;
    return {
      matches: { common: this.common.take(), own: this.own.take() },
      ...{ entries, madeWith },
      inputs: this.inputs.take(),
      verdicts: this.verdicts.list(),
    };
  }

  private lineOf(decided: Decided, decision: Decision, { numbers, position }: Place): string {
    const { candidateId, facts, score } = decision;
    const person = decided.people.get(candidateId);
    if (!person) throw new Error(`Nothing is known of ${candidateId}.`);
    const inputs = this.inputs.add({ vacancy: facts.vacancy, person, state: facts.state });
    const agencyId = person.candidate.organisationId;
    return ownLine({
      id: newId(),
      common: this.numberOf(decided.question, { decision, inputs, agencyId, numbers }),
      candidateId,
      position,
      score: score.total,
      completeness: score.completeness,
      contributions: compactText(score.contributions),
      candidateInput: inputs.candidateInput,
    });
  }

  /** Of what it has in common with others on the vacancy, which is written with the first of them. */
  private numberOf(question: Question, { decision, inputs, agencyId, numbers }: Alike): number {
    const { status, waitUntilOn, tier, precedence } = decision;
    const verdictsHash = this.verdicts.add(decision);
    // The status and the date follow from the verdicts.
    const key = `${verdictsHash} ${tier.tier} ${tier.because}\t${tier.citation}\t${precedence} ${inputs.stateInput} ${agencyId}`;
    const before = numbers.get(key);
    if (before !== undefined) return before;
    const number = this.commons;
    this.commons += 1;
    numbers.set(key, number);
    const row = {
      ...{ number, vacancyId: question.vacancy.id, organisationId: question.organisationId },
      ...{ agencyId, state: question.vacancy.state, status, waitUntilOn, precedence },
      ...{ tier: tier.tier, tierBecause: tier.because, tierCitation: tier.citation },
      ...{ verdictsHash, versionsHash: this.madeWith.hash, snapshot: this.snapshot },
      ...{ vacancyInput: inputs.vacancyInput, stateInput: inputs.stateInput },
      decidedOn: question.state.on,
    };
    this.common.add(commonLine(row));
    return number;
  }
}

/** Where a decision stands, and what those before it on the vacancy had in common, by number. */
interface Place {
  numbers: Map<string, number>;
  position: number;
}

/** What is the same for decisions that came out alike. */
interface Alike extends Pick<Place, 'numbers'> {
  decision: Decision;
  inputs: InputHashes;
  agencyId: string;
}

/** Of decisions in their order: the best of those proposed, the best of the others, those dealt with. */
function keeping({ dealtWith }: Question): (decision: Decision) => boolean {
  const settled = new Set(dealtWith.map(({ candidateId }) => candidateId));
  const left = { proposed: PROPOSED_KEPT, others: OTHERS_KEPT };
  return ({ status, candidateId }) => {
    const kind = status === 'proposed' ? 'proposed' : 'others';
    left[kind] -= 1;
    return left[kind] >= 0 || settled.has(candidateId);
  };
}
