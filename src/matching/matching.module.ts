import { Module } from '@nestjs/common';
import { CandidatesModule } from '../candidates/candidates.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { AssignmentWorker } from './assignment/assignment.worker.ts';
import { AssignmentsController } from './assignment/assignments.controller.ts';
import { Assignments } from './assignment/assignments.service.ts';
import { Deciders } from './deciding/deciders.service.ts';
import { CandidateEngine } from './engine/candidate-engine.ts';
import { EngineLoader } from './engine/engine-loader.service.ts';
import { LawModule } from './law/law.module.ts';
import { Explanations } from './matches/explanations.service.ts';
import { MatchesController } from './matches/matches.controller.ts';
import { Matches } from './matches/matches.service.ts';
import { MatchingRunsController } from './runs/matching-runs.controller.ts';
import { MatchingRuns } from './runs/matching-runs.service.ts';
import { MatchingWorker } from './matching.worker.ts';
import { MatchReevaluation } from './replay/match-reevaluation.service.ts';
import { Replay } from './replay/replay.service.ts';
import { QuestionLoader } from './deciding/question-loader.service.ts';
import { SimulationWorker } from './simulation/simulation.worker.ts';
import { SimulationsController } from './simulation/simulations.controller.ts';
import { DraftComparison } from './simulation/draft-comparison.service.ts';
import { Simulations } from './simulation/simulations.service.ts';
import { UnlocksController } from './unlocks/unlocks.controller.ts';
import { PersonUnlocks } from './unlocks/person-unlocks.service.ts';
import { VacancyMatcher } from './vacancy-matcher.ts';

@Module({
  imports: [CandidatesModule, ReferenceModule, LawModule],
  controllers: [
    MatchesController,
    MatchingRunsController,
    AssignmentsController,
    UnlocksController,
    SimulationsController,
  ],
  providers: [
    CandidateEngine,
    EngineLoader,
    Deciders,
    QuestionLoader,
    VacancyMatcher,
    MatchingWorker,
    MatchingRuns,
    Matches,
    Explanations,
    Replay,
    MatchReevaluation,
    PersonUnlocks,
    Assignments,
    AssignmentWorker,
    Simulations,
    SimulationWorker,
    DraftComparison,
  ],
})
export class MatchingModule {}
