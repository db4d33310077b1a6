import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { completenessOf, pointsOf, shareOf } from './adding-up.ts';
import { availability } from './availability.ts';
import { education } from './education.ts';
import { experience } from './experience.ts';
import { languages } from './languages.ts';
import { licences } from './licences.ts';
import { occupation } from './occupation.ts';
import { type Part, type PartValue, type ScoringContext, unknownValue } from './part.ts';
import { skills } from './skills.ts';
import { type PartName, partNames } from './weights.ts';
import { wishes } from './wishes.ts';

const parts: Record<PartName, Part> = {
  occupation,
  skills,
  languages,
  experience,
  education,
  licences,
  wishes,
  availability,
};

export interface Contribution extends PartValue {
  part: PartName;
  /** The thousandths that the part adds to the score. All points add up to it exactly. */
  points: number;
  /** The most that the part could add, in thousandths. */
  of: number;
}

export interface Score {
  /** Thousandths of what the known parts could give, 0 to 1000. */
  total: number;
  /** The share of all weight that is known, 0 to 1. */
  completeness: number;
  contributions: Contribution[];
}

/**
 * Returns the score of a candidate for a vacancy: the weighted mean of the parts that both sides
 * say something about. It is in whole thousandths, so that the parts add up and every run repeats
 * it bit for bit.
 */
export function score(
  vacancy: VacancyFacts,
  candidate: CandidateFacts,
  context: ScoringContext,
): Score {
  const judged = partNames.map((part) => parts[part](vacancy, candidate, context));
  const known = judged.reduce((bits, { value }, at) => bits | (value === null ? 0 : 1 << at), 0);
  // Written out because this is the innermost of all loops, and copying objects is slow.
  const contributions = partNames.map((part, at): Contribution => {
    const { value, detail, silent, lacks } = judged[at] ?? unknownValue('vacancy');
    const of = shareOf(known, at);
    return { part, value, detail, silent, lacks, of, points: pointsOf(of, value ?? 0) };
  });
  const total = contributions.reduce((sum, { points }) => sum + points, 0);
  return { total, completeness: completenessOf(known), contributions };
}
