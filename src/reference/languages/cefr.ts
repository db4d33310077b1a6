/** The levels of the Common European Framework of Reference for Languages, lowest first. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof cefrLevels)[number];

/** Reads a level in either case: `b1` is B1. Null for anything else. */
export function parseCefrLevel(text: string): CefrLevel | null {
  return cefrLevels[cefrRank(text) - 1] ?? null;
}

/** Returns the rank of a level, 1 for A1 to 6 for C2; 0 for anything else. */
export function cefrRank(level: string): number {
  return cefrLevels.findIndex((known) => known === level.trim().toUpperCase()) + 1;
}
