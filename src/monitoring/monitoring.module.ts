import { Module } from '@nestjs/common';
import { FunnelController } from './funnel/funnel.controller.ts';
import { Funnels } from './funnel/funnels.service.ts';

@Module({ controllers: [FunnelController], providers: [Funnels] })
export class MonitoringModule {}
