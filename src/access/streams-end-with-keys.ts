import {
  type CallHandler,
  type ExecutionContext,
  Injectable,
  type NestInterceptor,
} from '@nestjs/common';
import { SSE_METADATA } from '@nestjs/common/constants.js';
import { Reflector } from '@nestjs/core';
import type { Request } from 'express';
import { exhaustMap, filter, interval, type Observable, takeUntil } from 'rxjs';
import { ApiKeys } from './api-keys.service.ts';
import { presentedKey } from './presented-key.ts';

/** How often the key of a stream is checked. */
const ASK_EVERY_MS = 1_000;

/**
 * Ends a stream of events once its key is revoked. A stream is one request that lasts for hours, so
 * no later request would be refused.
 */
@Injectable()
export class StreamsEndWithKeys implements NestInterceptor {
  constructor(
    private readonly keys: ApiKeys,
    private readonly reflector: Reflector,
  ) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const isStream = this.reflector.get<true | undefined>(SSE_METADATA, context.getHandler());
    const key = isStream && presentedKey(context.switchToHttp().getRequest<Request>());
    if (!key) return next.handle();
    const revoked = interval(ASK_EVERY_MS).pipe(
      exhaustMap(() => this.keys.findTenant(key)),
      filter((tenant) => tenant === null),
    );
    return next.handle().pipe(takeUntil(revoked));
  }
}
