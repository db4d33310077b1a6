import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { assign } from '../../src/matching/assignment/acceptance/deferred-acceptance.ts';
import {
  type Assignment,
  type CapRegime,
  type Market,
  readMerit,
} from '../../src/matching/assignment/acceptance/market.ts';
import {
  type Verification,
  verifyAssignment,
} from '../../src/matching/assignment/acceptance/verify-assignment.ts';
import { median, MemoryPeak, write } from '../measuring/measure.ts';
import { assignByScore } from './greedy-peer.ts';
import { assignmentWorld } from './world.ts';

const SEED = 20_261_125;

interface Figures extends Verification {
  name: string;
  /** The median and the slowest time of the runs, in seconds. */
  seconds: number;
  slowest: number;
  /** The median processor time, in seconds, which other load on the machine lengthens less. */
  cpuSeconds: number;
  /** The share of the placed people who got their best wish, from 0 to 1, and the mean score. */
  bestWish: number;
  meanScore: number;
  regimes: Record<CapRegime, number>;
}

/**
 * Measures deferred acceptance beside the greedy assignment by score, on one seeded world in one
 * process. The same verifier checks both. Options: `--vacancies --people --wishes --runs`, and
 * `--json FILE` for the figures.
 */
export async function assignment(words: string[]): Promise<void> {
  const { values } = parseArgs({
    args: words,
    options: {
      vacancies: { type: 'string', default: '100000' },
      people: { type: 'string', default: '1000000' },
      wishes: { type: 'string', default: '50' },
      runs: { type: 'string', default: '3' },
      json: { type: 'string' },
    },
  });
  const { vacancies, people, wishes } = values;
  const size = { vacancies: +vacancies, people: +people, wishes: +wishes };
  const memory = new MemoryPeak();
  const market = assignmentWorld(size, SEED);
  write(`${people} people with ${wishes} wishes each, ${vacancies} vacancies; seed ${SEED}`);
  const runs = Number(values.runs);
  const figures = [
    measure('deferred acceptance', assign, market, runs),
    measure('greedy by score', assignByScore, market, runs),
  ];
  const megabytes = memory.stop();
  show(figures, megabytes);
  const report = { seed: SEED, ...size, runs, megabytes, figures };
  if (values.json) await writeFile(values.json, `${JSON.stringify(report, null, 2)}\n`);
}

function measure(
  name: string,
  propose: (market: Market) => Assignment,
  market: Market,
  runs: number,
): Figures {
  const { proposed, times, cpuTimes } = repeat(() => propose(market), runs);
  const { place, regimes } = proposed;
  const held = Array.from(place).flatMap((application, person) =>
    application < 0 ? [] : [{ application, person }],
  );
  const first = held.filter(({ application, person }) => application === market.offsets[person]);
  const scores = held.map(({ application }) => readMerit(market.merit[application] ?? 0).score);
  const count = (wanted: CapRegime): number => regimes.filter((one) => one === wanted).length;
  return {
    name,
    ...verifyAssignment(market, proposed),
    seconds: median(times),
    slowest: Math.max(...times),
    cpuSeconds: median(cpuTimes),
    bestWish: first.length / held.length,
    meanScore: scores.reduce((sum, score) => sum + score, 0) / held.length,
    regimes: { ordered: count('ordered'), held: count('held'), closed: count('closed') },
  };
}

function repeat(
  propose: () => Assignment,
  runs: number,
): { proposed: Assignment; times: number[]; cpuTimes: number[] } {
  const times: number[] = [];
  const cpuTimes: number[] = [];
  for (;;) {
    const startedAt = performance.now();
    const cpuBefore = process.cpuUsage();
    const proposed = propose();
    const { user, system } = process.cpuUsage(cpuBefore);
    times.push((performance.now() - startedAt) / 1000);
    cpuTimes.push((user + system) / 1_000_000);
    if (times.length >= runs) return { proposed, times, cpuTimes };
  }
}

function show(figures: readonly Figures[], megabytes: number): void {
  for (const one of figures) {
    write(
      `\n${one.name}: ${one.seconds.toFixed(1)} s (median), ${one.slowest.toFixed(1)} s at most`,
    );
    write(`  processor time ${one.cpuSeconds.toFixed(1)} s (median)`);
    write(`  placed ${one.placed}, best wish ${(100 * one.bestWish).toFixed(1)} %`);
    write(`  mean score ${one.meanScore.toFixed(0)}`);
    write(`  blocking pairs ${one.blocking}, a lower tier first ${one.lowerTierFirst}`);
    write(`  overfull: ${one.overfilledVacancies} vacancies, ${one.overfilledCaps} caps`);
    const { ordered, held, closed } = one.regimes;
    write(`  caps ordered ${ordered}, held ${held}, closed ${closed}`);
  }
  const [ours, peer] = figures;
  if (ours && peer) {
    const ratio = ours.cpuSeconds / peer.cpuSeconds;
    write(`\n${ratio.toFixed(2)} x the processor time of the peer`);
  }
  write(`memory of the process at its peak: ${megabytes} MB`);
}
