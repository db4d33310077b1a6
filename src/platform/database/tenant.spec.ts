import { describe, expect, it } from '@jest/globals';
import {
  actAs,
  currentTenant,
  ownCountry,
  ownOrganisation,
  SYSTEM,
  type Tenant,
} from './tenant.ts';

const agency: Tenant = { role: 'agency', organisationId: 'an id', country: 'MA' };
const monitor: Tenant = { role: 'monitor', organisationId: 'an id', country: null };

describe('the tenant of the code under way', () => {
  it('gives its organisation and its country', () => {
    expect(actAs(agency, () => [ownOrganisation(), ownCountry()])).toEqual(['an id', 'MA']);
  });

  it('is refused as a programming error where there is none', () => {
    for (const read of [currentTenant, ownOrganisation, ownCountry]) {
      expect(read).toThrow('No tenant');
    }
  });

  it('gives no organisation to the application itself', () => {
    expect(() => actAs(SYSTEM, ownOrganisation)).toThrow('No organisation');
  });

  it('gives no country to a role without one', () => {
    expect(() => actAs(monitor, ownCountry)).toThrow('the role monitor');
  });
});
