import { applyDecorators, SetMetadata } from '@nestjs/common';
import { ApiBearerAuth, ApiForbiddenResponse, ApiUnauthorizedResponse } from '@nestjs/swagger';
import type { OrganisationRole } from '../database/tenant.ts';

export const ROLES = Symbol('roles');

export const OPEN_TO_ALL = Symbol('open to all');

/** Needs no key. Every other operation is for those alone whom `@Roles` names. */
export const OpenToAll = (): ClassDecorator => SetMetadata(OPEN_TO_ALL, true);

/** Who may call this operation. One that names none is refused to everybody. */
export function Roles(...roles: OrganisationRole[]): MethodDecorator & ClassDecorator {
  return applyDecorators(
    SetMetadata(ROLES, roles),
    ApiBearerAuth(),
    ApiUnauthorizedResponse({ description: 'No valid key' }),
    ApiForbiddenResponse({ description: `Only for: ${roles.join(', ')}` }),
  );
}
