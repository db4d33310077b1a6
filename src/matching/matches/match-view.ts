import type { Candidate } from '../../candidates/candidate.entity.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { type Versions, versionsOf } from '../decision-versions.entity.ts';
import type { Match } from '../match.entity.ts';
import type { Precedence } from '../match-vacancy.ts';
import { reasonSentence } from '../reasons/reason-sentence.ts';
import type { Reason, Result } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';

/** What an employer sees of a person before both agreed to more: nothing that names them. */
export type Profile = Pick<
  Candidate,
  | 'occupations' | 'skills' | 'languages' | 'educationLevel' | 'educationField' | 'licences'
  | 'desiredCountries' | 'desiredPay' | 'availableFromOn' | 'availableUntilOn' // prettier-ignore
>;

/** What an agency sees of the vacancy. */
export type Opening = Pick<
  Vacancy,
  'title' | 'employerName' | 'state' | 'locations' | 'isco' | 'positions' | 'startsOn' | 'endsOn'
>;

interface VerdictView extends Reason {
  rule: string;
  /** The act and article that the rule rests on. */
  basis: string;
  verdict: Result['verdict'];
  /** Not before this date; null unless waiting. */
  until: string | null;
  /** In English, for people. */
  sentence: string;
}

/** One decision, told alike to everybody who may know of it. */
export interface MatchView extends Omit<
  Match,
  | 'organisationId' | 'agencyId' | 'verdictList' | 'madeWith' | 'snapshot'
  | 'vacancyInput' | 'candidateInput' | 'stateInput'
  | 'tier' | 'tierBecause' | 'tierCitation' // prettier-ignore
> {
  /** From 1 among those proposed; null for all others. */
  rank: number | null;
  tier: { tier: string; because: string; citation: string };
  verdicts: VerdictView[];
  versions: Versions;
  /** Why this status, in one sentence. */
  why: string;
  profile?: Profile;
  vacancy?: Opening;
}

const bases = new Map(rules.map(({ code, basis }) => [code, basis]));

/** Decisions as they leave by the API. What is said of many people alike is put into words once. */
export function viewsOfMatches(matches: readonly Match[]): MatchView[] {
  const told = new Map<string, VerdictView[]>();
  return matches.map((match) => {
    const { hash } = match.verdictList;
    const verdicts = told.get(hash) ?? verdictsOf(match);
    told.set(hash, verdicts);
    return viewOf(match, verdicts);
  });
}

function verdictsOf({ verdictList }: Match): VerdictView[] {
  return verdictList.verdicts.map((verdict) => ({
    rule: verdict.rule,
    basis: bases.get(verdict.rule) ?? '',
    verdict: verdict.verdict,
    until: verdict.verdict === 'wait' ? verdict.until : null,
    ...verdict.reason,
    sentence: reasonSentence(verdict.reason),
  }));
}

function viewOf(match: Match, verdicts: VerdictView[]): MatchView {
  const { organisationId: _, agencyId: __, verdictList: ___, ...shown } = match;
  const { tier, tierBecause, tierCitation, madeWith: ____, snapshot: _____, ...rest } = shown;
  return {
    ...rest,
    rank: match.status === 'proposed' ? match.position : null,
    tier: { tier, because: tierBecause, citation: tierCitation },
    verdicts,
    versions: versionsOf(match),
    why: whyOf(match, verdicts),
  };
}

const precedences: Record<Precedence, string> = {
  returned: 'came and went home before, so first in the tier',
  trained: 'trained for this work, so before others of the tier',
};

function whyOf(
  { status, contributions, precedence }: Match,
  verdicts: readonly VerdictView[],
): string {
  const wanted = status === 'held-back' ? 'exclude' : 'wait';
  const decisive = verdicts.find(({ verdict }) => verdict === wanted);
  if (status !== 'proposed' && decisive) return decisive.sentence;
  const known = contributions.filter(({ points }) => points > 0);
  const best = known.toSorted((a, b) => b.points - a.points).slice(0, 3);
  const parts = best.map(({ part, detail }) => `${part}: ${detail}`);
  return [...(precedence === null ? [] : [precedences[precedence]]), ...parts].join('; ');
}
