import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { keepPairs } from '../../platform/duplicates/keep-pairs.ts';
import { type Partners, rekey } from '../../platform/duplicates/block-keys.queries.ts';
import type { ScoredPair } from '../../platform/duplicates/scored-pair.ts';
import { IdentitySecret } from '../../platform/identity/identity-secret.service.ts';
import { keyedHash } from '../../platform/identity/keyed-hash.ts';
import { blockKeysOf } from './block-keys.ts';
import type { Identity } from './identity.ts';
import { IDENTITY_THRESHOLD, scoreIdentities } from './score-identities.ts';

/** Somebody's identity, with their agency and its country. */
interface Person extends Identity {
  id: string;
  organisationId: string;
  country: string;
}

/** Looks for people who are there twice. */
@Injectable()
export class ComparePeople {
  constructor(private readonly secret: IdentitySecret) {}

  /**
   * Compares people with everybody who has a key in common with them, and keeps the pairs that may be
   * one. Only within one country: nobody could decide on a pair of two (docs/decisions/0016).
   */
  async compare(sql: EntityManager, ids: readonly string[]): Promise<void> {
    const people = await load(sql, ids);
    const partners = await rekey(
      sql,
      'candidate',
      ids,
      people.map((one) => this.keysOf(one)),
    );
    const known = new Map(people.map((person) => [person.id, person]));
    const unknown = partners.flatMap(({ otherId }) => (known.has(otherId) ? [] : [otherId]));
    for (const person of await load(sql, [...new Set(unknown)])) known.set(person.id, person);
    const pairs = partners.flatMap((pair) => this.pairOf(pair, known));
    await keepPairs(sql, 'candidate', ids, pairs);
  }

  private keysOf(person: Person): { id: string; keys: string[] } {
    const keys = blockKeysOf(person);
    return { id: person.id, keys: keys.map((key) => this.hash(`${person.country} ${key}`)) };
  }

  private pairOf({ id, otherId }: Partners, known: ReadonlyMap<string, Person>): ScoredPair[] {
    const [one, other] = [id, otherId].toSorted().map((each) => known.get(each));
    if (!one || !other) return [];
    const { score, reasons } = scoreIdentities(one, other);
    if (score < IDENTITY_THRESHOLD) return [];
    const seen = this.hash(JSON.stringify([one, other]));
    const { country } = one;
    const organisations = {
      oneOrganisationId: one.organisationId,
      otherOrganisationId: other.organisationId,
    };
    return [{ oneId: one.id, otherId: other.id, ...organisations, country, score, reasons, seen }];
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
