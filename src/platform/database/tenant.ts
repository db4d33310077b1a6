import { AsyncLocalStorage } from 'node:async_hooks';

export const organisationRoles = [
  'agency',
  'employer',
  'ministry',
  'partner-authority',
  'monitor',
  'admin',
] as const;

export type OrganisationRole = (typeof organisationRoles)[number];

/** The tenant for whom the database is read and written. Row-level security decides by it. */
export interface Tenant {
  role: OrganisationRole | 'system';
  organisationId: string | null;
  /** ISO 3166-1 alpha-2: the ministry's state, the agency's or partner authority's country. */
  country: string | null;
}

/** The tenant of background jobs and of the application's own cross-tenant work. */
export const SYSTEM: Tenant = { role: 'system', organisationId: null, country: null };

const tenants = new AsyncLocalStorage<Tenant>();

/** Runs `work`, and all that it awaits, on behalf of `tenant`. */
export function actAs<T>(tenant: Tenant, work: () => T): T {
  return tenants.run(tenant, work);
}

/**
 * Returns the tenant of the request or job under way. Null outside of both, and in a request
 * without a valid key.
 */
export function findTenant(): Tenant | null {
  return tenants.getStore() ?? null;
}

/**
 * Returns the tenant of the request or job under way.
 * @throws Error if there is none: a forgotten tenant must never mean seeing everything
 */
export function currentTenant(): Tenant {
  const tenant = findTenant();
  if (!tenant) throw new Error('No tenant: this code runs outside of a request or a job.');
  return tenant;
}

/**
 * Returns the organisation of the caller, a UUID.
 * @throws Error if there is no tenant, or it is the application itself
 */
export function ownOrganisation(): string {
  const { organisationId } = currentTenant();
  if (organisationId === null) throw new Error('No organisation: this code serves callers only.');
  return organisationId;
}

/**
 * Returns the country of the caller, ISO 3166-1 alpha-2.
 * @throws Error if there is no tenant, or it belongs to no country
 */
export function ownCountry(): string {
  const { role, country } = currentTenant();
  if (country === null) throw new Error(`No country: this code does not serve the role ${role}.`);
  return country;
}
