import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.ts';
import { VacanciesController } from './vacancies.controller.ts';
import { Vacancies } from './vacancies.service.ts';
import { WordingAppealsController } from './wording/wording-appeals.controller.ts';
import { WordingAppeals } from './wording/wording-appeals.service.ts';
import { VacancyDeliveries } from './vacancy-deliveries.service.ts';

@Module({
  imports: [ReferenceModule],
  controllers: [VacanciesController, WordingAppealsController],
  providers: [Vacancies, VacancyDeliveries, WordingAppeals],
})
export class VacanciesModule {}
