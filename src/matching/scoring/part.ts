import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import type { Detail } from './details.ts';

/** What one part says. */
export interface PartValue {
  /** From 0 to 1, or null where a side says nothing about it. */
  value: number | null;
  /** What the value rests on. */
  detail: Detail;
  /** Who says nothing; null where both do. */
  silent: 'vacancy' | 'person' | null;
  /** What is asked and the person does not have: ESCO URIs, words, `fr:3`, `fr:writing:3`, `C1`. */
  lacks: readonly string[];
}

/** One named, pure part of the score. */
export type Part = (
  vacancy: VacancyFacts,
  candidate: CandidateFacts,
  context: ScoringContext,
) => PartValue;

/** What ESCO says of occupations and skills; OccupationGraph is one, empty without ESCO. */
export interface EscoKnowledge {
  /** How two occupations stand to each other; null where ESCO relates them in no way. */
  relationBetween: (a: string, b: string) => 'same' | 'broader' | 'narrower' | 'sibling' | null;
  /** The share of the essential skills of `asked` that are essential for `own` too, 0 to 1. */
  overlapBetween: (asked: string, own: string) => number;
  /** Of some occupations those that `asked` is related to or shares an essential skill with, and maybe more. */
  kindred: (asked: string, among: readonly string[]) => readonly string[];
  /** How telling a skill is, 1 to 100: 100 for one that few occupations ask for, and for words. */
  rarityOf: (skill: string) => number;
  /** The skills right above and below in the hierarchy. */
  nearSkills: (skill: string) => readonly string[];
}

/** What the parts know besides the two sides. */
export interface ScoringContext {
  /** The date of the decision. */
  on: string;
  esco: EscoKnowledge;
}

export function known(value: number, detail: Detail, lacks: readonly string[] = []): PartValue {
  return { value, detail, silent: null, lacks };
}

/** Neither reward nor punishment: the part does not count. */
export function unknown(silent: 'vacancy' | 'person'): PartValue {
  return { value: null, detail: '', silent, lacks: [] };
}
