import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.ts';
import { VacancyImportWorker } from './imports/vacancy-import.worker.ts';
import { VacancyImportsController } from './imports/vacancy-imports.controller.ts';
import { VacancyReading } from './imports/vacancy-reading.service.ts';
import { VacanciesController } from './vacancies.controller.ts';
import { Vacancies } from './vacancies.service.ts';
import { WordingAppealsController } from './wording/wording-appeals.controller.ts';
import { WordingAppeals } from './wording/wording-appeals.service.ts';
import { VacancyDeliveries } from './vacancy-deliveries.service.ts';

@Module({
  imports: [ReferenceModule],
  // `imports` before `:id`, which would take the word for an id.
  controllers: [VacancyImportsController, VacanciesController, WordingAppealsController],
  providers: [Vacancies, VacancyDeliveries, WordingAppeals, VacancyReading, VacancyImportWorker],
})
export class VacanciesModule {}
