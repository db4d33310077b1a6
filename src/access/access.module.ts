import { type MiddlewareConsumer, Module, type NestModule } from '@nestjs/common';
import { APP_GUARD, APP_INTERCEPTOR } from '@nestjs/core';
import { ApiKeys } from './api-keys.service.ts';
import { Authentication } from './authentication.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { Organisations } from './organisations.service.ts';
import { StreamsEndWithKeys } from './streams-end-with-keys.ts';
import { RolesGuard } from './roles.guard.ts';

@Module({
  controllers: [OrganisationsController],
  providers: [
    ApiKeys,
    Organisations,
    { provide: APP_GUARD, useClass: RolesGuard },
    { provide: APP_INTERCEPTOR, useClass: StreamsEndWithKeys },
  ],
  exports: [ApiKeys, Organisations],
})
export class AccessModule implements NestModule {
  configure(consumer: MiddlewareConsumer): void {
    consumer.apply(Authentication).forRoutes('v1/*path');
  }
}
