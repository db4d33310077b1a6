import { type DynamicModule, Module } from '@nestjs/common';
import { AccessModule } from './access/access.module.ts';
import { CandidatesModule } from './candidates/candidates.module.ts';
import { persistence } from './data-source.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { MatchingModule } from './matching/matching.module.ts';
import { MonitoringModule } from './monitoring/monitoring.module.ts';
import { PartnershipsModule } from './partnerships/partnerships.module.ts';
import { PlacementsModule } from './placements/placements.module.ts';
import { PlatformModule } from './platform/platform.module.ts';
import { QuotasModule } from './quotas/quotas.module.ts';
import { ReferenceModule } from './reference/reference.module.ts';
import { VacanciesModule } from './vacancies/vacancies.module.ts';

/** The whole application. */
@Module({})
export class AppModule {
  /** `clock` replaces the machine's clock, for tests and demonstrations on another day. */
  static with(config: Config, clock?: Clock): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.forRoot(config, persistence, clock),
        ReferenceModule,
        AccessModule,
        PartnershipsModule,
        QuotasModule,
        VacanciesModule,
        CandidatesModule,
        MatchingModule,
        PlacementsModule,
        MonitoringModule,
      ],
    };
  }
}
