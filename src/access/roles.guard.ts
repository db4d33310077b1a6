import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { findTenant, type OrganisationRole } from '../platform/database/tenant.ts';
import { OPEN_TO_ALL, ROLES } from '../platform/http/roles.ts';
import { notAuthenticated, notPermitted } from './access.errors.ts';

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
