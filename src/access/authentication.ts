import { Injectable, type NestMiddleware } from '@nestjs/common';
import type { NextFunction, Request, Response } from 'express';
import { actAs } from '../platform/database/tenant.ts';
import { problemOf, sendProblem } from '../platform/http/problem.filter.ts';
import { ApiKeys } from './api-keys.service.ts';
import { presentedKey } from './presented-key.ts';

/**
 * Runs the whole request on behalf of the tenant whose key it carries; a request without a valid
 * key runs without a tenant.
 */
@Injectable()
export class Authentication implements NestMiddleware {
  constructor(private readonly keys: ApiKeys) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      const key = presentedKey(request);
      const tenant = key === null ? null : await this.keys.findTenant(key);
      if (tenant) actAs(tenant, next);
      else next();
    } catch (error) {
      sendProblem(response, problemOf(error));
    }
  }
}
