import { Module } from '@nestjs/common';
import { EvidencePacksController } from '../evidence/evidence-packs.controller.ts';
import { EvidencePacks } from '../evidence/evidence-packs.service.ts';
import { CloseOutsController } from '../preference/close-outs.controller.ts';
import { CloseOuts } from '../preference/close-outs.service.ts';
import { LawRulesController } from './law-rules.controller.ts';
import { LawRules } from './law-rules.service.ts';
import { LawWorker } from './law.worker.ts';
import { VacancyTestsController } from './labour-market-test/vacancy-tests.controller.ts';
import { VacancyTests } from './labour-market-test/vacancy-tests.service.ts';

/** The rules as data, and what they mean for a vacancy. */
@Module({
  controllers: [
    LawRulesController,
    VacancyTestsController,
    CloseOutsController,
    EvidencePacksController,
  ],
  providers: [LawRules, LawWorker, VacancyTests, CloseOuts, EvidencePacks],
})
export class LawModule {}
