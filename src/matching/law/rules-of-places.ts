import type { LawRule, PlacedLawKind } from './law-rule.ts';

/** A rule of a kind that a state may give for a part of it alone. */
type PlacedRule = LawRule<PlacedLawKind>;

/** A vacancy of which no place is known: it may be anywhere in its state. */
const ANYWHERE = '';

/**
 * Where the work is, as far as `rules` tell places apart: NUTS codes, with each part that some rule names and
 * a place that is not known as exactly may lie in; the parts come first.
 */
export function placesOf(regions: readonly string[], rules: readonly PlacedRule[]): string[] {
  const parts = rules.flatMap(({ region }) => region ?? []);
  const stated = regions.length > 0 ? regions : [ANYWHERE];
  const all = stated.flatMap((own) => [...parts.filter((part) => part.startsWith(own)), own]);
  return [...new Set(all)];
}

/** Whether the rule holds all over the place. */
export function covers({ region }: Pick<LawRule, 'region'>, place: string): boolean {
  return region === null || place.startsWith(region);
}

/** Of one kind, the rules that decide at a place: those of its region; else the state's; else the Union's. */
export function decidingAt<R extends PlacedRule>(rules: readonly R[], place: string): readonly R[] {
  const here = rules.filter((rule) => covers(rule, place));
  const regional = here.filter(({ region }) => region !== null);
  if (regional.length > 0) return regional;
  const national = here.filter(({ state }) => state !== null);
  return national.length > 0 ? national : here;
}

/** Of one kind, the rules that decide at any of the places: all of them have to be fulfilled. */
export function decidingFor<R extends PlacedRule>(
  rules: readonly R[],
  regions: readonly string[],
): readonly R[] {
  return [...new Set(placesOf(regions, rules).flatMap((place) => decidingAt(rules, place)))];
}
