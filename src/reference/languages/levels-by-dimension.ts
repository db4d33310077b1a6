import { type CefrLevel, cefrLevels } from './cefr.ts';

/**
 * The dimensions of the self-assessment grid of the CEFR (Council of Europe 2001, table 2), in its
 * order.
 */
export const cefrDimensions = [
  'listening',
  'reading',
  'spokenInteraction',
  'spokenProduction',
  'writing',
] as const;
export type CefrDimension = (typeof cefrDimensions)[number];

/** The levels of the dimensions that have one. */
export type LevelsByDimension = { readonly [D in CefrDimension]?: CefrLevel };

/** The EURES list LANGUAGE DIMENSION (rule BR-COM-37), which distinguishes two kinds of writing. */
export const euresDimensions: Readonly<Record<string, CefrDimension>> = {
  'cef-understanding-listening': 'listening',
  'cef-understanding-reading': 'reading',
  'cef-speaking-interaction': 'spokenInteraction',
  'cef-speaking-production': 'spokenProduction',
  'cef-writing-interaction': 'writing',
  'cef-writing-production': 'writing',
};

/** Returns the lowest of some levels, which a person has in every dimension. Null for none. */
export function lowestLevel(levels: readonly CefrLevel[]): CefrLevel | null {
  return byRank(levels)[0] ?? null;
}

/** Returns the highest of some levels, which suffices if every one is required. Null for none. */
export function highestLevel(levels: readonly CefrLevel[]): CefrLevel | null {
  return byRank(levels).at(-1) ?? null;
}

/** Returns the levels as a list. */
export function listLevels(levels: LevelsByDimension): CefrLevel[] {
  return cefrDimensions.flatMap((dimension) => levels[dimension] ?? []);
}

/**
 * Returns the dimensions if they say more than the overall level does; otherwise an empty object.
 */
export function dimensionsBeside(
  level: CefrLevel | null,
  dimensions: LevelsByDimension | undefined,
): { dimensions?: LevelsByDimension } {
  if (!dimensions || listLevels(dimensions).every((one) => one === level)) return {};
  return { dimensions };
}

/** Returns each level once, the lowest first. */
function byRank(levels: readonly CefrLevel[]): CefrLevel[] {
  return cefrLevels.filter((level) => levels.includes(level));
}
