import { Readable } from 'node:stream';
import { Deciders } from '../src/matching/deciding/deciders.service.ts';
import type { Question, Questions } from '../src/matching/deciding/question.ts';
import type { EngineState } from '../src/matching/engine/engine-state.ts';
import type { VacancyFacts } from '../src/matching/facts.ts';
import { lawOf } from '../src/matching/law/law-rule.ts';
import { shippedRules } from '../src/matching/law/shipped-rules.ts';
import { Config } from '../src/platform/config/config.ts';
import { newId } from '../src/platform/database/new-id.ts';
import { OccupationGraph } from '../src/reference/occupation-graph.ts';
import type { OccupationCatalogue } from '../src/reference/occupations.service.ts';
import { ON } from './engine-world.ts';
import { median } from './measure.ts';

const ROUNDS = 3;
/** As many as a run decides on in one transaction. */
const AT_ONCE = 100;
const versions = { rules: '', weights: '', law: 1, reference: '', snapshot: '' };
const withoutEsco = {
  graph: () => Promise.resolve(OccupationGraph.empty),
} as unknown as OccupationCatalogue;

/**
 * Vacancies a second, from the shortlist to lines ready for the database, by so many threads that share
 * the people in memory; median of the rounds after one to warm up.
 */
export async function vacanciesASecond(
  engine: EngineState,
  vacancies: readonly VacancyFacts[],
  threads: number,
): Promise<number> {
  const deciders = new Deciders(new Config({ matchingThreads: threads }), withoutEsco);
  const batches = Array.from({ length: Math.ceil(vacancies.length / AT_ONCE) }, (_, at) => ({
    vacancies: vacancies.slice(at * AT_ONCE, (at + 1) * AT_ONCE).map(questionOn),
    versions,
  }));
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const startedAt = performance.now();
    await decideAll(deciders, engine, batches);
    rates.push((1000 * vacancies.length) / (performance.now() - startedAt));
  }
  await deciders.onModuleDestroy();
  return median(rates.slice(1));
}

async function decideAll(
  deciders: Deciders,
  engine: EngineState,
  batches: readonly Questions[],
): Promise<void> {
  await Readable.from(batches).forEach(
    async (batch: Questions) => {
      await deciders.decide(engine, batch);
    },
    { concurrency: deciders.lanes + 1 },
  );
}

function questionOn(vacancy: VacancyFacts): Question {
  const law = lawOf(shippedRules, vacancy.state, ON);
  return {
    vacancy: { ...vacancy, id: newId() },
    organisationId: newId(),
    state: { on: ON, law, partnerships: [], pressedSectors: [], quotas: [] },
    countries: ['MA', 'TN'],
    dealtWith: [],
    trained: [],
    byWords: null,
    askedAt: new Date(`${ON}T08:00:00Z`),
  };
}
