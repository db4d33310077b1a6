import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import { Match } from '../match.entity.ts';
import type { ExplanationQuery } from '../matching.dto.ts';
import { matchNotFound } from '../matching.errors.ts';
import { type Audience, type ReasonLanguage, reasonSentence } from '../reasons/reason-sentence.ts';
import { rules } from '../rules/rules.ts';

/** One decision in words. It tells of nobody but the person and the vacancy. */
export interface Explanation {
  matchId: string;
  language: ReasonLanguage;
  audience: Audience;
  status: Match['status'];
  /** The last of the dates waited for; null unless waiting. */
  waitUntilOn: string | null;
  decidedOn: string;
  /** What holds the person back or lets them wait; empty for somebody proposed. */
  decisive: ExplainedVerdict[];
  verdicts: ExplainedVerdict[];
  tier: { tier: string; because: string; citation: string };
}

interface ExplainedVerdict {
  rule: string;
  verdict: 'pass' | 'exclude' | 'wait';
  sentence: string;
  /** The act and article. */
  citation: string;
}

const bases = new Map(rules.map(({ code, basis }) => [code, basis]));

/** One stored decision, told to each of those concerned in their words and their language. */
@Injectable()
export class Explanations {
  constructor(private readonly database: Database) {}

  /** @throws ProblemError 404 for a decision that the caller cannot see */
  async of(id: string, { language, audience }: ExplanationQuery): Promise<Explanation> {
    const match = await this.database.transaction((sql) => sql.findOneBy(Match, { id }));
    if (!match) throw matchNotFound();
    return explain(match, { language, audience: audience ?? ownAudience() });
  }
}

function ownAudience(): Audience {
  const { role } = currentTenant();
  return role === 'employer' || role === 'ministry' ? role : 'agency';
}

function explain(match: Match, telling: Pick<Explanation, 'language' | 'audience'>): Explanation {
  const { id: matchId, status, waitUntilOn, decidedOn } = match;
  const { tier, tierBecause: because, tierCitation: citation } = match;
  const verdicts = match.verdictList.verdicts.map(({ rule, verdict, reason }) => ({
    rule,
    verdict,
    sentence: reasonSentence(reason, telling),
    citation: String(reason.params['citation'] ?? bases.get(rule) ?? ''),
  }));
  return {
    ...{ matchId, ...telling, status, waitUntilOn, decidedOn },
    decisive: verdicts.filter(({ verdict }) => verdict !== 'pass'),
    verdicts,
    tier: { tier, because, citation },
  };
}
