import { Module } from '@nestjs/common';
import { QuotasController } from './quotas.controller.ts';
import { Quotas } from './quotas.service.ts';

@Module({ controllers: [QuotasController], providers: [Quotas] })
export class QuotasModule {}
