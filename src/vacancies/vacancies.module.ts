import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { Config } from '../platform/config/config.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { VacancyDuplicatesController } from './duplicates/vacancy-duplicates.controller.ts';
import { VacancyDuplicatesWorker } from './duplicates/vacancy-duplicates.worker.ts';
import {
  ExchangeFacadeController,
  RefusedCvsController,
} from './exchange/offering/exchange-facade.controller.ts';
import { exchangeRate } from './exchange/offering/exchange-rate.ts';
import { ExchangeOffers } from './exchange/offering/exchange-offers.service.ts';
import { ExchangeSourcesController } from './exchange/taking/exchange-sources.controller.ts';
import { ExchangeSources } from './exchange/taking/exchange-sources.service.ts';
import { ExchangeWorker } from './exchange/exchange.worker.ts';
import { HearSource } from './exchange/taking/hear-source.service.ts';
import { PollSource } from './exchange/taking/poll-source.service.ts';
import { ReadArrivals } from './exchange/taking/read-arrivals.service.ts';
import { StoreArrivals } from './exchange/taking/store-arrivals.service.ts';
import { TakeArrivals } from './exchange/taking/take-arrivals.service.ts';
import { VacancyImportWorker } from './imports/vacancy-import.worker.ts';
import { VacancyImportsController } from './imports/vacancy-imports.controller.ts';
import { VacancyReading } from './imports/vacancy-reading.service.ts';
import { VacanciesController } from './vacancies.controller.ts';
import { Vacancies } from './vacancies.service.ts';
import { WordingAppealsController } from './wording/wording-appeals.controller.ts';
import { WordingAppeals } from './wording/wording-appeals.service.ts';
import { VacancyDeliveries } from './vacancy-deliveries.service.ts';

const exchange = {
  controllers: [ExchangeFacadeController, RefusedCvsController, ExchangeSourcesController],
  providers: [
    ExchangeOffers,
    ExchangeSources,
    ExchangeWorker,
    PollSource,
    HearSource,
    TakeArrivals,
    StoreArrivals,
    ReadArrivals,
  ],
};

@Module({
  imports: [ReferenceModule],
  // `imports` and `duplicates` come before `:id`, which would take these words for an id.
  controllers: [
    VacancyImportsController,
    VacancyDuplicatesController,
    VacanciesController,
    WordingAppealsController,
    ...exchange.controllers,
  ],
  providers: [
    Vacancies,
    VacancyDeliveries,
    WordingAppeals,
    VacancyReading,
    VacancyImportWorker,
    VacancyDuplicatesWorker,
    ...exchange.providers,
  ],
})
export class VacanciesModule implements NestModule {
  constructor(private readonly config: Config) {}

  configure(consumer: MiddlewareConsumer): void {
    const rate = exchangeRate(this.config.exchangeRequestsPerMinute);
    consumer.apply(rate).forRoutes(ExchangeFacadeController);
  }
}
