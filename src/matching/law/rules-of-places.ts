import type { LawRule, RegionalLawKind } from './law-rule.ts';

/** A rule of a kind that a state may set for part of its territory. */
type RegionalRule = LawRule<RegionalLawKind>;

/** A place of work that is not known: it may be anywhere in the state. */
export const ANYWHERE = '';

/**
 * Returns the places of the work, as NUTS codes, as finely as `rules` tell places apart. A place
 * that is not known exactly is preceded by each part of it that some rule names.
 */
export function placesOf(regions: readonly string[], rules: readonly RegionalRule[]): string[] {
  const parts = rules.flatMap(({ region }) => region ?? []);
  const stated = regions.length > 0 ? regions : [ANYWHERE];
  const all = stated.flatMap((own) => [...parts.filter((part) => part.startsWith(own)), own]);
  return [...new Set(all)];
}

/** Returns whether the rule applies to the whole place. */
export function covers({ region }: Pick<LawRule, 'region'>, place: string): boolean {
  return region === null || place.startsWith(region);
}

/**
 * Returns the rules of one kind that decide at a place: those of its region, else the state's, else
 * the Union's.
 */
export function decidingAt<R extends RegionalRule>(
  rules: readonly R[],
  place: string,
): readonly R[] {
  const here = rules.filter((rule) => covers(rule, place));
  const regional = here.filter(({ region }) => region !== null);
  if (regional.length > 0) return regional;
  const national = here.filter(({ state }) => state !== null);
  return national.length > 0 ? national : here;
}

/** Returns the rules of one kind that decide at any of the places. All of them have to be met. */
export function decidingFor<R extends RegionalRule>(
  rules: readonly R[],
  regions: readonly string[],
): readonly R[] {
  return [...new Set(placesOf(regions, rules).flatMap((place) => decidingAt(rules, place)))];
}
