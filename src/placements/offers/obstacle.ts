import type { Match } from '../../matching/match.entity.ts';
import { QUOTA_FULL } from '../../matching/rules/quota-left.rule.ts';

/**
 * What stands against offering to the person of a match: nothing; no more than that a national offer is
 * full, so that they may wait for a seat; or another gate, and then nobody may.
 */
export type Obstacle = 'none' | 'full-quota' | 'gate';

/** By the verdicts last stored, which follow every fact. Pure. */
export function obstacleOf({
  status,
  verdictList,
}: Pick<Match, 'status' | 'verdictList'>): Obstacle {
  if (status === 'proposed') return 'none';
  const against = verdictList.verdicts.filter(({ verdict }) => verdict !== 'pass');
  return against.every(({ reason }) => reason.code === QUOTA_FULL) ? 'full-quota' : 'gate';
}
