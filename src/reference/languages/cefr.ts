/** The levels of the Common European Framework of Reference for Languages, lowest first. */
export const cefrLevels = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2'] as const;
export type CefrLevel = (typeof cefrLevels)[number];

/** `b1` is B1; null for what is no level. */
export function parseCefrLevel(text: string): CefrLevel | null {
  return cefrLevels[cefrRank(text) - 1] ?? null;
}

/** 1 for A1 to 6 for C2; 0 for what is no level. */
export function cefrRank(level: string): number {
  return cefrLevels.findIndex((known) => known === level.trim().toUpperCase()) + 1;
}
