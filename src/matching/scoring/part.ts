import type { CandidateFacts, VacancyFacts } from '../facts.ts';

/** What one part says: a value from 0 to 1, or null where a side says nothing about it. */
export interface PartValue {
  value: number | null;
  /** For people: what the value rests on. */
  detail: string;
}

/** One named, pure part of the score. */
export type Part = (
  vacancy: VacancyFacts,
  candidate: CandidateFacts,
  context: ScoringContext,
) => PartValue;

/** What the parts know besides the two sides. */
export interface ScoringContext {
  on: string;
  /** How two ESCO occupations stand to each other; null without ESCO or without a relation. */
  relationBetween: (a: string, b: string) => 'same' | 'broader' | 'narrower' | 'sibling' | null;
}

export function missing(detail: string): PartValue {
  return { value: null, detail };
}
