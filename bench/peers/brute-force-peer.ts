import type { INestApplication } from '@nestjs/common';
import { candidateFactsOf } from '../../src/matching/facts/candidate-facts.ts';
import { Circumstances } from '../../src/matching/facts/circumstances.ts';
import { lawSequence } from '../../src/matching/law/law-rules.queries.ts';
import { loadPeople } from '../../src/matching/facts/load-facts.ts';
import { vacancyFactsOf } from '../../src/matching/facts/vacancy-facts.ts';
import { matchVacancy } from '../../src/matching/match-vacancy.ts';
import { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { OccupationGraph } from '../../src/reference/occupation-graph.ts';
import { Vacancy } from '../../src/vacancies/vacancy.entity.ts';
import { median } from '../measuring/measure.ts';

const ON = '2026-11-24';
const BATCH = 5_000;

/**
 * Returns how long it takes to load and decide on everybody for one vacancy: the median of five
 * vacancies, in milliseconds.
 */
export async function bruteForceMilliseconds(app: INestApplication): Promise<number> {
  const database = app.get(Database);
  const vacancies = await database.as(SYSTEM, (sql) =>
    sql.find(Vacancy, { order: { id: 'ASC' }, take: 5 }),
  );
  const times: number[] = [];
  for (const vacancy of vacancies) {
    const startedAt = performance.now();
    await decideOnAll(database, vacancy);
    times.push(performance.now() - startedAt);
  }
  return median(times);
}

/** Describes the time of brute force beside `ours`; both in milliseconds per vacancy. */
export function besideOurs(everybody: number, ours: number): string {
  return `everybody for one vacancy: ${everybody.toFixed(0)} ms, ${(everybody / ours).toFixed(1)} x`;
}

async function decideOnAll(database: Database, vacancy: Vacancy): Promise<void> {
  await database.as(SYSTEM, async (sql) => {
    const facts = vacancyFactsOf(vacancy);
    const circumstances = new Circumstances(sql, { sequence: await lawSequence(sql) });
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await sql.query<{ id: string }[]>(
        'SELECT id FROM candidate WHERE id > $1 ORDER BY id LIMIT $2',
        [after, BATCH],
      );
      const ids = rows.map(({ id }) => id);
      const last = ids.at(-1);
      if (last === undefined) return;
      const people = await loadPeople(sql, ids);
      matchVacancy({
        vacancy: facts,
        candidates: people.map((person) => candidateFactsOf(person, vacancy.state, ON)),
        state: await circumstances.stateFactsFor(facts, nationalitiesOf(people), {
          on: ON,
          askedAt: null,
        }),
        settled: new Set(),
        esco: OccupationGraph.empty,
      });
      after = last;
    }
  });
}

function nationalitiesOf(people: Awaited<ReturnType<typeof loadPeople>>): string[] {
  return [...new Set(people.flatMap(({ candidate }) => candidate.nationalities))];
}
