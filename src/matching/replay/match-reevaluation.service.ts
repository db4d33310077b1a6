import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Database } from '../../platform/database/database.ts';
import { OccupationCatalogue } from '../../reference/occupation-catalogue.service.ts';
import { settledOf, trainedOf } from '../deciding/decide.ts';
import { candidateFactsOf } from '../facts/candidate-facts.ts';
import { Circumstances } from '../facts/circumstances.ts';
import type { KnownPerson } from '../facts/known-person.ts';
import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { lawSequence } from '../law/law-rules.queries.ts';
import type { Match } from '../match.entity.ts';
import { type Decision, matchVacancy } from '../match-vacancy.ts';
import { matchNotRecorded } from '../matching.errors.ts';
import { findAskedAt } from '../matches/vacancy-records.ts';
import { findReplayable } from './replayable.queries.ts';

/** A day before all that may be asked for. */
const EVER = '0001-01-01';

/** The conditions under which a decision is made again. */
export interface ReevaluationMoment {
  /** The day of the decision, `yyyy-mm-dd`. */
  on: string;
  /** The moment as of which facts are known; null for now. */
  asOf: Date | null;
  /**
   * Whether people of age on the day of the stored decision count as of age on every day. The
   * answers for several days would otherwise tell the date of birth.
   */
  keepsMajority: boolean;
}

/** Makes a stored decision again, with what applied on a day and was known at a moment. */
@Injectable()
export class MatchReevaluation {
  constructor(
    private readonly database: Database,
    private readonly catalogue: OccupationCatalogue,
  ) {}

  /**
   * Decides again on the vacancy and the candidates as recorded with the decision. Looks up the law
   * and whatever else authorities decide. Stores nothing.
   *
   * @throws ProblemError 409 for a decision whose facts were not recorded
   */
  async decide(
    { id, vacancyId, decidedOn }: Pick<Match, 'id' | 'vacancyId' | 'decidedOn'>,
    again: ReevaluationMoment,
  ): Promise<Decision> {
    const esco = await this.catalogue.graph();
    return this.database.asSystem(async (sql) => {
      const { replayable } = await findReplayable(sql, [vacancyId]);
      const own = replayable.find(({ match }) => match.id === id);
      if (!own) throw matchNotRecorded();
      const { vacancy, person } = own.inputs;
      const people = replayable.map(({ inputs }) => inputs.person);
      const candidates = people.map((one) => {
        const facts = candidateFactsOf(one, vacancy.state, again.on);
        return again.keepsMajority ? withMajority(facts, decidedOn) : facts;
      });
      const dealtWith = replayable.flatMap(({ match }) => dealtWithBy(match, again.asOf));
      const held = await loadCircumstances(sql, { vacancy, people }, again);
      const all = matchVacancy({
        vacancy,
        candidates,
        ...held,
        settled: settledOf({ dealtWith }),
        esco,
      });
      const decided = all.find(({ candidateId }) => candidateId === person.candidate.id);
      if (!decided) throw matchNotRecorded();
      return decided;
    });
  }
}

function withMajority(facts: CandidateFacts, decidedOn: string): CandidateFacts {
  const { ofAgeOn } = facts;
  return ofAgeOn !== null && ofAgeOn <= decidedOn ? { ...facts, ofAgeOn: EVER } : facts;
}

async function loadCircumstances(
  sql: EntityManager,
  { vacancy, people }: { vacancy: VacancyFacts; people: readonly KnownPerson[] },
  { on, asOf }: Pick<ReevaluationMoment, 'on' | 'asOf'>,
) {
  const known = asOf ? { asOf } : { sequence: await lawSequence(sql) };
  const circumstances = new Circumstances(sql, known);
  const nationalities = people.flatMap(({ candidate }) => candidate.nationalities);
  const askedAt = (await findAskedAt(sql, [vacancy.id], asOf)).get(vacancy.id) ?? asOf;
  return {
    state: await circumstances.stateFactsFor(vacancy, [...new Set(nationalities)], { on, askedAt }),
    trained: trainedOf({ trained: await circumstances.trained(vacancy, on) }),
  };
}

/** Returns the match as an outcome, if the employer had dealt with the candidate by then. */
function dealtWithBy({ candidateId, outcome, outcomeAt }: Match, asOf: Date | null) {
  const isLater = asOf !== null && outcomeAt !== null && outcomeAt > asOf;
  return outcome === null || isLater ? [] : [{ candidateId, outcome }];
}
