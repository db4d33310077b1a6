import type { Match } from '../match.entity.ts';
import type { LawRule } from '../law/law-rule.ts';

/** A person with preference who was put forward, and what the employer did. Nobody is named. */
export interface DomesticMatch extends Pick<
  Match,
  'id' | 'tier' | 'score' | 'outcome' | 'outcomeReason' | 'outcomeAt'
> {
  /** Fits so well that the employer has to invite them. */
  mustBeInvited: boolean;
  /** What the employer still owes: an invitation, or why they were not hired. */
  owed: 'invitation' | 'outcome' | null;
}

type Stored = Pick<Match, 'id' | 'tier' | 'score' | 'outcome' | 'outcomeReason' | 'outcomeAt'>;

/** The strictest duty in force: the one with the lowest score. */
export function dutyOf(
  duties: readonly LawRule<'duty-to-invite'>[],
): LawRule<'duty-to-invite'> | null {
  return duties.toSorted((a, b) => a.parameters.score - b.parameters.score)[0] ?? null;
}

/** What is owed to each person with preference; `duty` is null where the state has none. */
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

/** Whoever was invited is owed an outcome; every other outcome was recorded with its reason. */
function owedTo(outcome: Match['outcome']): DomesticMatch['owed'] {
  if (outcome === null) return 'invitation';
  return outcome === 'invited' ? 'outcome' : null;
}
