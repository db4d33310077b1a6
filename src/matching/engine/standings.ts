import type { Bits, GateBits } from './search/gate-bits.ts';
import type { Group } from './shortlist.ts';

/** What puts candidates before others of their tier or group, apart from their own data. */
export interface Favoured {
  /**
   * Countries associated with the Union, whose nationals come before others from outside it. ISO
   * 3166-1 alpha-2.
   */
  associated: readonly string[];
  /** The ids of candidates whom a list names as trained abroad for the work. */
  trained: readonly string[];
}

/** Returns the gates that admit only the candidates of one standing. */
export type Standing = (gates: GateBits) => Bits[];

/**
 * Returns the parts of a group in the order in which matchVacancy ranks them, whatever the score.
 * With preference: citizens, then residents. Without: nationals of associated countries, those who
 * went home before (COM(2007) 248), those trained for the work, then all others. Distinctions that
 * need the rules (a transition after an accession, a sector without favourable treatment) are
 * ignored.
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
