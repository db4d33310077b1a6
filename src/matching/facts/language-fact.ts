import { type CefrLevel, cefrRank } from '../../reference/languages/cefr.ts';
import {
  cefrDimensions,
  type LevelsByDimension,
} from '../../reference/languages/levels-by-dimension.ts';
import type { LanguageFact } from '../facts.ts';

interface Levels {
  code: string;
  /** Asked without a level: some knowledge of it, A1. */
  level: CefrLevel | null;
  dimensions?: LevelsByDimension;
}

/** A language at the levels in which it is known or asked; a dimension without one is as the whole. */
export function languageFactOf({ code, level, dimensions }: Levels): LanguageFact {
  const rank = cefrRank(level ?? 'A1');
  if (!dimensions) return { code, rank };
  const ranks = cefrDimensions.map((name) => cefrRank(dimensions[name] ?? '') || rank);
  return { code, rank, ranks };
}
