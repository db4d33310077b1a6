import type { EngineCandidate } from '../../src/matching/engine/engine-candidate.ts';
import type { CandidateFacts, Facts, StateFacts, VacancyFacts } from '../../src/matching/facts.ts';
import { lawOf } from '../../src/matching/law/law-rule.ts';
import { shippedRules } from '../../src/matching/law/shipped/shipped-rules.ts';
import { languageFactOf } from '../../src/matching/facts/language-fact.ts';
import { payWishOf } from '../../src/matching/facts/pay-facts.ts';
import { consent } from '../../src/matching/rules/consent.rule.ts';
import { language } from '../../src/matching/rules/language.rule.ts';
import { domesticTier } from '../../src/matching/rules/tiers.ts';
import { isNear } from '../../src/matching/scoring/near.ts';
import { score } from '../../src/matching/scoring/score.ts';
import { OccupationGraph } from '../../src/reference/occupation-graph.ts';
import { ON } from '../worlds/engine-world.ts';

interface Scored {
  id: string;
  total: number;
}

const esco = OccupationGraph.empty;

/**
 * Finds the best people from outside the Union for each vacancy by applying the rules and the score
 * to everybody. Returns their ids, best first, and the milliseconds per vacancy.
 */
export async function exactly(
  people: AsyncIterable<EngineCandidate>,
  vacancies: readonly VacancyFacts[],
  limit: number,
): Promise<{ ids: string[][]; milliseconds: number }> {
  const best = vacancies.map((): Scored[] => []);
  const states = vacancies.map(stateOf);
  let spent = 0;
  for await (const person of people) {
    const facts = factsOf(person);
    const startedAt = performance.now();
    for (const [at, vacancy] of vacancies.entries()) {
      const state = states[at];
      if (!state || !passes({ vacancy, candidate: facts, state })) continue;
      const { total } = score(vacancy, facts, { on: ON, esco });
      best[at]?.push({ id: facts.id, total });
    }
    spent += performance.now() - startedAt;
  }
  const ids = best.map((scored) =>
    scored
      .toSorted((a, b) => b.total - a.total || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id),
  );
  return { ids, milliseconds: spent / vacancies.length };
}

function stateOf({ state }: VacancyFacts): StateFacts {
  const nothing = { partnerships: [], pressedSectors: [], quotas: [], fitDomesticLeft: 0 };
  return { on: ON, law: lawOf(shippedRules, state, ON), ...nothing };
}

function passes(facts: Facts): boolean {
  const { vacancy, candidate } = facts;
  return (
    domesticTier(candidate, vacancy.state) === null &&
    consent.check(facts).verdict === 'pass' &&
    language.check(facts).verdict === 'pass' &&
    isNear(vacancy, candidate, esco)
  );
}

/** Everybody in these worlds shares every section with the states of their consent. */
function factsOf(person: EngineCandidate): CandidateFacts {
  return {
    ...person,
    residenceCountry: 'MA',
    residenceRegion: null,
    ofAgeOn: '2000-01-01',
    consents: person.consents.map((one) => ({ ...one, withdrawn: false })),
    trades: person.occupations,
    skills: person.skills.flatMap(({ label }) => label ?? []),
    languages: person.languages.map(languageFactOf),
    desiredPay: person.desiredPay && payWishOf(person.desiredPay),
    returnedBefore: false,
  };
}
