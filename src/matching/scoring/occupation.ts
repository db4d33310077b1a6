import { iscoDistance } from '../../reference/isco/isco.ts';
import type { OccupationFact, VacancyFacts } from '../facts.ts';
import type { Detail } from './details.ts';
import { type EscoKnowledge, known, type Part, unknown } from './part.ts';
import { BY_ESSENTIAL_SKILLS, byEscoRelation, byIscoDistance } from './weights.ts';

interface Closeness {
  value: number;
  detail: Detail;
}

const FAR: Closeness = { value: 0, detail: 'other-field' };

/** The closest of the person's occupations to one of the vacancy's. */
export const occupation: Part = (vacancy, candidate, { esco }) => {
  if (!asksForOccupation(vacancy)) return unknown('vacancy');
  const own = candidate.occupations.filter(isTold);
  if (own.length === 0) return unknown('person');
  const { value, detail } = own
    .map((one) => closenessOf(vacancy, one, esco))
    .reduce((best, one) => (one.value > best.value ? one : best), FAR);
  return known(value, detail);
};

export function asksForOccupation({ isco, esco }: Pick<VacancyFacts, 'isco' | 'esco'>): boolean {
  return isco.length > 0 || esco.length > 0;
}

export function isTold({ isco, esco }: Pick<OccupationFact, 'isco' | 'esco'>): boolean {
  return isco !== null || esco !== null;
}

/**
 * How close one occupation is to those asked, 0 to 1: by the digits of ISCO-08 that they share, by
 * their place in the hierarchy of ESCO, or by the essential skills that they share, whichever says
 * more.
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

/** How close two ESCO occupations are: by their place in its hierarchy, or by the essential skills. */
export function closenessInEsco(asked: string, own: string, esco: EscoKnowledge): number {
  return byRelationOrSkills(esco.relationBetween(asked, own), esco.overlapBetween(asked, own));
}

function byRelationOrSkills(
  relation: ReturnType<EscoKnowledge['relationBetween']>,
  shared: number,
): number {
  return Math.max(relation === null ? 0 : byEscoRelation[relation], BY_ESSENTIAL_SKILLS * shared);
}
