import type { Vacancy } from '../../vacancies/vacancy.entity.ts';
import type { VacancyFacts } from '../facts.ts';
import type { Law } from '../law/law-rule.ts';
import { versionsOf } from '../decision-versions.entity.ts';
import type { Match } from '../match.entity.ts';
import { reasonSentence } from '../reasons/reason-sentence.ts';
import { testOf, type VacancyTest } from '../rules/advertising/test-of-vacancy.ts';
import { rules } from '../rules/rules.ts';
import { type SealedWords, sealOf } from './sealed-words.ts';

export const EVIDENCE_FORMAT = 'passerelle-evidence/1';

/**
 * Everything that the test of a vacancy is based on, so that it can be judged again from this
 * alone.
 */
export interface TestEvidence {
  on: string;
  vacancy: VacancyFacts;
  law: Law;
  outcome: VacancyTest | null;
}

interface Known {
  vacancy: Vacancy;
  facts: VacancyFacts;
  law: Law;
  /** The number of the last change of law that was known. */
  lawSequence: number;
  on: string;
  matches: readonly Match[];
  /** What the employer wrote about the candidates of the matches. */
  words: readonly SealedWords[];
}

const bases = new Map(rules.map(({ code, basis }) => [code, basis]));

/** The evidence on the vacancy itself. */
export interface VacancyEvidence extends Pick<
  Vacancy,
  'id' | 'title' | 'employerName' | 'state' | 'locations' | 'positions' | 'version'
> {
  /** The day of the pack, `yyyy-mm-dd`. */
  on: string;
  lawSequence: number;
}

export type DecisionEvidence = ReturnType<typeof decisionOf>;

/**
 * Returns the pieces of evidence in the order in which an inspector reads them. They identify no
 * candidate.
 */
export function evidenceOf({ vacancy, facts, law, lawSequence, on, matches, words }: Known) {
  const { id, title, employerName, state, locations, positions, version } = vacancy;
  const test: TestEvidence = { on, vacancy: facts, law, outcome: testOf(facts, { law, on }) };
  const itself: VacancyEvidence = {
    id,
    title,
    employerName,
    state,
    locations,
    positions,
    version,
    on,
    lawSequence,
  };
  const seals = new Map(words.map((one) => [one.decisionId, sealOf(one)]));
  return [
    { kind: 'vacancy', content: itself },
    ...vacancy.advertising.map((content) => ({ kind: 'advertisement', content })),
    { kind: 'labour-market-test', content: test },
    ...matches.map((match) => ({ kind: 'decision', content: decisionOf(match, seals) })),
  ];
}

function decisionOf(match: Match, seals: ReadonlyMap<string, string>) {
  const { id, status, waitUntilOn, tier, tierBecause, tierCitation, score } = match;
  const { decidedOn, outcome, outcomeAt } = match;
  const reasonSeal = seals.get(id) ?? null;
  return {
    id,
    status,
    waitUntilOn,
    score,
    versions: versionsOf(match),
    decidedOn,
    tier: { tier, because: tierBecause, citation: tierCitation },
    verdicts: match.verdictList.verdicts.map((verdict) => ({
      ...verdict,
      basis: bases.get(verdict.rule) ?? '',
      sentence: reasonSentence(verdict.reason),
    })),
    invitation: { outcome, reasonSeal, at: outcomeAt?.toISOString() ?? null },
  };
}
