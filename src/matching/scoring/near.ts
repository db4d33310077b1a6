import type { CandidateFacts, VacancyFacts } from '../facts.ts';
import { closenessOf, hasOccupationCode } from './occupation.ts';
import type { EscoKnowledge } from './part.ts';
import { NEAR } from './weights.ts';
import { isWished } from './wishes.ts';

/**
 * Returns whether a candidate may be considered for a vacancy at all: by an occupation near enough
 * or, if none is on record, by a wish for this work. Missing data neither excludes nor admits a
 * candidate.
 */
export function isNear(
  vacancy: VacancyFacts,
  candidate: CandidateFacts,
  esco: EscoKnowledge,
): boolean {
  const told = candidate.occupations.filter(hasOccupationCode);
  if (told.length > 0) return told.some((own) => closenessOf(vacancy, own, esco).value >= NEAR);
  return candidate.desiredOccupations.some((code) => isWished(vacancy, code));
}
