import { type EntityManager, In } from 'typeorm';
import { Match } from '../match.entity.ts';
import { type Inputs, loadInputs } from '../matches/decision-inputs.ts';
import type { Replayable } from './replay.ts';

/** Decisions now stored on some vacancies, with what they were made from. */
interface Recorded {
  replayable: (Replayable & { match: Match })[];
  /** How many were stored before inputs were recorded as they are now. */
  unrecorded: number;
}

/**
 * Finds the decisions on some vacancies that can be made again, ordered by id, and counts the
 * others.
 */
export async function findReplayable(
  sql: EntityManager,
  vacancyIds: readonly string[],
): Promise<Recorded> {
  const matches = await sql
    .createQueryBuilder(Match, 'match')
    .innerJoinAndSelect('match.verdictList', 'verdictList')
    .innerJoinAndSelect('match.madeWith', 'madeWith')
    .addSelect(['match.vacancyInput', 'match.candidateInput', 'match.stateInput'])
    .where({ vacancyId: In([...vacancyIds]) })
    .orderBy('match.id')
    .getMany();
  const replayable = await withInputs(sql, matches);
  return { replayable, unrecorded: matches.length - replayable.length };
}

async function withInputs(
  sql: EntityManager,
  matches: readonly Match[],
): Promise<Recorded['replayable']> {
  const hashes = matches.flatMap(({ vacancyInput, candidateInput, stateInput }) =>
    [vacancyInput, candidateInput, stateInput].filter((hash) => hash !== null),
  );
  const inputs = await loadInputs(sql, [...new Set(hashes)]);
  return matches.flatMap((match) => {
    const vacancy = inputs.get(match.vacancyInput ?? '');
    const person = inputs.get(match.candidateInput ?? '');
    const state = inputs.get(match.stateInput ?? '');
    if (!vacancy || !person || !state) return [];
    return [{ match, inputs: { vacancy, person, state } as Inputs }];
  });
}
