import type { INestApplication } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { candidateFactsOf } from '../src/matching/facts/candidate-facts.ts';
import { loadPeople, loadStateFacts } from '../src/matching/facts/load-facts.ts';
import { vacancyFactsOf } from '../src/matching/facts/vacancy-facts.ts';
import { lawSequence } from '../src/matching/law/law-rules.queries.ts';
import { matchVacancy } from '../src/matching/match-vacancy.ts';
import { Shortlists } from '../src/matching/shortlists.ts';
import { Database } from '../src/platform/database/database.ts';
import { SYSTEM } from '../src/platform/database/tenant.ts';
import { OccupationGraph } from '../src/reference/occupation-graph.ts';
import { Vacancy } from '../src/vacancies/vacancy.entity.ts';
import { median, processor } from './measure.ts';

const ON = '2026-11-24';
const VACANCIES = 200;
const ROUNDS = 7;

/**
 * Vacancies decided on, from the shortlist to the ranking, without any rule of law and with all that
 * are shipped, in turns; nothing is stored. Processor time of this process, milliseconds a vacancy.
 */
export async function withAndWithoutLaw(
  app: INestApplication,
): Promise<{ without: number; with: number }> {
  const times = { without: [] as number[], with: [] as number[] };
  await app.get(Database).as(SYSTEM, async (sql) => {
    const vacancies = await sql.find(Vacancy, { order: { id: 'ASC' }, take: VACANCIES });
    const law = await lawSequence(sql);
    for (let round = 0; round <= ROUNDS; round += 1) {
      const order =
        round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const);
      for (const which of order) {
        const startedAt = processor();
        for (const vacancy of vacancies) {
          await decide(sql, app, vacancy, which === 'with' ? law : 0);
        }
        // The first round warms up.
        if (round > 0) times[which].push((processor() - startedAt) / vacancies.length);
      }
    }
  });
  return { without: median(times.without), with: median(times.with) };
}

async function decide(
  sql: EntityManager,
  app: INestApplication,
  vacancy: Vacancy,
  law: number,
): Promise<void> {
  const shortlists = app.get(Shortlists);
  const facts = vacancyFactsOf(vacancy);
  const ids = await shortlists.draw(await shortlists.current(sql), vacancy, facts);
  const people = await loadPeople(sql, ids);
  matchVacancy({
    vacancy: facts,
    candidates: people.map((person) => candidateFactsOf(person, vacancy.state, ON)),
    state: await loadStateFacts(sql, facts, people, { on: ON, law }),
    settled: new Set(),
    esco: OccupationGraph.empty,
  });
}
