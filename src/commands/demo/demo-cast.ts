import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import { ApiKeys } from '../../access/api-keys.service.ts';
import { Organisations } from '../../access/organisations.service.ts';
import { actAs, type OrganisationRole, SYSTEM } from '../../platform/database/tenant.ts';
import { DemoCaller } from './demo-caller.ts';

/** The organisations of the demonstration. Each is admitted when it is first asked for. */
export class DemoCast {
  private readonly callers = new Map<string, Promise<DemoCaller>>();

  constructor(
    private readonly app: INestApplication,
    private readonly url: string,
  ) {}

  /** Returns the caller for the organisation of that role and country, which has its own key. */
  the(role: OrganisationRole, country?: string): Promise<DemoCaller> {
    const name = [role, country].filter(Boolean).join('-');
    const known = this.callers.get(name);
    if (known) return known;
    const admitted = this.admit(name, role, country);
    this.callers.set(name, admitted);
    return admitted;
  }

  /** Returns shell lines such as `EMPLOYER_KEY=psl_...`, for the tours in the README. */
  async keys(): Promise<string> {
    const lines = [...this.callers].map(async ([name, caller]) => {
      return `${name.replaceAll('-', '_').toUpperCase()}_KEY=${(await caller).key}\n`;
    });
    return (await Promise.all(lines)).toSorted().join('');
  }

  private admit(name: string, role: OrganisationRole, country?: string): Promise<DemoCaller> {
    return actAs(SYSTEM, async () => {
      const title = `Demonstration: ${name}`;
      const organisation = { name: title, role, country };
      const { id } = await this.app.get(Organisations).create(organisation);
      const { key } = await this.app.get(ApiKeys).create(id, randomUUID());
      return new DemoCaller(this.url, key);
    });
  }
}
