import { type OrganisationRole, organisationRoles } from '../../src/platform/database/tenant.ts';
import type { Caller, TestApp } from './start-app.ts';

/** Somebody of each role; those of a country are of Morocco. */
export async function callersByRole(test: TestApp): Promise<ReadonlyMap<OrganisationRole, Caller>> {
  const callers = new Map<OrganisationRole, Caller>();
  for (const role of organisationRoles)
    callers.set(role, await test.caller(role, role === 'monitor' ? undefined : 'MA'));
  return callers;
}
