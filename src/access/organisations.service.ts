import { Injectable, Logger, type OnApplicationBootstrap } from '@nestjs/common';
import { MoreThan } from 'typeorm';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { getOne } from '../platform/database/rows.ts';
import {
  actAs,
  type OrganisationRole,
  ownOrganisation,
  SYSTEM,
} from '../platform/database/tenant.ts';
import { type Page, pageOf, type PageQuery } from '../platform/http/paging.ts';
import { isTierZeroCountry, normaliseCountry } from '../reference/countries/countries.ts';
import type { CreateOrganisationDto } from './access.dto.ts';
import {
  countryOfOthers,
  countryRequired,
  countryUnknown,
  organisationNotFound,
} from './access.errors.ts';
import { ApiKeys } from './api-keys.service.ts';
import { Organisation } from './organisation.entity.ts';

const rolesOfACountry = ['agency', 'ministry', 'partner-authority'];

/** The organisations that take part. */
@Injectable()
export class Organisations implements OnApplicationBootstrap {
  constructor(
    private readonly database: Database,
    private readonly keys: ApiKeys,
  ) {}

  /** Gives an empty instance its first administrator, whose key is printed once. */
  async onApplicationBootstrap(): Promise<void> {
    const key = await this.createFirstAdmin();
    if (key)
      new Logger('Access').warn(`First start. The administrator's key, shown only once: ${key}`);
  }

  /**
   * Admits an organisation.
   * @throws ProblemError 400 for an agency, ministry or partner authority without a country, for an
   * unknown country, or for one that the role cannot have
   */
  async create({ name, role, country }: CreateOrganisationDto): Promise<Organisation> {
    if (!country && rolesOfACountry.includes(role)) throw countryRequired(role);
    if (country) assertCountry(role, country);
    const organisation = { id: newId(), name, role, country: country ?? null };
    return this.database.transaction((sql) => sql.save(sql.create(Organisation, organisation)));
  }

  async list(query: PageQuery): Promise<Page<Organisation>> {
    const where = query.cursor ? { id: MoreThan(query.cursor) } : {};
    const rows = await this.database.transaction((sql) =>
      sql.find(Organisation, { where, order: { id: 'ASC' }, take: query.limit + 1 }),
    );
    return pageOf(rows, query);
  }

  /** @throws ProblemError 404 for an organisation that the caller cannot see */
  async get(id: string): Promise<Organisation> {
    return this.database.transaction((sql) =>
      getOne(sql, Organisation, { id }, organisationNotFound),
    );
  }

  /** Returns the organisation of the caller. */
  getOwn(): Promise<Organisation> {
    return this.get(ownOrganisation());
  }

  /**
   * Returns the key of a new administrator; null if there is any organisation already. If several
   * instances start together, one of them makes it.
   */
  private async createFirstAdmin(): Promise<string | null> {
    return this.database.as(SYSTEM, async (sql) => {
      await sql.query(`SELECT pg_advisory_xact_lock(hashtext('first administrator'))`);
      if (await sql.exists(Organisation)) return null;
      return actAs(SYSTEM, async () => {
        const admin = await this.create({ name: 'Administration', role: 'admin' });
        return (await this.keys.create(admin.id, 'first start')).key;
      });
    });
  }
}

/**
 * Refuses a country that the role cannot have. It cannot be corrected later, since everything that
 * the organisation enters belongs to that country.
 */
function assertCountry(role: OrganisationRole, country: string): void {
  if (normaliseCountry(country) !== country) throw countryUnknown(country);
  const isWithin = isTierZeroCountry(country);
  if (role === 'ministry' && !isWithin) throw countryOfOthers(country);
  if (role === 'partner-authority' && isWithin) throw countryOfOthers(country);
}
