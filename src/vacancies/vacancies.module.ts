import { Module } from '@nestjs/common';
import { VacanciesController } from './vacancies.controller.ts';
import { Vacancies } from './vacancies.service.ts';
import { VacancyDeliveries } from './vacancy-deliveries.service.ts';

@Module({ controllers: [VacanciesController], providers: [Vacancies, VacancyDeliveries] })
export class VacanciesModule {}
