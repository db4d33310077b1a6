import { Global, Module } from '@nestjs/common';
import { PlacementsRefused } from '../matching/law/placements-refused.ts';
import { PartnershipsModule } from '../partnerships/partnerships.module.ts';
import { ReferenceModule } from '../reference/reference.module.ts';
import { PromisedSeats } from '../quotas/ledger/promised-seats.ts';
import { QuotasModule } from '../quotas/quotas.module.ts';
import { AllocationResults } from './allocation/allocation-results.service.ts';
import { AllocationRoundsController } from './allocation/allocation-rounds.controller.ts';
import { AllocationRounds } from './allocation/allocation-rounds.service.ts';
import { AllocationDraws } from './allocation/allocation.worker.ts';
import { CallUpsController } from './call-ups/call-ups.controller.ts';
import { CallUps } from './call-ups/call-ups.service.ts';
import { CircularController } from './circular/circular.controller.ts';
import { CircularMigration } from './circular/circular-migration.service.ts';
import { OffersRefused } from './circular/offers-refused.ts';
import { HomeVacanciesController } from './home/home-vacancies.controller.ts';
import { HomeVacancies } from './home/home-vacancies.service.ts';
import { CollectiveOffers } from './offers/collective-offers.service.ts';
import { OfferDesk } from './offers/offer-desk.ts';
import { OffersController } from './offers/offers.controller.ts';
import { Offers } from './offers/offers.service.ts';
import { PlacementsController } from './placements.controller.ts';
import { Placements } from './placements.service.ts';
import { PlacementsWorker } from './placements.worker.ts';
import { SeatsInRounds } from './allocation/seats-in-rounds.ts';
import { Consequences } from './steps/consequences.ts';
import { DepartureTracker } from './steps/departure-tracker.ts';
import { NextContracts } from './steps/next-contracts.ts';
import { PlacementSteps } from './steps/placement-steps.service.ts';
import { Withdrawals } from './steps/withdrawals.ts';
import { TrainedListsController } from './trained/trained-lists.controller.ts';
import { TrainedLists } from './trained/trained-lists.service.ts';
import { WaitingList } from './waiting-list.ts';

/** Global, because it implements what matching and national offers need without depending on it. */
@Global()
@Module({
  imports: [QuotasModule, PartnershipsModule, ReferenceModule],
  controllers: [
    OffersController,
    PlacementsController,
    CallUpsController,
    CircularController,
    TrainedListsController,
    AllocationRoundsController,
    HomeVacanciesController,
  ],
  providers: [
    Placements,
    PlacementSteps,
    Consequences,
    DepartureTracker,
    NextContracts,
    Withdrawals,
    Offers,
    OfferDesk,
    CollectiveOffers,
    CallUps,
    TrainedLists,
    CircularMigration,
    HomeVacancies,
    AllocationRounds,
    AllocationResults,
    AllocationDraws,
    WaitingList,
    PlacementsWorker,
    { provide: PlacementsRefused, useClass: OffersRefused },
    { provide: PromisedSeats, useClass: SeatsInRounds },
  ],
  exports: [PlacementsRefused, PromisedSeats],
})
export class PlacementsModule {}
