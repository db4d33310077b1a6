import { Module } from '@nestjs/common';
import { PartnershipsModule } from '../partnerships/partnerships.module.ts';
import { QuotasModule } from '../quotas/quotas.module.ts';
import { CallUpsController } from './call-ups/call-ups.controller.ts';
import { CallUps } from './call-ups/call-ups.service.ts';
import { CircularController } from './circular/circular.controller.ts';
import { CollectiveOffers } from './offers/collective-offers.service.ts';
import { OfferDesk } from './offers/offer-desk.ts';
import { OffersController } from './offers/offers.controller.ts';
import { Offers } from './offers/offers.service.ts';
import { PlacementsController } from './placements.controller.ts';
import { Placements } from './placements.service.ts';
import { PlacementsWorker } from './placements.worker.ts';
import { Consequences } from './steps/consequences.ts';
import { Leaving } from './steps/leaving.ts';
import { PlacementSteps } from './steps/placement-steps.service.ts';
import { TrainedListsController } from './trained/trained-lists.controller.ts';
import { TrainedLists } from './trained/trained-lists.service.ts';
import { WaitingList } from './waiting-list.ts';

@Module({
  imports: [QuotasModule, PartnershipsModule],
  controllers: [
    OffersController,
    PlacementsController,
    CallUpsController,
    CircularController,
    TrainedListsController,
  ],
  providers: [
    Placements,
    PlacementSteps,
    Consequences,
    Leaving,
    Offers,
    OfferDesk,
    CollectiveOffers,
    CallUps,
    TrainedLists,
    WaitingList,
    PlacementsWorker,
  ],
})
export class PlacementsModule {}
