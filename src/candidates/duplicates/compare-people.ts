import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { KeyedRecord } from '../../platform/duplicates/block-keys.queries.ts';
import { compareRecords, type Comparison } from '../../platform/duplicates/compare-records.ts';
import { IdentitySecret } from '../../platform/identity/identity-secret.service.ts';
import { keyedHash } from '../../platform/identity/keyed-hash.ts';
import { blockKeysOf } from './block-keys.ts';
import type { Identity } from './identity.ts';
import { IDENTITY_THRESHOLD, scoreIdentities } from './score-identities.ts';

/** The identity of a candidate, with their agency and its country. */
interface Person extends Identity {
  id: string;
  organisationId: string;
  country: string;
}

/** Looks for candidates that are recorded twice. */
@Injectable()
export class ComparePeople {
  private readonly comparison: Comparison<Person> = {
    table: 'candidate',
    threshold: IDENTITY_THRESHOLD,
    likeness: scoreIdentities,
    load,
    keysOf: async (sql, ids) => (await load(sql, ids)).map((person) => this.keyed(person)),
    countryOf: ({ country }) => country,
    seen: (one, other) => this.hash(JSON.stringify([one, other])),
  };

  constructor(private readonly secret: IdentitySecret) {}

  /**
   * Compares candidates with every other that shares a key with them, and keeps the pairs that may
   * be one person. Looks within one country only, as no authority could decide on a pair across two
   * (docs/decisions/0016).
   */
  async compare(sql: EntityManager, ids: readonly string[]): Promise<void> {
    await compareRecords(sql, this.comparison, ids);
  }

  private keyed(person: Person): KeyedRecord {
    const { id, country, organisationId: ownerId } = person;
    const keys = blockKeysOf(person).map((key) => this.hash(`${country} ${key}`));
    return { id, keys, source: null, ownerId };
  }

  private hash(text: string): string {
    return keyedHash(this.secret.value, text);
  }
}

function load(sql: EntityManager, ids: readonly string[]): Promise<Person[]> {
  return sql.query<Person[]>(
    `SELECT c.id, c.organisation_id AS "organisationId", o.country, given_name AS "givenName",
            family_name AS "familyName", birth_on::text AS "birthOn", nationalities,
            residence_region AS "residenceRegion", email, phone, documents
       FROM candidate c JOIN organisation o ON o.id = c.organisation_id
      WHERE c.id = ANY ($1)`,
    [ids],
  );
}
