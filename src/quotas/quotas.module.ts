import { Module } from '@nestjs/common';
import { LedgerController } from './ledger/ledger.controller.ts';
import { Ledger } from './ledger/ledger.service.ts';
import { QuotaSeats } from './ledger/quota-seats.service.ts';
import { PoolsController } from './pool/pools.controller.ts';
import { Pools } from './pool/pools.service.ts';
import { QuotasController } from './quotas.controller.ts';
import { Quotas } from './quotas.service.ts';
import { QuotasWorker } from './quotas.worker.ts';

@Module({
  controllers: [QuotasController, LedgerController, PoolsController],
  providers: [Quotas, Ledger, QuotaSeats, Pools, QuotasWorker],
  exports: [QuotaSeats],
})
export class QuotasModule {}
