import { runCommand } from '../src/platform/application/start.ts';
import { assignment } from './assignment/assignment.ts';
import { importBench } from './import.ts';
import { mainRoad } from './main-road.ts';
import { publishing } from './publish.ts';
import { quota } from './quota/quota.ts';
import { wholeRun } from './run.ts';
import { shortlisting } from './shortlist/shortlist.ts';
import { simulation } from './simulation.ts';
import { titles } from './titles/titles.ts';

const benchmarks: Record<string, (words: string[]) => Promise<void>> = {
  'main-road': mainRoad,
  shortlist: shortlisting,
  run: wholeRun,
  publish: publishing,
  assignment,
  titles,
  quota,
  import: importBench,
  simulation,
};

/**
 * `npm run bench -- NAME`: each benchmark measures Passerelle beside a named peer in the same run.
 */
runCommand(async () => {
  const [name = '', ...words] = process.argv.slice(2);
  const benchmark = benchmarks[name];
  if (!benchmark) throw new Error(`npm run bench -- ${Object.keys(benchmarks).join(' | ')}`);
  await benchmark(words);
});
