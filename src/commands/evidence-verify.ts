import { readFile } from 'node:fs/promises';
import { faultsOfPack } from '../matching/evidence/verify-pack.ts';
import { runCommand } from '../platform/application/start.ts';

/** `npm run evidence:verify -- FILE` checks an evidence pack, without a database or a service. */
runCommand(async () => {
  const [file] = process.argv.slice(2);
  if (file === undefined)
    throw new Error('The file is missing. Usage: npm run evidence:verify -- FILE');
  const pack: unknown = JSON.parse(await readFile(file, 'utf8'));
  const faults = faultsOfPack(pack);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  if (faults.length > 0) {
    process.exitCode = 1;
    return;
  }
  const { head, entries } = pack as { head: string; entries: unknown[] };
  process.stdout.write(`All ${entries.length} entries are intact. Head of the chain: ${head}\n`);
});
