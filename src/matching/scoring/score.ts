import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { availability } from './availability.ts';
import { education } from './education.ts';
import { experience } from './experience.ts';
import { languages } from './languages.ts';
import { occupation } from './occupation.ts';
import type { Part, ScoringContext } from './part.ts';
import { skills } from './skills.ts';
import { type PartName, weights } from './weights.ts';
import { wishes } from './wishes.ts';

const parts: Record<PartName, Part> = {
  occupation,
  skills,
  languages,
  experience,
  education,
  wishes,
  availability,
};

export interface Contribution {
  part: PartName;
  /** 0 to 1; null where a side says nothing, which is neither reward nor punishment. */
  value: number | null;
  /** What it adds to the score, in thousandths; all of them add up to it exactly. */
  points: number;
  /** What it could add at most. */
  of: number;
  detail: string;
}

export interface Score {
  /** Thousandths of what the known parts could give, 0 to 1000. */
  total: number;
  /** The share of all weight that is known, 0 to 1. */
  completeness: number;
  contributions: Contribution[];
}

const ALL = Object.values(weights).reduce<number>((sum, weight) => sum + weight, 0);

/**
 * The score of a person for a vacancy: the weighted mean of the parts that both sides say something
 * about. Whole thousandths, so that the parts add up and any run repeats bit for bit.
 */
export function score(
  vacancy: VacancyFacts,
  candidate: CandidateFacts,
  context: ScoringContext,
): Score {
  const judged = Object.entries(parts).map(([name, part]) => {
    const named = name as PartName;
    return { part: named, weight: weights[named], ...part(vacancy, candidate, context) };
  });
  const known = judged.reduce((sum, { value, weight }) => sum + (value === null ? 0 : weight), 0);
  let counted = 0;
  const upTo = (weight: number): number => Math.round((weight * 1000) / known);
  const contributions = judged.map(({ part, value, weight, detail }) => {
    // What is left by rounding goes to the next part, so that all of them can reach 1000, no more.
    const of = value === null ? 0 : upTo(counted + weight) - upTo(counted);
    counted += value === null ? 0 : weight;
    return { part, value, of, points: Math.round(of * (value ?? 0)), detail };
  });
  const total = contributions.reduce((sum, { points }) => sum + points, 0);
  return { total, completeness: known / ALL, contributions };
}
