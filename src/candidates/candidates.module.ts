import { Module } from '@nestjs/common';
import { AccessModule } from '../access/access.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { CandidatesController } from './candidates.controller.ts';
import { Candidates } from './candidates.service.ts';
import { CandidateDuplicatesController } from './duplicates/candidate-duplicates.controller.ts';
import { ComparePeople } from './duplicates/compare-people.ts';
import { CandidateDuplicatesWorker } from './duplicates/duplicates.worker.ts';
import { ErasuresWorker } from './erasures.worker.ts';
import { EnrolmentFormController } from './enrolment/enrolment-form.controller.ts';
import { AgencyWordsController } from './imports/words/agency-words.controller.ts';
import { AgencyWords } from './imports/words/agency-words.service.ts';
import { CandidateImportWorker } from './imports/candidate-import.worker.ts';
import { CandidateImportsController } from './imports/candidate-imports.controller.ts';
import { CandidateReading } from './imports/candidate-reading.service.ts';
import { ImportTemplateController } from './imports/template/import-template.controller.ts';
import { CandidateSearchModule } from './search/candidate-search.module.ts';

@Module({
  imports: [AccessModule, CandidateSearchModule, ReferenceModule],
  // `imports`, `words`, `template`, `enrolment-form` and `duplicates` come before `:id`, which
  // would take these words for ids.
  controllers: [
    CandidateImportsController,
    AgencyWordsController,
    ImportTemplateController,
    EnrolmentFormController,
    CandidateDuplicatesController,
    CandidatesController,
  ],
  providers: [
    Candidates,
    AgencyWords,
    CandidateReading,
    CandidateImportWorker,
    ComparePeople,
    CandidateDuplicatesWorker,
    ErasuresWorker,
  ],
  exports: [CandidateSearchModule],
})
export class CandidatesModule {}
