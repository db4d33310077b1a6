import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { OrganisationRole } from '../database/tenant.ts';

export const ROLES = Symbol('roles');

/** Who may call this operation. An operation without roles is refused to everybody. */
export function Roles(...roles: OrganisationRole[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ROLES, roles),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No valid key' }),
    ApiForbiddenResponse({ description: `Only for: ${roles.join(', ')}` }),
  );
}
