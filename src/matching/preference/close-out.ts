import type { Match } from '../match.entity.ts';
import type { LawRule } from '../law/law-rule.ts';

/**
 * A proposed candidate with preference, and what the employer did. It does not identify the
 * candidate.
 */
export interface DomesticMatch extends Pick<
  Match,
  'id' | 'tier' | 'score' | 'outcome' | 'outcomeReason' | 'outcomeAt'
> {
  /** Whether the candidate scores so well that the employer has to invite them. */
  mustBeInvited: boolean;
  /** What the employer still owes: an invitation, or the reason why the candidate was not hired. */
  owed: 'invitation' | 'outcome' | null;
}

type Stored = Pick<Match, 'id' | 'tier' | 'score' | 'outcome' | 'outcomeReason' | 'outcomeAt'>;

/** Returns the strictest duty in force: the one with the lowest score. Null without any. */
export function dutyOf(
  duties: readonly LawRule<'duty-to-invite'>[],
): LawRule<'duty-to-invite'> | null {
  return duties.toSorted((a, b) => a.parameters.score - b.parameters.score)[0] ?? null;
}

/** Returns what is owed to each candidate with preference. `duty` is null if the state has none. */
export function domesticMatches(
  matches: readonly Stored[],
  duty: LawRule<'duty-to-invite'> | null,
): DomesticMatch[] {
  return matches.map(({ id, tier, score, outcome, outcomeReason, outcomeAt }) => {
    const mustBeInvited = duty !== null && score >= duty.parameters.score;
    const owed = mustBeInvited ? owedTo(outcome) : null;
    return { id, tier, score, outcome, outcomeReason, outcomeAt, mustBeInvited, owed };
  });
}

/**
 * Returns what is owed after an outcome. An invited candidate is owed a final outcome; every other
 * outcome was recorded with its reason.
 */
function owedTo(outcome: Match['outcome']): DomesticMatch['owed'] {
  if (outcome === null) return 'invitation';
  return outcome === 'invited' ? 'outcome' : null;
}
