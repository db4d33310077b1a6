import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import type { Detail } from './details.ts';

/** The result of one part. */
export interface PartValue {
  /** From 0 to 1, or null if a side says nothing about it. */
  value: number | null;
  /** The reason for the value. */
  detail: Detail;
  /** The side that says nothing (the vacancy, if both); null if neither is silent. */
  silent: 'vacancy' | 'person' | null;
  /**
   * What is asked for and the candidate lacks: ESCO URIs, words, `fr:3`, `fr:writing:3`, `C1`
   * (licence).
   */
  lacks: readonly string[];
}

/** One named, pure part of the score. */
export type Part = (
  vacancy: VacancyFacts,
  candidate: CandidateFacts,
  context: ScoringContext,
) => PartValue;

/**
 * What ESCO says of occupations and skills. OccupationGraph implements it, and is empty without
 * ESCO.
 */
export interface EscoKnowledge {
  /** Returns the relation between two occupations; null if ESCO does not relate them. */
  relationBetween: (a: string, b: string) => 'same' | 'broader' | 'narrower' | 'sibling' | null;
  /** Returns the share of the essential skills of `asked` that are essential for `own`, 0 to 1. */
  overlapBetween: (asked: string, own: string) => number;
  /**
   * Returns the occupations in `among` that are related to `asked` or share an essential skill with
   * it; the result may include others.
   */
  kindred: (asked: string, among: readonly string[]) => readonly string[];
  /** Returns how telling a skill is, 1 to 100: 100 if few occupations ask for it, and for words. */
  rarityOf: (skill: string) => number;
  /** Returns the skills directly above and below in the hierarchy. */
  nearSkills: (skill: string) => readonly string[];
}

/** What the parts know besides the two sides. */
export interface ScoringContext {
  /** The date of the decision, `yyyy-mm-dd`. */
  on: string;
  esco: EscoKnowledge;
}

/** Returns the value of a part, 0 to 1, that both sides say something about. */
export function knownValue(
  value: number,
  detail: Detail,
  lacks: readonly string[] = [],
): PartValue {
  return { value, detail, silent: null, lacks };
}

/** Returns the value of a part that does not count: silence is neither rewarded nor punished. */
export function unknownValue(silent: 'vacancy' | 'person'): PartValue {
  return { value: null, detail: '', silent, lacks: [] };
}
