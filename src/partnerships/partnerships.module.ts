import { Module } from '@nestjs/common';
import { PartnershipsController } from './partnerships.controller.ts';
import { Partnerships } from './partnerships.service.ts';
import { PressedSectorsController } from './pressed-sectors.controller.ts';
import { PressedSectors } from './pressed-sectors.service.ts';

@Module({
  controllers: [PartnershipsController, PressedSectorsController],
  providers: [Partnerships, PressedSectors],
})
export class PartnershipsModule {}
