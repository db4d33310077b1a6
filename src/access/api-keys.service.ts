import { Injectable } from '@nestjs/common';
import { type EntityManager, In, IsNull } from 'typeorm';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { newId } from '../platform/database/new-id.ts';
import { SYSTEM, type Tenant } from '../platform/database/tenant.ts';
import type { List } from '../platform/http/paging.ts';
import type { ApiKeyDto, NewApiKeyDto } from './access.dto.ts';
import { apiKeyNotFound, organisationNotFound } from './access.errors.ts';
import { ApiKey } from './api-key.entity.ts';
import { fitsHash, hashSecret, newSecret, readKey, writeKey } from './api-key-secret.ts';
import { Organisation } from './organisation.entity.ts';

/** API keys: shown once, stored as hashes, and revoked with immediate effect. */
@Injectable()
export class ApiKeys {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {}

  /** @throws ProblemError 404 for an organisation that the caller cannot see */
  async create(organisationId: string, label: string): Promise<NewApiKeyDto> {
    const secret = newSecret();
    const key = await this.database.transaction(async (sql) => {
      await assertOrganisationExists(sql, organisationId);
      const secretHash = hashSecret(secret);
      return sql.save(sql.create(ApiKey, { id: newId(), organisationId, label, secretHash }));
    });
    return { ...withoutSecret(key), key: writeKey({ id: key.id, secret }) };
  }

  /** @throws ProblemError 404 for an organisation that the caller cannot see */
  async list(organisationId: string): Promise<List<ApiKeyDto>> {
    const keys = await this.database.transaction(async (sql) => {
      await assertOrganisationExists(sql, organisationId);
      return sql.find(ApiKey, { where: { organisationId }, order: { id: 'ASC' } });
    });
    return { items: keys.map(withoutSecret) };
  }

  /**
   * Revokes a key. A key revoked earlier keeps its time of revocation.
   * @throws ProblemError 404 for a key that the caller cannot see
   */
  async revoke(organisationId: string, id: string): Promise<void> {
    const isKnown = await this.database.transaction(async (sql) => {
      const live = { id, organisationId, revokedAt: IsNull() };
      await sql.update(ApiKey, live, { revokedAt: this.clock.now() });
      return sql.existsBy(ApiKey, { id, organisationId });
    });
    if (!isKnown) throw apiKeyNotFound();
  }

  /**
   * Makes a new key for the first administrator, for the operator of the machine. Returns the key
   * and the number of keys revoked. `revokeOthers` revokes every earlier key of all administrators.
   */
  async replaceAdministrator({
    revokeOthers,
  }: {
    revokeOthers: boolean;
  }): Promise<{ key: string; revoked: number }> {
    return this.database.as(SYSTEM, async (sql) => {
      const order = { id: 'ASC' } as const;
      const admins = await sql.find(Organisation, { where: { role: 'admin' }, order });
      const theirs = { organisationId: In(admins.map(({ id }) => id)), revokedAt: IsNull() };
      const revoked = revokeOthers
        ? await sql.update(ApiKey, theirs, { revokedAt: this.clock.now() })
        : null;
      const { key } = await this.create(admins[0]?.id ?? '', 'made by the operator');
      return { key, revoked: revoked?.affected ?? 0 };
    });
  }

  /**
   * Returns the tenant that a key belongs to; null for a key that is unknown, forged or revoked.
   * Never cached.
   */
  async findTenant(text: string): Promise<Tenant | null> {
    const presented = readKey(text);
    if (!presented) return null;
    const [key] = await this.database.queryWithoutTenant<Tenant & { secretHash: string }>(
      `SELECT secret_hash AS "secretHash", role, organisation_id AS "organisationId", country
         FROM holder_of_key($1)`,
      [presented.id],
    );
    if (!key) return null;
    const { secretHash, ...tenant } = key;
    return fitsHash(presented.secret, secretHash) ? tenant : null;
  }
}

async function assertOrganisationExists(sql: EntityManager, id: string): Promise<void> {
  if (!(await sql.existsBy(Organisation, { id }))) throw organisationNotFound();
}

function withoutSecret({ id, label, createdAt, revokedAt }: ApiKey): ApiKeyDto {
  return { id, label, createdAt, revokedAt: revokedAt ?? null };
}
