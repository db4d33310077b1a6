import { AppModule } from '../app.module.ts';
import { Replay } from '../matching/replay/replay.service.ts';
import { runCommand, withApplication } from '../platform/application/start.ts';
import { Config, readConfig } from '../platform/config/config.ts';

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * `npm run match:replay -- RUN` makes the decisions of a matching run again from their recorded
 * facts. Exit code 1, with the first difference, if there is one.
 */
runCommand(async () => {
  const [runId] = process.argv.slice(2);
  if (runId === undefined)
    throw new Error('The id of the run is missing. Usage: npm run match:replay -- RUN');
  // Runs no jobs: it only reads.
  const config = new Config({ ...readConfig(), role: 'api' });
  const report = await withApplication(AppModule.with(config), (app) => app.get(Replay).run(runId));
  const { replayed, unrecorded, first } = report;
  say(`${replayed} decisions repeated; ${unrecorded} have no recorded facts.`);
  if (first === null) say('Each repeated decision is identical to the stored one.');
  else say(`First difference: ${JSON.stringify(first, null, 2)}`);
  process.exitCode = first === null ? 0 : 1;
});
