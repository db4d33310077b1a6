import type { Bits, GateBits } from './search/gate-bits.ts';
import type { Group } from './shortlist.ts';

/** What puts some people before others of their tier or group, besides what is known of themselves. */
export interface Favoured {
  /** Countries with which the Union is associated, whose nationals come before others from outside. */
  associated: readonly string[];
  /** The ids of whom a list trained abroad for the work. */
  trained: readonly string[];
}

/** The gates that keep everybody out who stands before or behind. */
export type Standing = (gates: GateBits) => Bits[];

/**
 * A group in the parts that come after each other whatever the score, as matchVacancy ranks them:
 * citizens and residents; the associated, those who went home before (COM(2007) 248), those who were
 * trained for the work, and all others. What only the rules can tell (a transition after an accession,
 * a sector without favourable treatment) is not told apart.
 */
export function standingsOf(
  group: Group,
  state: string,
  { associated, trained }: Favoured,
): Standing[] {
  const fromOutside: ((gates: GateBits) => Bits)[] = [
    ...(associated.length > 0 ? [(gates: GateBits) => gates.nationals(associated)] : []),
    (gates) => gates.returned(),
    ...(trained.length > 0 ? [(gates: GateBits) => gates.listed(trained)] : []),
  ];
  const firsts =
    group === 'third-country' ? fromOutside : [(gates: GateBits) => gates.citizens(state)];
  const behind = (count: number, gates: GateBits): Bits[] =>
    firsts.slice(0, count).map((bits) => gates.without(bits(gates)));
  return [
    ...firsts.map((bits, at): Standing => (gates) => [bits(gates), ...behind(at, gates)]),
    (gates) => behind(firsts.length, gates),
  ];
}
