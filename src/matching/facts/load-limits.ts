import type { EntityManager } from 'typeorm';
import {
  findCapStandings,
  findExceptionsLeft,
} from '../../partnerships/outflow/outflow.queries.ts';
import { findPressedSectorsInForce } from '../../partnerships/partnerships.queries.ts';
import type { PressedSectorFact } from '../facts.ts';

interface Situation {
  /** The state of the place of work, ISO 3166-1 alpha-2. */
  state: string;
  on: string;
  /** The day on which a candidate matched now begins to work. */
  beginsOn: string;
  /** When matches of the vacancy were last asked for; null if never. */
  askedAt: Date | null;
  /** Data as known at this moment; the current data if absent or null. */
  asOf?: Date | null;
  /** Ids of sectors treated as lifted, even for matches asked for before. */
  lifted?: ReadonlySet<string>;
}

/** Returns the sectors that the countries named as pressed, with what is left of the exceptions. */
async function loadPressedSectors(
  sql: EntityManager,
  partnerCountries: readonly string[],
  { state, on, beginsOn, askedAt, lifted, asOf = null }: Situation,
): Promise<PressedSectorFact[]> {
  const found = await findPressedSectorsInForce(sql, partnerCountries, on, { askedAt, asOf });
  const sectors = found.filter(({ id }) => !lifted?.has(id));
  const ids = sectors.map(({ id }) => id);
  // Candidates leave when the work begins, so the exceptions of that day count.
  const need = { state, on: beginsOn, asOf };
  const left = ids.length > 0 ? await findExceptionsLeft(sql, ids, need) : new Map();
  return sectors.map(({ id, partnerCountry, scheme, code, reason, startsOn, effects }) => ({
    partnerCountry,
    scheme,
    code,
    reason,
    startsOn,
    effects,
    region: null,
    source: 'partner' as const,
    exceptionLeft: (left.get(id) as number | undefined) ?? null,
  }));
}

/** Returns what the countries closed: sectors that they named, and caps that are reached. */
export async function loadLimits(
  sql: EntityManager,
  partnerCountries: readonly string[],
  situation: Situation,
): Promise<PressedSectorFact[]> {
  const { on, beginsOn, asOf } = situation;
  const named = await loadPressedSectors(sql, partnerCountries, situation);
  const caps = await findCapStandings(sql, partnerCountries, yearsOf(on, beginsOn), asOf);
  const reached = caps.filter(({ limit, used }) => limit !== null && used >= limit);
  return [
    ...named,
    ...reached.map(({ partnerCountry, isco, region, year, effects, citation }) => ({
      partnerCountry,
      region,
      effects,
      reason: citation,
      startsOn: `${year}-01-01`,
      scheme: isco === null ? ('any' as const) : ('isco' as const),
      code: isco ?? '',
      source: 'cap' as const,
      exceptionLeft: null,
    })),
  ];
}

/** Returns the years whose caps apply: the year of the search and the year of departure. */
function yearsOf(...dates: string[]): number[] {
  return [...new Set(dates.map((on) => Number(on.slice(0, 4))))];
}
