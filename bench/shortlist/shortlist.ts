import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { EngineState } from '../../src/matching/engine/engine-state.ts';
import type { EngineCandidate } from '../../src/matching/engine/engine-candidate.ts';
import type { VacancyFacts } from '../../src/matching/facts.ts';
import { OccupationGraph } from '../../src/reference/occupation-graph.ts';
import { withBenchDatabase } from '../stage/bench-database.ts';
import { engineCandidate, engineVacancy, ON } from '../worlds/engine-world.ts';
import { exactly } from './exact-peer.ts';
import { vacanciesASecond } from './in-threads.ts';
import { median, write } from '../measuring/measure.ts';
import { seeded } from '../worlds/seeded.ts';
import {
  documentFor,
  LIMIT,
  miniSearchPeer,
  oramaPeer,
  type Peer,
  postgresPeer,
} from './shortlist-peers.ts';

interface Line {
  people: number;
  name: string;
  /** Milliseconds per vacancy, the median of the rounds. */
  milliseconds: number;
  /** The share of the exact fifty that it found, from 0 to 1. */
  recall: number;
}

const ROUNDS = 5;
/**
 * Measures the search for the fifty best people from outside the Union for each vacancy, by the
 * engine and by its peers, on the same people and vacancies, in one process. Consent to the state,
 * the required language and the tier are gates. Recall is measured against scoring everybody.
 */
export async function shortlisting(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      sizes: { type: 'string', default: '10000,100000,1000000' },
      vacancies: { type: 'string', default: '2000' },
      peers: { type: 'string', default: '100000' },
      // At a million people, peers take seconds per vacancy.
      'peer-vacancies': { type: 'string', default: '50' },
      // At a million people, brute force takes seconds per vacancy.
      exact: { type: 'string', default: '20' },
      json: { type: 'string' },
    },
  });
  const lines: Line[] = [];
  for (const people of values.sizes.split(',').map(Number)) {
    const found = await atSize(people, {
      vacancies: Number(values.vacancies),
      exact: Number(values.exact),
      byPeers: people <= Number(values.peers) ? Number(values['peer-vacancies']) : 0,
    });
    lines.push(...found);
    for (const line of table(found)) write(line);
  }
  if (values.json) await writeFile(values.json, JSON.stringify(lines, null, 2));
}

interface Asked {
  vacancies: number;
  /** The number of vacancies whose answers are compared with the score of everybody. */
  exact: number;
  /** The number of vacancies that peers are asked for. */
  byPeers: number;
}

async function atSize(people: number, asked: Asked): Promise<Line[]> {
  const vacancies = vacanciesOf(asked.vacancies);
  const startedAt = performance.now();
  const state = await EngineState.from(everybody(people), {
    on: ON,
    reference: 'bench',
    esco: OccupationGraph.empty,
    seen: '0',
  });
  const built = ((performance.now() - startedAt) / 1000).toFixed(1);
  write(`\n${people} people in memory after ${built} s, the making of the world included`);
  const engine: Peer = {
    name: 'engine',
    ask: async (vacancy) => answers(state, vacancy),
  };
  // Measured first, as in a thread of its own: scoring everybody makes the compiler optimise
  // differently.
  const milliseconds = await timeOf(engine, vacancies);
  const exact = await exactly(everybody(people), vacancies.slice(0, asked.exact), LIMIT);
  const few = vacancies.slice(0, asked.byPeers);
  const line = async (peer: Peer): Promise<Line> => {
    const milliseconds = await timeOf(peer, few);
    write(`${peer.name}: ${milliseconds.toFixed(1)} ms a vacancy`);
    const found = await recallOf(peer, vacancies, exact.ids);
    return { people, name: peer.name, milliseconds, recall: found };
  };
  const recall = await recallOf(engine, vacancies, exact.ids);
  const lines = [
    { people, name: engine.name, milliseconds, recall },
    { people, name: 'brute force', milliseconds: exact.milliseconds, recall: 1 },
  ];
  const same = exact.ids.filter((ids, at) => ids.join() === answers(state, vacancies[at]).join());
  write(`the same people in the same order for ${same.length} of ${exact.ids.length} vacancies`);
  await tellThreads(state, vacancies);
  if (few.length === 0) return lines;
  const documents = [...world(people)].map(documentFor);
  await withBenchDatabase(async (database, analyse) => {
    lines.push(await line(await postgresPeer(database, analyse, documents)));
  });
  lines.push(await line(miniSearchPeer(documents)));
  lines.push(await line(await oramaPeer(documents)));
  return lines;
}

function answers(state: EngineState, vacancy: VacancyFacts | undefined): string[] {
  return vacancy ? state.best(vacancy, 'third-country', LIMIT) : [];
}

async function tellThreads(state: EngineState, vacancies: readonly VacancyFacts[]): Promise<void> {
  const [one, two] = [
    await vacanciesASecond(state, vacancies, 1),
    await vacanciesASecond(state, vacancies, 2),
  ];
  const rates = `${Math.round(one)} and ${Math.round(two)} vacancies a second`;
  write(`found by one and by two threads of their own: ${rates}, ${(two / one).toFixed(2)} x`);
}

async function timeOf({ ask }: Peer, vacancies: readonly VacancyFacts[]): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const startedAt = performance.now();
    for (const vacancy of vacancies) await ask(vacancy);
    times.push((performance.now() - startedAt) / vacancies.length);
  }
  return median(times.slice(1)); // the first round warms up
}

async function recallOf(
  { ask }: Peer,
  vacancies: readonly VacancyFacts[],
  exact: readonly (readonly string[])[],
): Promise<number> {
  let had = 0;
  let wanted = 0;
  for (const [at, ids] of exact.entries()) {
    const vacancy = vacancies[at];
    if (!vacancy) continue;
    const found = new Set(await ask(vacancy));
    had += ids.filter((id) => found.has(id)).length;
    wanted += ids.length;
  }
  return had / wanted;
}

function table(lines: readonly Line[]): string[] {
  const engine = lines.find(({ name }) => name === 'engine')?.milliseconds ?? 1;
  return lines.map(({ name, milliseconds, recall }) =>
    [
      name.padEnd(20),
      `${milliseconds.toFixed(3)} ms a vacancy`.padStart(24),
      `${Math.round(1000 / milliseconds)} a second`.padStart(16),
      `${(milliseconds / engine).toFixed(1)} x`.padStart(12),
      `recall@50 ${recall.toFixed(3)}`.padStart(18),
    ].join(''),
  );
}

function* world(count: number): Generator<EngineCandidate> {
  const random = seeded(1);
  for (let number = 0; number < count; number += 1) yield engineCandidate(random, number);
}

async function* everybody(count: number): AsyncGenerator<EngineCandidate> {
  yield* world(count);
}

function vacanciesOf(count: number): VacancyFacts[] {
  const random = seeded(2);
  return Array.from({ length: count }, (_, number) => engineVacancy(random, number));
}
