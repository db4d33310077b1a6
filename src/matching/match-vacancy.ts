import type { CandidateFacts, Facts, StateFacts, VacancyFacts } from './facts.ts';
import { type Verdict, verdictsOf } from './rules/rule.ts';
import { rules } from './rules/rules.ts';
import { assignTier, isDomestic, type TierAssignment } from './rules/tiers.ts';
import type { EscoKnowledge } from './scoring/part.ts';
import { score, type Score } from './scoring/score.ts';
import { FIT } from './scoring/weights.ts';

export const matchStatuses = ['proposed', 'waiting', 'held-back'] as const;
export type MatchStatus = (typeof matchStatuses)[number];

/** The decision on one candidate for one vacancy. */
export interface Decision {
  candidateId: string;
  /** The facts that the decision was made from. */
  facts: Facts;
  status: MatchStatus;
  /** The last of the dates that the rules wait for; null unless `waiting`. */
  waitUntilOn: string | null;
  tier: TierAssignment;
  score: Score;
  /** The verdicts of all gates, passed or not, in the order of the rules. */
  verdicts: Verdict[];
  /**
   * Why the candidate comes before others of the same tier, whatever the score; null if they do
   * not.
   */
  precedence: Precedence | null;
}

/** `returned`: came before and verifiably went home. `trained`: was trained abroad for the work. */
export type Precedence = 'returned' | 'trained';

type StateCircumstances = Omit<StateFacts, 'fitDomesticLeft'>;

export interface Shortlist {
  vacancy: VacancyFacts;
  candidates: readonly CandidateFacts[];
  state: StateCircumstances;
  /** Candidates with Community preference whom the employer hired, or turned down with a reason. */
  settled: ReadonlySet<string>;
  /** Candidates trained abroad for this work in this state; none if absent. */
  trained?: ReadonlySet<string>;
  esco: EscoKnowledge;
  /** Scores already computed for this vacancy and day. Rules do not affect scores. */
  scores?: ReadonlyMap<string, Score>;
}

/**
 * Decides on every candidate in a shortlist. Candidates with Community preference come first; the
 * decisions on the others depend on how many fit ones remain among them. Pure: the same facts give
 * the same decisions, whatever the order of the candidates.
 *
 * @returns all decisions, ranked: proposed, waiting, held back; then by tier, precedence, score and
 * id
 */
export function matchVacancy(shortlist: Shortlist): Decision[] {
  const { vacancy, candidates, settled, esco, scores } = shortlist;
  const inState = (fitDomesticLeft: number): StateFacts => ({
    ...shortlist.state,
    fitDomesticLeft,
  });
  const [none, inside] = [inState(0), [] as Decision[]];
  const others: CandidateFacts[] = [];
  for (const candidate of candidates) {
    const facts = { vacancy, candidate, state: none };
    if (isDomestic(assignTier(facts))) inside.push(decideOn(facts, esco, scores));
    else others.push(candidate);
  }
  const left = inside.filter(({ candidateId }) => !settled.has(candidateId)).filter(isFit).length;
  const state = inState(left);
  const outside = others.map((candidate) => decideOn({ vacancy, candidate, state }, esco, scores));
  const returned = returnedAmong(candidates);
  return inOrder([...inside, ...outside], { returned, trained: shortlist.trained ?? new Set() });
}

/** Returns whether a candidate with preference is fit enough to hold others back. */
export function isFit({
  status,
  score: { total, contributions },
}: Pick<Decision, 'status'> & {
  score: Pick<Decision['score'], 'total' | 'contributions'>;
}): boolean {
  const occupation = contributions.find(({ part }) => part === 'occupation')?.value ?? 0;
  return status === 'proposed' && total >= FIT.total && occupation >= FIT.occupation;
}

/** Returns the decision on one candidate, before it is ranked among others. */
export function decideOn(
  facts: Facts,
  esco: EscoKnowledge,
  scores?: Shortlist['scores'],
): Decision {
  const { vacancy, candidate, state } = facts;
  const verdicts = verdictsOf(rules, facts);
  return {
    candidateId: candidate.id,
    facts,
    ...outcomeOf(verdicts),
    tier: assignTier(facts),
    score: scores?.get(candidate.id) ?? score(vacancy, candidate, { on: state.on, esco }),
    verdicts,
    precedence: null,
  };
}

function outcomeOf(verdicts: readonly Verdict[]): Pick<Decision, 'status' | 'waitUntilOn'> {
  if (verdicts.some(({ verdict }) => verdict === 'exclude')) {
    return { status: 'held-back', waitUntilOn: null };
  }
  const dates = verdicts.flatMap((found) => (found.verdict === 'wait' ? [found.until] : []));
  const last = dates.toSorted().at(-1);
  return last === undefined
    ? { status: 'proposed', waitUntilOn: null }
    : { status: 'waiting', waitUntilOn: last };
}

function returnedAmong(candidates: readonly CandidateFacts[]): ReadonlySet<string> {
  return new Set(candidates.filter((person) => person.returnedBefore).map(({ id }) => id));
}

function precedenceOrder({ precedence }: Decision): number {
  return precedence === null ? 2 : Number(precedence === 'trained');
}

const order: Record<MatchStatus, number> = { proposed: 0, waiting: 1, 'held-back': 2 };

interface Known {
  returned: ReadonlySet<string>;
  trained: ReadonlySet<string>;
}

/**
 * Returns why the candidate comes before others of their tier, or null. Citizens and residents have
 * no precedence among themselves. Precedence never lifts a candidate into an earlier tier.
 */
function precedenceOf({ tier, candidateId }: Decision, known: Known): Precedence | null {
  if (tier.tier === '3' && known.returned.has(candidateId)) return 'returned';
  const fromOutside = tier.tier === '3' || tier.tier === '4';
  return fromOutside && known.trained.has(candidateId) ? 'trained' : null;
}

/**
 * Ranks by status, then tier, then precedence, then score. In tier 3, candidates who returned come
 * first (COM(2007) 248), then those trained for the work.
 */
function inOrder(decided: readonly Decision[], known: Known): Decision[] {
  const decisions = decided.map((decision) => {
    const precedence = precedenceOf(decision, known);
    // Few candidates have precedence, and copying the others is slow.
    return precedence === null ? decision : { ...decision, precedence };
  });
  return decisions.toSorted(
    (a, b) =>
      order[a.status] - order[b.status] ||
      compareText(a.tier.tier, b.tier.tier) ||
      precedenceOrder(a) - precedenceOrder(b) ||
      b.score.total - a.score.total ||
      compareText(a.candidateId, b.candidateId),
  );
}

/** Compares by code units. That is the order of the tiers, and of ids in their usual spelling. */
function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
