import type { EntityManager } from 'typeorm';
import { loadPeople } from './load-facts.ts';
import type { Profile } from '../matches/match-view.ts';
import { profileOf } from './profile.ts';

/**
 * Returns what an employer in the state may see of each candidate on a date (`yyyy-mm-dd`). Leaves
 * out those without consent: a match outlives a withdrawal by seconds, and the end of a consent
 * until the next night. `sql` sees every tenant.
 */
export async function loadProfiles(
  sql: EntityManager,
  ids: readonly string[],
  { state, on }: { state: string; on: string },
): Promise<ReadonlyMap<string, Profile>> {
  const profiles = new Map<string, Profile>();
  for (const person of await loadPeople(sql, ids)) {
    const profile = profileOf(person, state, on);
    if (profile) profiles.set(person.candidate.id, profile);
  }
  return profiles;
}
