import type { EntityManager } from 'typeorm';
import { addDays, addYears } from '../../platform/clock/calendar-days.ts';
import { SAME_PERSON } from '../../candidates/duplicates/same-person.queries.ts';
import type { Placement, PlacementStatus } from '../placement.entity.ts';
import type { LawRule } from '../../matching/law/law-rule.ts';
import { ruleAmong } from './circular-rules.ts';
import type { LaterStay, Stay } from './maximum-stay.ts';

/**
 * A SQL condition on a placement: the person is bound by it, so no other may be at the same time.
 */
export const IS_BINDING = `status IN ('accepted', 'authorised', 'preparing', 'visa', 'entered', 'working', 'ended',
                          'returned')`;

/**
 * A stay in a state, with the permit category of its contract; null if it comes from the person's
 * own record.
 */
export interface KnownStay extends Stay {
  state: string;
  permitCategory: string | null;
}

interface Asked<Who> {
  candidateId: Who;
  state: string;
  /** The placement being decided on, which is not counted. */
  exceptId?: string;
}

/** Returns the stays of one person; see `staysOfPeople`. */
export async function staysOf(sql: EntityManager, asked: Asked<string>): Promise<KnownStay[]> {
  const { candidateId } = asked;
  const stays = await staysOfPeople(sql, { ...asked, candidateId: [candidateId] });
  return stays.get(candidateId) ?? [];
}

/**
 * Returns when people were, or will be, in a state, under any of their records. It counts their
 * placements from acceptance on, abandoned ones after the entry up to the day they were abandoned,
 * and the stays that their records list. A stay begins with the entry if that was before the
 * contract.
 * @returns stays by candidate, without overlaps, oldest first; a candidate without a stay is absent
 */
export async function staysOfPeople(
  sql: EntityManager,
  { candidateId: ids, state, exceptId }: Asked<readonly string[]>,
): Promise<ReadonlyMap<string, KnownStay[]>> {
  const rows = await sql.query<(RecordedStay & { candidateId: string })[]>(
    `WITH RECURSIVE ${SAME_PERSON}
     SELECT asked AS "candidateId", state, permit_category AS "permitCategory",
            LEAST(starts_on, (SELECT min(happened_on) FROM placement_event e
                               WHERE e.placement_id = p.id AND e.step = 'enter'))::text AS "fromOn",
            (CASE status WHEN 'abandoned' THEN LEAST(ends_on, status_on)
                         ELSE GREATEST(ends_on, returned_on) END)::text AS "toOn"
       FROM same_person JOIN placement p ON p.candidate_id = same_person.id
      WHERE state = $2 AND p.id IS DISTINCT FROM $3::uuid
        AND (${IS_BINDING}
             OR status = 'abandoned' AND EXISTS (
                  SELECT 1 FROM placement_event e
                   WHERE e.placement_id = p.id AND e.step IN ('enter', 'start-work')))
     UNION ALL
     SELECT asked, $2, NULL, stay ->> 'fromOn', COALESCE(stay ->> 'toOn', stay ->> 'returnedOn')
       FROM same_person JOIN candidate c ON c.id = same_person.id,
            jsonb_array_elements(previous_stays) AS stay
      WHERE stay ->> 'country' = $2`,
    [ids, state, exceptId ?? null],
  );
  const stays = new Map<string, RecordedStay[]>();
  for (const { candidateId, ...stay } of rows) {
    stays.set(candidateId, [...(stays.get(candidateId) ?? []), stay]);
  }
  return new Map([...stays].map(([id, own]) => [id, merged(withEnds(own))]));
}

/** A stay whose last day may not be on record. */
type RecordedStay = Omit<KnownStay, 'toOn'> & { toOn: string | null };

/**
 * Gives a last day to stays that have none on record. Each counts until the next stay, and for a
 * year at most: limits of stays count in twelve months (Directive 2014/36/EU, Article 14), and a
 * missing date is no proof that the person stayed on.
 */
