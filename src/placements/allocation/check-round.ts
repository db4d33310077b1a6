import type { Quota } from '../../quotas/quota.entity.ts';
import {
  batchesForBatches,
  closesAfterOffer,
  closesBeforeItOpens,
  criteriaForPoints,
  criterionIncomplete,
  nothingIsDrawn,
  opensInThePast,
} from './allocation-rounds.errors.ts';
import type { AllocationRoundDto, CriterionDto } from './allocation-rounds.dto.ts';
import type { AllocationMode, DrawInputs } from './drawing/draw.ts';

/** The modes in which a draw decides, be it only between equals. */
const modesWithDraw: readonly AllocationMode[] = ['lottery', 'points', 'stable'];

/**
 * Checks a round before it is announced.
 * @throws ProblemError 400 for anything that does not fit the mode, the offer or the calendar
 */
export function assertUsable(
  dto: AllocationRoundDto,
  { endsOn }: Pick<Quota, 'endsOn'>,
  today: string,
): void {
  const { mode, opensOn, closesOn, criteria = [], batches, publicSource } = dto;
  if (opensOn < today) throw opensInThePast();
  if (closesOn < opensOn) throw closesBeforeItOpens();
  if (closesOn >= endsOn) throw closesAfterOffer(endsOn);
  if ((mode === 'points') !== criteria.length > 0) throw criteriaForPoints();
  if ((mode === 'batches') !== (batches !== undefined)) throw batchesForBatches();
  if (publicSource !== undefined && !modesWithDraw.includes(mode)) throw nothingIsDrawn();
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
  throw criterionIncomplete(index, kind, need);
}
