import { iscoDistance } from '../../reference/isco/isco.ts';
import { missing, type Part } from './part.ts';

/** Value by shared leading digits of ISCO-08: none, major, sub-major, minor, unit group. */
const byDistance = [1, 0.7, 0.4, 0.15, 0] as const;
const byRelation = { same: 1, narrower: 0.95, broader: 0.9, sibling: 0.8 } as const;

/** The closest of the person's occupations to one of the vacancy's: ESCO relation, else ISCO. */
export const occupation: Part = (vacancy, candidate, { relationBetween }) => {
  if (vacancy.isco.length === 0 && vacancy.esco.length === 0) return missing('no occupation asked');
  const own = candidate.occupations.filter(({ isco, esco }) => isco !== null || esco !== null);
  if (own.length === 0) return missing('no occupation on record');
  let best = { value: 0, detail: 'another field of work' };
  const offer = (value: number, detail: string): void => {
    if (value > best.value) best = { value, detail };
  };
  for (const { isco, esco } of own) {
    for (const asked of vacancy.esco) {
      const relation = esco === null ? null : relationBetween(asked, esco);
      if (relation) offer(byRelation[relation], `ESCO: ${relation} occupation`);
    }
    for (const asked of isco === null ? [] : vacancy.isco) {
      const distance = iscoDistance(asked, isco ?? '');
      offer(byDistance[distance] ?? 0, `ISCO ${isco ?? ''} for ${asked}`);
    }
  }
  return best;
};
