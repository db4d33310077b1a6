import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.ts';
import { currentTenant } from '../../platform/database/tenant.ts';
import type { Language } from '../../platform/language/language.ts';
import { momentOf } from '../../platform/http/as-of.ts';
import { Match } from '../match.entity.ts';
import type { Decision } from '../match-vacancy.ts';
import type { ExplanationQuery } from '../matching.dto.ts';
import { matchNotFound } from '../matching.errors.ts';
import { citationIn } from '../reasons/citations.ts';
import { type Audience, reasonSentence } from '../reasons/reason-sentence.ts';
import { AskedAgain } from '../replay/asked-again.service.ts';
import { rules } from '../rules/rules.ts';

/** One decision in words. It tells of nobody but the person and the vacancy. */
export interface Explanation {
  matchId: string;
  language: Language;
  audience: Audience;
  status: Match['status'];
  /** The last of the dates waited for; null unless waiting. */
  waitUntilOn: string | null;
  /** The day whose rules it is by: of the stored decision, or the one asked for. */
  decidedOn: string;
  /** The moment up to which things were known, for one asked again; null: as stored, or as of now. */
  asOf: string | null;
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
  constructor(
    private readonly database: Database,
    private readonly again: AskedAgain,
  ) {}

  /**
   * As it is stored; for another day or moment, as it comes out by what held then.
   * @throws ProblemError 404 for a decision that the caller cannot see, 409 for one without its facts
   */
  async of(id: string, query: ExplanationQuery, language: Language): Promise<Explanation> {
    const { audience = ownAudience(), on, asOf = null } = query;
    const match = await this.database.transaction((sql) => sql.findOneBy(Match, { id }));
    if (!match) throw matchNotFound();
    const telling = { language, audience, asOf };
    if (on === undefined && asOf === null) return explain(match, telling);
    const asked = { on: on ?? match.decidedOn, asOf: momentOf(query) };
    return explain(toldAs(match, asked.on, await this.again.decide(match, asked)), telling);
  }
}

function ownAudience(): Audience {
  const { role } = currentTenant();
  return role === 'employer' || role === 'ministry' ? role : 'agency';
}

type Told = Pick<
  Match,
  | 'id' | 'status' | 'waitUntilOn' | 'decidedOn' | 'tier' | 'tierBecause' | 'tierCitation'
  > & { verdictList: Pick<Match['verdictList'], 'verdicts'> }; // prettier-ignore

/** A decision made again in place of the one that is stored. */
function toldAs({ id }: Match, decidedOn: string, decision: Decision): Told {
  const { status, waitUntilOn, verdicts } = decision;
  const { tier, because: tierBecause, citation: tierCitation } = decision.tier;
  const found = { id, status, waitUntilOn, decidedOn, tier, tierBecause, tierCitation };
  return { ...found, verdictList: { verdicts } };
}

function explain(
  match: Told,
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
    ...{ matchId, ...telling, status, waitUntilOn, decidedOn },
    decisive: verdicts.filter(({ verdict }) => verdict !== 'pass'),
    verdicts,
    tier: { tier, because, citation: citationIn(citation, telling.language) },
  };
}
