import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.ts';
import { CandidateImportWorker } from './candidate-import.worker.ts';
import { CandidateImportsController } from './candidate-imports.controller.ts';
import { CandidateImports } from './candidate-imports.service.ts';
import { CandidatesController } from './candidates.controller.ts';
import { Candidates } from './candidates.service.ts';
import { CandidateSearchModule } from './search/candidate-search.module.ts';

@Module({
  imports: [CandidateSearchModule, ReferenceModule],
  // `imports` before `:id`, which would take the word for an id.
  controllers: [CandidateImportsController, CandidatesController],
  providers: [Candidates, CandidateImports, CandidateImportWorker],
  exports: [CandidateSearchModule],
})
export class CandidatesModule {}
