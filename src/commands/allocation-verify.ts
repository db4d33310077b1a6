import { readFile } from 'node:fs/promises';
import { faultsOfRound, type RoundRecord } from '../placements/allocation/drawing/verify-round.ts';
import { runCommand } from '../platform/application/start.ts';

/**
 * `npm run allocation:verify -- FILE` repeats the draws of an allocation round, without a database
 * or a service.
 */
runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined)
    throw new Error('The file is missing. Usage: npm run allocation:verify -- FILE');
  const record = JSON.parse(await readFile(file, 'utf8')) as RoundRecord;
  const faults = faultsOfRound(record);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  process.stdout.write(`All ${record.draws.length} draws give the recorded results.\n`);
});
