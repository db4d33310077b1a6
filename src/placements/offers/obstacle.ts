import type { Match } from '../../matching/match.entity.ts';
import { QUOTA_FULL } from '../../matching/rules/quota-left.rule.ts';

/**
 * What prevents a job offer to the person of a match. `full-quota`: only that a national offer is
 * full, so the person may wait for a seat. `gate`: another gate, so no offer is possible.
 */
export type Obstacle = 'none' | 'full-quota' | 'gate';

/**
 * Returns the obstacle by the verdicts last stored, which are kept up to date with every fact.
 * Pure.
 */
export function obstacleOf({
  status,
  verdictList,
}: Pick<Match, 'status' | 'verdictList'>): Obstacle {
  if (status === 'proposed') return 'none';
  const against = verdictList.verdicts.filter(({ verdict }) => verdict !== 'pass');
  return against.every(({ reason }) => reason.code === QUOTA_FULL) ? 'full-quota' : 'gate';
}
