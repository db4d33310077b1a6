import { Module } from '@nestjs/common';
import { ReferenceModule } from '../reference/reference.module.ts';
import { VacanciesController } from './vacancies.controller.ts';
import { Vacancies } from './vacancies.service.ts';
import { VacancyDeliveries } from './vacancy-deliveries.service.ts';

@Module({
  imports: [ReferenceModule],
  controllers: [VacanciesController],
  providers: [Vacancies, VacancyDeliveries],
})
export class VacanciesModule {}
