import type { Candidate } from '../../candidates/candidate.entity.ts';
import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import { type Versions, versionsOf } from '../decision-versions.entity.ts';
import type { Match } from '../match.entity.ts';
import type { Language } from '../../platform/language/language.ts';
import { citationIn } from '../reasons/citations.ts';
import { reasonSentence } from '../reasons/reason-sentence.ts';
import { sayings } from '../reasons/sayings.ts';
import { skillLabelsOf } from '../reasons/skill-labels.ts';
import { contributionsIn, type ToldContribution, joinParts } from '../reasons/told-contribution.ts';
import type { Reason, Result } from '../rules/rule.ts';
import { rules } from '../rules/rules.ts';
import type { TierAssignment } from '../rules/tiers.ts';

/**
 * What an employer sees of a candidate before both agree to share more; nothing identifies the
 * candidate.
 */
export type Profile = Pick<
  Candidate,
  | 'occupations' | 'skills' | 'languages' | 'educationLevel' | 'educationField' | 'licences'
  | 'desiredCountries' | 'desiredPay' | 'availableFromOn' | 'availableUntilOn' // prettier-ignore
>;

/** What an agency sees of a vacancy. */
export type Opening = Pick<
  Vacancy,
  'title' | 'employerName' | 'state' | 'locations' | 'isco' | 'positions' | 'startsOn' | 'endsOn'
>;

interface VerdictView extends Reason {
  rule: string;
  /** The act and article that the rule is based on. */
  basis: string;
  verdict: Result['verdict'];
  /** The date until which the rule makes the candidate wait; null for other verdicts. */
  until: string | null;
  /** The reason as a sentence in the language asked for, as is `basis`. */
  sentence: string;
}

/** The fields of a decision that the API returns as stored. */
const asStored = [
  'id', 'vacancyId', 'candidateId', 'state', 'status', 'waitUntilOn', 'position', 'precedence',
  'score', 'completeness', 'decidedOn', 'outcome', 'outcomeReason', 'outcomeAt', 'version',
  'createdAt', 'updatedAt',
] as const satisfies (keyof Match)[]; // prettier-ignore
type AsStored = Pick<Match, (typeof asStored)[number]>;

/** One decision as every party with access to it sees it, each in their own language. */
export interface MatchView extends AsStored {
  /** The position among proposed candidates, from 1; null for all others. */
  rank: number | null;
  tier: TierAssignment;
  contributions: ToldContribution[];
  verdicts: VerdictView[];
  versions: Versions;
  /** The reason for this status, in one sentence. */
  why: string;
  profile?: Profile;
  vacancy?: Opening;
}

const bases = new Map(rules.map(({ code, basis }) => [code, basis]));

/**
 * Returns decisions as the API returns them. Verdicts and contributions that many candidates share
 * are put into words once.
 *
 * @param vacancies - those of the decisions, by id
 */
export function viewsOfMatches(
  matches: readonly Match[],
  vacancies: ReadonlyMap<string, Vacancy>,
  language: Language,
): MatchView[] {
  const told = new Map<string, VerdictView[]>();
  const tellers = new Map(
    [...vacancies].map(([id, vacancy]) => [id, contributionsIn(language, skillLabelsOf(vacancy))]),
  );
  const plainly = contributionsIn(language);
  return matches.map((match) => {
    const tell = tellers.get(match.vacancyId) ?? plainly;
    const { hash } = match.verdictList;
    const verdicts = told.get(hash) ?? verdictsOf(match, language);
    told.set(hash, verdicts);
    return viewOf(match, { verdicts, contributions: match.contributions.map(tell), language });
  });
}

function verdictsOf({ verdictList }: Match, language: Language): VerdictView[] {
  return verdictList.verdicts.map((verdict) => ({
    rule: verdict.rule,
    basis: citationIn(bases.get(verdict.rule) ?? '', language),
    verdict: verdict.verdict,
    until: verdict.verdict === 'wait' ? verdict.until : null,
    ...verdict.reason,
    sentence: reasonSentence(verdict.reason, { language, audience: 'agency' }),
  }));
}

function storedFieldsOf(match: Match): AsStored {
  return Object.fromEntries(asStored.map((name) => [name, match[name]])) as unknown as AsStored;
}

function viewOf(match: Match, told: DecisionInWords): MatchView {
  const { tier, tierBecause: because, tierCitation } = match;
  const { verdicts, contributions, language } = told;
  return {
    ...storedFieldsOf(match),
    rank: match.status === 'proposed' ? match.position : null,
    tier: { tier, because, citation: citationIn(tierCitation, language) },
    contributions,
    verdicts,
    versions: versionsOf(match),
    why: whyOf(match, told),
  };
}

interface DecisionInWords extends Pick<MatchView, 'verdicts' | 'contributions'> {
  language: Language;
}

function whyOf(
  { status, precedence }: Match,
  { verdicts, contributions, language }: DecisionInWords,
): string {
  const wanted = status === 'held-back' ? 'exclude' : 'wait';
  const decisive = verdicts.find(({ verdict }) => verdict === wanted);
  if (status !== 'proposed' && decisive) return decisive.sentence;
  const known = contributions.filter(({ points }) => points > 0);
  const best = known.toSorted((a, b) => b.points - a.points).slice(0, 3);
  const parts = joinParts(best, language);
  if (precedence === null) return parts;
  const before = sayings.say(`precedence-${precedence}`, language);
  return [before, parts].join(sayings.say('semicolon', language));
}