function withEnds(stays: readonly RecordedStay[]): KnownStay[] {
  const inOrder = stays.toSorted((a, b) => (a.fromOn < b.fromOn ? -1 : 1));
  return inOrder.map(({ toOn, ...stay }, at) => {
    const next = inOrder.slice(at + 1).find(({ fromOn }) => fromOn > stay.fromOn);
    const year = addDays(addYears(stay.fromOn, 1), -1);
    const before = next ? addDays(next.fromOn, -1) : year;
    return { ...stay, toOn: toOn ?? (before < year ? before : year) };
  });
}

/** Joins stays that overlap, given in the order of their first days. */
function merged(stays: readonly KnownStay[]): KnownStay[] {
  const result: KnownStay[] = [];
  for (const stay of stays) {
    const last = result.at(-1);
    if (last && stay.fromOn <= last.toOn) {
      last.toOn = stay.toOn > last.toOn ? stay.toOn : last.toOn;
    } else result.push({ ...stay });
  }
  return result;
}

/**
 * Returns the stays that begin after a day, each with the limit of the rule it falls under. Stays
 * under no rule are left out. Pure.
 */
export function laterThan(
  on: string,
  stays: readonly KnownStay[],
  rules: readonly LawRule[],
): LaterStay[] {
  return stays.flatMap(({ state, permitCategory, fromOn, toOn }) => {
    if (fromOn <= on || permitCategory === null) return [];
    const limit = ruleAmong(rules, { state, permitCategory, startsOn: fromOn });
    return limit ? [{ fromOn, toOn, limit }] : [];
  });
}

/**
 * Returns whether a verified return, under any record of the person, gives them easier re-entry
 * with fewer steps.
 */
export async function hasReturned(sql: EntityManager, candidateId: string): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    `WITH RECURSIVE ${SAME_PERSON}
     SELECT 1 FROM same_person JOIN verified_stay s ON s.candidate_id = same_person.id LIMIT 1`,
    [[candidateId]],
  );
  return rows.length > 0;
}

/** Returns whether another contract of the same stay has one of these statuses. */
export async function hasOtherContractOnStay(
  sql: EntityManager,
  { id, campaignId }: Pick<Placement, 'id' | 'campaignId'>,
  statuses: readonly PlacementStatus[],
): Promise<boolean> {
  const rows = await sql.query<unknown[]>(
    'SELECT 1 FROM placement WHERE campaign_id = $1 AND id <> $2 AND status = ANY ($3) LIMIT 1',
    [campaignId, id, statuses],
  );
  return rows.length > 0;
}

/** Returns the last day of the latest contract of a stay that has ended; null if none has. */
export async function lastDayOfStay(
  sql: EntityManager,
  { campaignId }: Pick<Placement, 'campaignId'>,
): Promise<string | null> {
  const [row] = await sql.query<{ lastOn: string | null }[]>(
    `SELECT max(ends_on)::text AS "lastOn" FROM placement
      WHERE campaign_id = $1 AND status = 'ended'`,
    [campaignId],
  );
  return row?.lastOn ?? null;
}

/**
 * Returns the day on which a person's last permit for a state and category was issued, under any of
 * their records, or null if none was.
 */
export async function lastVisaOn(
  sql: EntityManager,
  permit: Pick<Placement, 'candidateId' | 'state' | 'permitCategory'>,
): Promise<string | null> {
  const [row] = await sql.query<{ issuedOn: string | null }[]>(
    `WITH RECURSIVE ${SAME_PERSON}
     SELECT max(happened_on)::text AS "issuedOn"
       FROM same_person JOIN placement p ON p.candidate_id = same_person.id
       JOIN placement_event e ON e.placement_id = p.id
      WHERE e.step = 'issue-visa' AND p.state = $2 AND p.permit_category = $3`,
    [[permit.candidateId], permit.state, permit.permitCategory],
  );
  return row?.issuedOn ?? null;
}
