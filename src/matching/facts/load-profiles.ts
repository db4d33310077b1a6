import type { EntityManager } from 'typeorm';
import type { Profile } from '../matches/match-view.ts';
import { loadPeople } from './load-facts.ts';
import { profileOf } from './profile.ts';

/** Something about a candidate that an employer in a state asks for. */
interface Shown {
  candidateId: string;
  state: string;
}

/**
 * Returns what an employer may see of the candidate of each row on a date (`yyyy-mm-dd`). Leaves out
 * rows whose candidate has no consent: a match outlives a withdrawal by seconds, and the end of a
 * consent until the next night. `sql` sees every tenant.
 */
export async function loadProfiles<Row extends Shown>(
  sql: EntityManager,
  rows: readonly Row[],
  on: string,
): Promise<ReadonlyMap<Row, Profile>> {
  const people = await loadPeople(
    sql,
    rows.map(({ candidateId }) => candidateId),
  );
  const byId = new Map(people.map((person) => [person.candidate.id, person]));
  const profiles = new Map<Row, Profile>();
  for (const row of rows) {
    const person = byId.get(row.candidateId);
    const profile = person && profileOf(person, row.state, on);
    if (profile) profiles.set(row, profile);
  }
  return profiles;
}
