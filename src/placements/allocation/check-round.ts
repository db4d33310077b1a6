import type { Quota } from '../../quotas/quota.entity.ts';
import { notUsable } from '../placements.errors.ts';
import type { AllocationRoundDto, CriterionDto } from './allocation-rounds.dto.ts';
import type { AllocationMode, DrawInputs } from './draw.ts';

/** Where a draw breaks ties, or decides everything. */
const drawn: readonly AllocationMode[] = ['lottery', 'points', 'stable'];

/** @throws ProblemError 400 for what does not fit the mode, the offer or the calendar */
export function assertUsable(
  dto: AllocationRoundDto,
  { endsOn }: Pick<Quota, 'endsOn'>,
  today: string,
): void {
  const { mode, opensOn, closesOn, criteria = [], batches, publicSource } = dto;
  if (opensOn < today) throw notUsable('/opensOn', 'date-past', 'It would open in the past.');
  if (closesOn < opensOn) {
    throw notUsable('/closesOn', 'dates-out-of-order', 'It closes before it opens.');
  }
  if (closesOn >= endsOn) {
    throw notUsable('/closesOn', 'after-offer', `The offer itself ends on ${endsOn}.`);
  }
  if ((mode === 'points') !== criteria.length > 0) {
    throw notUsable('/criteria', 'criteria-mode', 'Criteria are for points, and points need them.');
  }
  if ((mode === 'batches') !== (batches !== undefined)) {
    throw notUsable('/batches', 'batches-mode', 'Say how many, for batches and for these alone.');
  }
  if (publicSource !== undefined && !drawn.includes(mode)) {
    throw notUsable('/publicSource', 'nothing-drawn', 'The order of arrival needs no draw.');
  }
  criteria.forEach(assertCriterion);
}

const needs: Record<DrawInputs['criteria'][number]['kind'], 'atLeast' | 'codes' | null> = {
  'verified-return': null,
  'trained-abroad': null,
  'match-score': 'atLeast',
  'contract-days': 'atLeast',
  region: 'codes',
  occupation: 'codes',
};

function assertCriterion({ kind, atLeast, codes }: CriterionDto, index: number): void {
  const given = { atLeast: atLeast !== undefined, codes: (codes ?? []).length > 0 };
  const need = needs[kind];
  if (given.atLeast === (need === 'atLeast') && given.codes === (need === 'codes')) return;
  const detail = need === null ? `${kind} takes nothing else.` : `${kind} takes ${need} alone.`;
  throw notUsable(`/criteria/${index}`, 'criterion-incomplete', detail);
}
