import { type DynamicModule, Global, Module } from '@nestjs/common';
import { Clock, SystemClock } from './clock/clock.ts';
import { Config } from './config/config.ts';
import type { Persistence } from './database/connections.ts';
import { DatabaseModule } from './database/database.module.ts';
import { Duplicates } from './duplicates/duplicates.service.ts';
import { IdentitySecret } from './identity/identity-secret.service.ts';
import { ImportsModule } from './imports/imports.module.ts';
import { KeptResponsesWorker } from './http/idempotency/kept-responses.worker.ts';
import { OpenRequests } from './http/open-requests.ts';
import { HealthController } from './observability/health.controller.ts';
import { migrateQueue } from './queue/migrate-queue.ts';
import { QueueModule } from './queue/queue.module.ts';

/** The parts that every feature uses. */
@Global()
@Module({})
export class PlatformModule {
  static forRoot(config: Config, persistence: Persistence, clock?: Clock): DynamicModule {
    return {
      module: PlatformModule,
      imports: [DatabaseModule.forRoot(persistence, [migrateQueue]), QueueModule, ImportsModule],
      controllers: [HealthController],
      providers: [
        { provide: Config, useValue: config },
        { provide: Clock, useValue: clock ?? new SystemClock() },
        KeptResponsesWorker,
        OpenRequests,
        IdentitySecret,
        Duplicates,
      ],
      exports: [Config, Clock, IdentitySecret, Duplicates],
    };
  }
}
