import { type CefrLevel, cefrRank } from '../../reference/languages/cefr.ts';
import {
  cefrDimensions,
  type LevelsByDimension,
} from '../../reference/languages/levels-by-dimension.ts';
import type { LanguageFact } from '../facts.ts';

interface Levels {
  code: string;
  /** Null if a language is asked for without a level: some knowledge, so A1. */
  level: CefrLevel | null;
  dimensions?: LevelsByDimension;
}

/**
 * Returns a language with its CEFR ranks, 1 to 6. A dimension without a level takes the overall
 * one.
 */
export function languageFactOf({ code, level, dimensions }: Levels): LanguageFact {
  const rank = cefrRank(level ?? 'A1');
  if (!dimensions) return { code, rank };
  const ranks = cefrDimensions.map((name) => cefrRank(dimensions[name] ?? '') || rank);
  return { code, rank, ranks };
}
