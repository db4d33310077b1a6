import { iscoDistance } from '../../reference/isco/isco.ts';
import type { OccupationFact, VacancyFacts } from '../facts.ts';
import type { Detail } from './details.ts';
import { type EscoKnowledge, knownValue, type Part, unknownValue } from './part.ts';
import { BY_ESSENTIAL_SKILLS, byEscoRelation, byIscoDistance } from './weights.ts';

interface Closeness {
  value: number;
  detail: Detail;
}

const FAR: Closeness = { value: 0, detail: 'other-field' };

/** Scores the candidate's closest occupation to one of the vacancy's. */
export const occupation: Part = (vacancy, candidate, { esco }) => {
  if (!asksForOccupation(vacancy)) return unknownValue('vacancy');
  const own = candidate.occupations.filter(hasOccupationCode);
  if (own.length === 0) return unknownValue('person');
  const { value, detail } = own
    .map((one) => closenessOf(vacancy, one, esco))
    .reduce((best, one) => (one.value > best.value ? one : best), FAR);
  return knownValue(value, detail);
};

/** Returns whether the vacancy names an occupation by any code. */
export function asksForOccupation({ isco, esco }: Pick<VacancyFacts, 'isco' | 'esco'>): boolean {
  return isco.length > 0 || esco.length > 0;
}

/** Returns whether the occupation has a code in any classification. */
export function hasOccupationCode({ isco, esco }: Pick<OccupationFact, 'isco' | 'esco'>): boolean {
  return isco !== null || esco !== null;
}

/**
 * Returns how close an occupation is to those asked for, 0 to 1, and why. Takes the best of three
 * measures: common digits of ISCO-08, the relation in the ESCO hierarchy, and common essential
 * skills.
 */
export function closenessOf(
  asked: Pick<VacancyFacts, 'isco' | 'esco'>,
  own: Pick<OccupationFact, 'isco' | 'esco'>,
  esco: EscoKnowledge,
): Closeness {
  const byIsco = own.isco === null ? [] : asked.isco.map((code) => inIsco(code, own.isco ?? ''));
  const byEsco =
    own.esco === null ? [] : asked.esco.map((uri) => inEsco(uri, own.esco ?? '', esco));
  return [...byEsco, ...byIsco].reduce((best, one) => (one.value > best.value ? one : best), FAR);
}

function inIsco(asked: string, own: string): Closeness {
  const value = byIscoDistance[iscoDistance(asked, own)] ?? 0;
  return { value, detail: `isco ${own} ${asked}` };
}

function inEsco(asked: string, own: string, esco: EscoKnowledge): Closeness {
  const relation = esco.relationBetween(asked, own);
  const shared = esco.overlapBetween(asked, own);
  const value = byRelationOrSkills(relation, shared);
  if (relation !== null && byEscoRelation[relation] === value) return { value, detail: relation };
  return { value, detail: `shared-skills ${Math.round(100 * shared)}` };
}

/**
 * Returns how close two ESCO occupations are, 0 to 1: by their relation in the hierarchy or by
 * common essential skills, whichever is more.
 */
export function closenessInEsco(asked: string, own: string, esco: EscoKnowledge): number {
  return byRelationOrSkills(esco.relationBetween(asked, own), esco.overlapBetween(asked, own));
}

function byRelationOrSkills(
  relation: ReturnType<EscoKnowledge['relationBetween']>,
  shared: number,
): number {
  return Math.max(relation === null ? 0 : byEscoRelation[relation], BY_ESSENTIAL_SKILLS * shared);
}
