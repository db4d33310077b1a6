import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { OrganisationRole } from '../database/tenant.ts';

export const ROLES = Symbol('roles');

/** Whether operations under this path are for those alone whom `@Roles` names; a path in capitals is found too. */
export function isForRoles(path: string): boolean {
  return /^\/v1\//i.test(path);
}

/** Who may call this operation. An operation without roles is refused to everybody. */
export function Roles(...roles: OrganisationRole[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ROLES, roles),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No valid key' }),
    ApiForbiddenResponse({ description: `Only for: ${roles.join(', ')}` }),
  );
}
