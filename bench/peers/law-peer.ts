import type { INestApplication } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { decideOnAll } from '../../src/matching/deciding/decide.ts';
import { QuestionLoader } from '../../src/matching/deciding/question-loader.service.ts';
import { CandidateEngine } from '../../src/matching/engine/candidate-engine.ts';
import { lawSequence } from '../../src/matching/law/law-rules.queries.ts';
import { Database } from '../../src/platform/database/database.ts';
import { SYSTEM } from '../../src/platform/database/tenant.ts';
import { Vacancy } from '../../src/vacancies/vacancy.entity.ts';
import { median, processor } from '../measuring/measure.ts';

const ON = '2026-11-24';
const VACANCIES = 200;
const ROUNDS = 15;
/** Rounds before the measured ones, until the compiled code has settled. */
const WARM_UP = 4;

/**
 * Decides on vacancies, from the shortlist to the ranking, without any rule of law and with all
 * shipped rules, in alternating order. Stores nothing. Returns the processor time of this process,
 * in milliseconds per vacancy.
 */
export async function withAndWithoutLaw(
  app: INestApplication,
): Promise<{ without: number; with: number }> {
  const times = { without: [] as number[], with: [] as number[] };
  await app.get(Database).as(SYSTEM, async (sql) => {
    const vacancies = await sql.find(Vacancy, { order: { id: 'ASC' }, take: VACANCIES });
    const law = await lawSequence(sql);
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const order =
        round % 2 === 0 ? (['without', 'with'] as const) : (['with', 'without'] as const);
      for (const which of order) {
        // Garbage of the previous round must not count in this one.
        globalThis.gc?.();
        const startedAt = processor();
        await decideAll(sql, app, vacancies, which === 'with' ? law : 0);
        if (round >= WARM_UP) times[which].push((processor() - startedAt) / vacancies.length);
      }
    }
  });
  return { without: median(times.without), with: median(times.with) };
}

async function decideAll(
  sql: EntityManager,
  app: INestApplication,
  vacancies: readonly Vacancy[],
  law: number,
): Promise<void> {
  const engine = await app.get(CandidateEngine).current(sql);
  const questions = await app.get(QuestionLoader).load(sql, vacancies, { engine, law, on: ON });
  const versions = { rules: '', weights: '', law, reference: '', snapshot: engine.name };
  decideOnAll(engine, { vacancies: questions, versions });
}
