import { type OrganisationRole, organisationRoles } from '../../../src/platform/database/tenant.ts';
import type { Caller, TestApp } from '../application/start-app.ts';

/**
 * Makes a caller of each role. The ministry is Spain's, the monitor has no country, and all others
 * are of Morocco.
 */
export async function callersByRole(test: TestApp): Promise<ReadonlyMap<OrganisationRole, Caller>> {
  const countries: Partial<Record<OrganisationRole, string>> = { ministry: 'ES' };
  const callers = new Map<OrganisationRole, Caller>();
  for (const role of organisationRoles)
    callers.set(
      role,
      await test.caller(role, role === 'monitor' ? undefined : (countries[role] ?? 'MA')),
    );
  return callers;
}
