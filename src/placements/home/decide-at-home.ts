import { skillToken, skillTokens } from '../../candidates/search/search-tokens.ts';
import { candidateFactsOf } from '../../matching/facts/candidate-facts.ts';
import type { KnownPerson } from '../../matching/facts/known-person.ts';
import { sharedSections } from '../../matching/facts/profile.ts';
import type { CandidateFacts, Facts, OccupationFact, VacancyFacts } from '../../matching/facts.ts';
import { lawOf } from '../../matching/law/law-rule.ts';
import { ageOfMajority } from '../../matching/rules/age-of-majority.rule.ts';
import { consent } from '../../matching/rules/consent.rule.ts';
import { type Rule, type Verdict, verdictsOf } from '../../matching/rules/rule.ts';
import { vacancyOpen } from '../../matching/rules/vacancy-open.rule.ts';
import type { EscoKnowledge } from '../../matching/scoring/part.ts';
import { score, type Score } from '../../matching/scoring/score.ts';
import type { HomeVacancy } from './home-vacancy.entity.ts';
import type { GainedAbroad } from './returnees.queries.ts';

/**
 * The gates of a vacancy at home. Community preference, the labour-market test, national offers and
 * pressed sectors bind employers in the Union; none of them concerns a person hired in their own
 * country. Consent does.
 */
const homeRules: readonly Rule[] = [vacancyOpen, consent, ageOfMajority];

export interface HomeDecision {
  candidateId: string;
  status: 'proposed' | 'held-back';
  score: Score;
  verdicts: Verdict[];
  /** What the person gained abroad, as far as they consent to share it at home. */
  gained: readonly GainedAbroad[];
}

interface Asked {
  vacancy: HomeVacancy;
  on: string;
  esco: EscoKnowledge;
}

/**
 * Decides on one person by the usual parts of the score, including what they gained abroad. Pure.
 */
export function decideAtHome(
  person: KnownPerson,
  gainedAbroad: readonly GainedAbroad[],
  { vacancy, on, esco }: Asked,
): HomeDecision {
  const { country } = vacancy;
  const sections = sharedSections(person, country, on);
  const gained = sections.has('work-experience') ? gainedAbroad : [];
  const skills = sections.has('skills') ? skillsOf(gained) : [];
  const candidate = withGained(candidateFactsOf(person, country, on), gained, skills);
  const facts: Facts = { vacancy: vacancyFactsOf(vacancy), candidate, state: nothingAsked(on) };
  const verdicts = verdictsOf(homeRules, facts);
  return {
    candidateId: candidate.id,
    status: verdicts.every(({ verdict }) => verdict === 'pass') ? 'proposed' : 'held-back',
    score: score(facts.vacancy, candidate, { on, esco }),
    verdicts,
    gained,
  };
}

/** Years abroad count as years of work in the occupation of the post that the person held. */
function withGained(
  facts: CandidateFacts,
  gained: readonly GainedAbroad[],
  skills: readonly string[],
): CandidateFacts {
  const abroad = gained.flatMap(({ isco, esco, days }): OccupationFact[] =>
    isco.slice(0, 1).map((code) => ({ isco: code, esco: esco[0] ?? null, years: yearsOf(days) })),
  );
  return {
    ...facts,
    trades: [...facts.trades, ...abroad],
    occupations: [...facts.occupations, ...abroad],
    skills: [...new Set([...facts.skills, ...skills])],
  };
}

function skillsOf(gained: readonly GainedAbroad[]): string[] {
  return skillTokens(gained.flatMap(({ skills }) => skills));
}

/** Returns years rounded to hundredths. */
function yearsOf(days: number): number {
  return Math.round((days / 365.25) * 100) / 100;
}

function vacancyFactsOf(vacancy: HomeVacancy): VacancyFacts {
  const { id, country, isco, esco, startsOn, experienceYears } = vacancy;
  return {
    id,
    isco,
    esco,
    startsOn,
    experienceYears,
    state: country,
    open: vacancy.status === 'open',
    openUntilOn: null,
    nace: null,
    regions: [],
    permitCategory: 'general',
    requiredLanguages: [],
    wishedLanguages: [],
    essentialSkills: [...new Set(vacancy.skills.map(skillToken))],
    optionalSkills: [],
    educationLevel: null,
    licences: [],
    endsOn: null,
    advertising: [],
    content: [],
    annualPay: null,
  };
}

/** The facts of a state without any rule, because no state of the Union is involved. */
function nothingAsked(on: string): Facts['state'] {
  const law = lawOf([], '', on);
  return { on, law, partnerships: [], pressedSectors: [], quotas: [], fitDomesticLeft: 0 };
}
