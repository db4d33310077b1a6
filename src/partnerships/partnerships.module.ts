import { Module } from '@nestjs/common';
import { Departures } from './outflow/departures.service.ts';
import { OutflowController } from './outflow/outflow.controller.ts';
import { Outflow } from './outflow/outflow.service.ts';
import { PartnershipsController } from './partnerships.controller.ts';
import { Partnerships } from './partnerships.service.ts';
import { PressedSectorsController } from './pressed-sectors.controller.ts';
import { PressedSectors } from './pressed-sectors.service.ts';

@Module({
  controllers: [PartnershipsController, PressedSectorsController, OutflowController],
  providers: [Partnerships, PressedSectors, Outflow, Departures],
  exports: [Departures],
})
export class PartnershipsModule {}
