import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.ts';
import { CandidatesController } from './candidates.controller.ts';
import { Candidates } from './candidates.service.ts';
import { AgencyWordsController } from './imports/agency-words.controller.ts';
import { AgencyWordsService } from './imports/agency-words.service.ts';
import { CandidateImportWorker } from './imports/candidate-import.worker.ts';
import { CandidateImportsController } from './imports/candidate-imports.controller.ts';
import { CandidateImports } from './imports/candidate-imports.service.ts';
import { CandidateUploads } from './imports/candidate-uploads.service.ts';
import { ImportErrorsController } from './imports/import-errors.controller.ts';
import { ImportErrors } from './imports/import-errors.service.ts';
import { ImportTemplateController } from './imports/import-template.controller.ts';
import { CandidateSearchModule } from './search/candidate-search.module.ts';

@Module({
  imports: [CandidateSearchModule, ReferenceModule],
  // `imports`, `words` and `template` before `:id`, which would take the word for an id.
  controllers: [
    CandidateImportsController,
    ImportErrorsController,
    AgencyWordsController,
    ImportTemplateController,
    CandidatesController,
  ],
  providers: [
    Candidates,
    CandidateUploads,
    CandidateImports,
    ImportErrors,
    AgencyWordsService,
    CandidateImportWorker,
  ],
  exports: [CandidateSearchModule],
})
export class CandidatesModule {}
