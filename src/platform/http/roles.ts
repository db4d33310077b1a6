import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { OrganisationRole } from '../database/tenant.ts';

export const ROLES = Symbol('roles');

export const OPEN_TO_ALL = Symbol('open to all');

/**
 * Opens a controller's operations to callers without a key. Every other operation is open only to
 * the roles that `@Roles` names.
 */
export const OpenToAll = (): ClassDecorator => SetMetadata(OPEN_TO_ALL, true);

/** Limits an operation to these roles. An operation without `@Roles` is refused to every caller. */
export function Roles(...roles: OrganisationRole[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ROLES, roles),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'The API key is missing, not valid or revoked' }),
    ApiForbiddenResponse({ description: `Open only to these roles: ${roles.join(', ')}` }),
  );
}
