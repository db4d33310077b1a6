import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.ts';
import { Database } from '../../platform/database/database.ts';
import { getOne } from '../../platform/database/rows.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import type { Language } from '../../platform/language/language.ts';
import { momentOf } from '../../platform/http/as-of.ts';
import { loadProfiles } from '../facts/load-profiles.ts';
import { Match } from '../match.entity.ts';
import type { Decision } from '../match-vacancy.ts';
import type { ExplanationQuery } from '../matching.dto.ts';
import { matchNotFound } from '../matching.errors.ts';
import { citationIn } from '../reasons/citations.ts';
import { type Audience, reasonSentence } from '../reasons/reason-sentence.ts';
import { MatchReevaluation } from '../replay/match-reevaluation.service.ts';
import { consent } from '../rules/consent.rule.ts';
import { rules } from '../rules/rules.ts';
import type { TierAssignment } from '../rules/tiers.ts';

/** One decision in words. It mentions only this candidate and this vacancy. */
export interface Explanation {
  matchId: string;
  language: Language;
  audience: Audience;
  status: Match['status'];
  /** The last of the dates that the rules wait for; null unless `waiting`. */
  waitUntilOn: string | null;
  /** The day whose rules apply: that of the stored decision, or the one asked for. */
  decidedOn: string;
  /**
   * For a decision made again, the moment up to which facts were known. Null: as stored, or as of
   * now.
   */
  asOf: string | null;
  /** What holds the candidate back or lets them wait; empty if they are proposed. */
  decisive: ExplainedVerdict[];
  verdicts: ExplainedVerdict[];
  tier: TierAssignment;
}

interface ExplainedVerdict {
  rule: string;
  verdict: 'pass' | 'exclude' | 'wait';
  sentence: string;
  /** The act and article. */
  citation: string;
}

const bases = new Map(rules.map(({ code, basis }) => [code, basis]));

/** Explains a stored decision to each party, in words and a language that suit them. */
@Injectable()
export class Explanations {
  constructor(
    private readonly database: Database,
    private readonly reevaluation: MatchReevaluation,
    private readonly clock: Clock,
  ) {}

  /**
   * Explains a decision as stored. For another day or moment, explains what is decided with what
   * applied then.
   *
   * @throws ProblemError 404 if the caller cannot see the decision, or may not see it for that day;
   * 409 if its facts were not recorded
   */
  async of(id: string, query: ExplanationQuery, language: Language): Promise<Explanation> {
    const { audience = ownAudience(), on, asOf = null } = query;
    const match = await this.database.transaction((sql) =>
      getOne(sql, Match, { id }, matchNotFound),
    );
    if (!(await this.isShown(match))) throw matchNotFound();
    const options = { language, audience, asOf };
    if (on === undefined && asOf === null) return explain(match, options);
    const { role } = currentTenant();
    const keepsMajority = role !== 'agency';
    const asked = { on: on ?? match.decidedOn, asOf: momentOf(query), keepsMajority };
    const decision = await this.reevaluation.decide(match, asked);
    if (role === 'employer' && !isConsented(decision)) throw matchNotFound();
    return explain(asDecidedAgain(match, asked.on, decision), options);
  }

  /** An employer reads of nobody whose consent has ended, as in the list of matches. */
  private async isShown(match: Match): Promise<boolean> {
    if (currentTenant().role !== 'employer') return true;
    const today = this.clock.today();
    const profiles = await this.database.asSystem((sql) => loadProfiles(sql, [match], today));
    return profiles.has(match);
  }
}

/** An employer reads nothing of a candidate for a day on which they had not consented. */
function isConsented({ verdicts }: Decision): boolean {
  return verdicts.some(({ rule, verdict }) => rule === consent.code && verdict === 'pass');
}

function ownAudience(): Audience {
  const { role } = currentTenant();
  return role === 'employer' || role === 'ministry' ? role : 'agency';
}

type ExplainableMatch = Pick<
  Match,
  | 'id' | 'status' | 'waitUntilOn' | 'decidedOn' | 'tier' | 'tierBecause' | 'tierCitation'
  > & { verdictList: Pick<Match['verdictList'], 'verdicts'> }; // prettier-ignore

/** Puts a decision made again in place of the stored one. */
function asDecidedAgain({ id }: Match, decidedOn: string, decision: Decision): ExplainableMatch {
  const { status, waitUntilOn, verdicts } = decision;
  const { tier, because: tierBecause, citation: tierCitation } = decision.tier;
  const found = { id, status, waitUntilOn, decidedOn, tier, tierBecause, tierCitation };
  return { ...found, verdictList: { verdicts } };
}

function explain(
  match: ExplainableMatch,
  telling: Pick<Explanation, 'language' | 'audience' | 'asOf'>,
): Explanation {
  const { id: matchId, status, waitUntilOn, decidedOn } = match;
  const { tier, tierBecause: because, tierCitation: citation } = match;
  const verdicts = match.verdictList.verdicts.map(({ rule, verdict, reason }) => ({
    rule,
    verdict,
    sentence: reasonSentence(reason, telling),
    citation: citationIn(
      String(reason.params['citation'] ?? bases.get(rule) ?? ''),
      telling.language,
    ),
  }));
  return {
    matchId,
    ...telling,
    status,
    waitUntilOn,
    decidedOn,
    decisive: verdicts.filter(({ verdict }) => verdict !== 'pass'),
    verdicts,
    tier: { tier, because, citation: citationIn(citation, telling.language) },
  };
}
