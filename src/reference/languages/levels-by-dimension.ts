import { type CefrLevel, cefrLevels } from './cefr.ts';

/** What the self-assessment grid of the CEFR tells apart (Council of Europe 2001, table 2), in its order. */
export const cefrDimensions = [
  'listening',
  'reading',
  'spokenInteraction',
  'spokenProduction',
  'writing',
] as const;
export type CefrDimension = (typeof cefrDimensions)[number];

/** A level for each dimension of which one is named. */
export type LevelsByDimension = { readonly [D in CefrDimension]?: CefrLevel };

/** EURES list LANGUAGE DIMENSION (rule BR-COM-37), which tells two kinds of writing apart. */
export const euresDimensions: Readonly<Record<string, CefrDimension>> = {
  'cef-understanding-listening': 'listening',
  'cef-understanding-reading': 'reading',
  'cef-speaking-interaction': 'spokenInteraction',
  'cef-speaking-production': 'spokenProduction',
  'cef-writing-interaction': 'writing',
  'cef-writing-production': 'writing',
};

/** The lowest of some levels: what a person can do in every dimension. Null for none. */
export function lowestLevel(levels: readonly CefrLevel[]): CefrLevel | null {
  return byRank(levels)[0] ?? null;
}

/** The highest: what is asked for where none may be missed. Null for none. */
export function highestLevel(levels: readonly CefrLevel[]): CefrLevel | null {
  return byRank(levels).at(-1) ?? null;
}

/** The levels as a list. */
export function listLevels(levels: LevelsByDimension): CefrLevel[] {
  return cefrDimensions.flatMap((dimension) => levels[dimension] ?? []);
}

/** The dimensions, where they say more than the overall level does; else nothing at all. */
export function dimensionsBeside(
  level: CefrLevel | null,
  dimensions: LevelsByDimension | undefined,
): { dimensions?: LevelsByDimension } {
  if (!dimensions || listLevels(dimensions).every((one) => one === level)) return {};
  return { dimensions };
}

/** Each once, the lowest first. */
function byRank(levels: readonly CefrLevel[]): CefrLevel[] {
  return cefrLevels.filter((level) => levels.includes(level));
}
