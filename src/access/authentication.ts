import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type NestMiddleware,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';
import { actAs, findTenant, type OrganisationRole } from '../platform/database/tenant.ts';
import { problemOf, sendProblem } from '../platform/http/problem.filter.ts';
import { OPEN_TO_ALL, ROLES } from '../platform/http/roles.ts';
import { notAuthenticated, notPermitted } from './access.errors.ts';
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

/**
 * Admits only the roles that `@Roles` names. An operation without `@Roles` or `@OpenToAll` is
 * refused to every caller, whatever its path. As a guard, it knows the operation, and with it the
 * language of its refusals.
 */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  /** @throws ProblemError 401, 403 */
  canActivate(context: ExecutionContext): boolean {
    const targets = [context.getHandler(), context.getClass()];
    if (this.reflector.getAllAndOverride<true | undefined>(OPEN_TO_ALL, targets)) return true;
    const tenant = findTenant();
    if (!tenant) throw notAuthenticated();
    const roles = this.reflector.getAllAndOverride<OrganisationRole[] | undefined>(ROLES, targets);
    if (roles?.some((allowed) => allowed === tenant.role)) return true;
    throw notPermitted(roles ?? []);
  }
}
