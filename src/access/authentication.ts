import {
  type CanActivate,
  type ExecutionContext,
  Injectable,
  type NestMiddleware,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { NextFunction, Request, Response } from 'express';
import { actAs, currentTenant, type OrganisationRole } from '../platform/database/tenant.ts';
import { problemOf, sendProblem } from '../platform/http/problem.filter.ts';
import { isForRoles, ROLES } from '../platform/http/roles.ts';
import { notAuthenticated, notPermitted } from './access.errors.ts';
import { ApiKeys } from './api-keys.service.ts';

/** Finds out whose key came along, and makes the whole request run on that tenant's behalf. */
@Injectable()
export class Authentication implements NestMiddleware {
  constructor(private readonly keys: ApiKeys) {}

  async use(request: Request, response: Response, next: NextFunction): Promise<void> {
    try {
      const [, key] = /^Bearer (\S+)$/i.exec(request.get('authorization') ?? '') ?? [];
      const tenant = key === undefined ? null : await this.keys.findTenant(key);
      if (!tenant) throw notAuthenticated();
      actAs(tenant, next);
    } catch (error) {
      sendProblem(response, problemOf(error));
    }
  }
}

/** Lets only the roles of `@Roles` in; an operation under /v1 that names none is for nobody. */
@Injectable()
export class RolesGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const { path } = context.switchToHttp().getRequest<Request>();
    if (!isForRoles(path)) return true;
    const targets = [context.getHandler(), context.getClass()];
    const roles = this.reflector.getAllAndOverride<OrganisationRole[] | undefined>(ROLES, targets);
    const { role } = currentTenant();
    if (roles?.some((allowed) => allowed === role)) return true;
    throw notPermitted(roles ?? []);
  }
}
